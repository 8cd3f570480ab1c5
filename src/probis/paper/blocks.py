"""Everything that can stand on a page, in one type."""

from __future__ import annotations

from probis.paper.clause import Clauses
from probis.paper.contents import Contents
from probis.paper.figure import Figure
from probis.paper.flow import FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import DefinitionList, NumberedList
from probis.paper.prose import Heading, PageBreak, Paragraph
from probis.paper.table import Table

Block = (
    Heading
    | Paragraph
    | NumberedList
    | DefinitionList
    | Clauses
    | Table
    | Figure
    | FlowTable
    | Letterhead
    | Contents
    | Facts
    | Signature
    | PageBreak
)
