"""Formats are found by their file names."""

from probis.interchange import formats


def test_each_format_is_found_under_its_own_name() -> None:
    found = formats()
    assert {"bpmn", "yaml"} <= found.keys()
    assert all(format_.slug == name and format_.title for name, format_ in found.items())
    assert all(format_.read or format_.write or format_.lay_out for format_ in found.values())
