"""A thing is tied to a line or frame by a short line that lies on no other and runs through nothing."""

from probis.interchange.bpmn.area import Area
from probis.interchange.bpmn.ends import reaching

TASK = Area(90, 100, 100, 80)
POOL = Area(0, 0, 400, 300)


def test_the_nearest_side_is_reached_straight() -> None:
    assert reaching(TASK, POOL, [TASK]) == ((90, 140), (0, 140))


def test_it_lies_on_no_line_that_is_drawn_there() -> None:
    way = reaching(TASK, POOL, [TASK], [((90, 140), (20, 140)), ((140, 100), (140, 10))])
    assert len(way) == 2
    assert way[0][1] != 140 and way[0] != (140, 100)


def test_it_runs_through_no_thing_where_another_way_is_to_be_had() -> None:
    note = Area(30, 110, 40, 60)
    (start, end) = reaching(TASK, POOL, [TASK, note])
    assert not note.crossed(start, end)


def test_a_crossing_costs_as_much_as_a_bend() -> None:
    wall = ((50, 20), (50, 280))
    way = reaching(TASK, POOL, [TASK], [wall])
    assert len(way) == 2 and way[1][1] == 0
