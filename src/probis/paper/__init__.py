"""Documents as values (heading, paragraph, list, table, figure, section), and their renderers."""

from probis.paper.blocks import Block
from probis.paper.clause import Clause, Clauses
from probis.paper.contents import Contents
from probis.paper.emblem import BadImage, emblem
from probis.paper.figure import Figure, Image, Picture
from probis.paper.flow import FlowArrow, FlowHead, FlowStep, FlowSymbol, FlowTable
from probis.paper.instrument import Facts, Letterhead, Signature
from probis.paper.lists import Definition, DefinitionList, Item, NumberedList
from probis.paper.numbering import Numbering
from probis.paper.paper import Paper, Watermark, walk
from probis.paper.prose import Align, Heading, PageBreak, Paragraph
from probis.paper.section import PAGES_MM, Page, PageNumber, Section
from probis.paper.table import Cell, Column, Row, Table
from probis.paper.text import Run, Text, bold, italic, plain, text

__all__ = [
    "Align",
    "BadImage",
    "Block",
    "Cell",
    "Clause",
    "Clauses",
    "Column",
    "Contents",
    "Definition",
    "DefinitionList",
    "Facts",
    "Figure",
    "FlowArrow",
    "FlowHead",
    "FlowStep",
    "FlowSymbol",
    "FlowTable",
    "Heading",
    "Image",
    "Item",
    "Letterhead",
    "Numbering",
    "NumberedList",
    "PAGES_MM",
    "Page",
    "PageBreak",
    "PageNumber",
    "Paper",
    "Paragraph",
    "Picture",
    "Row",
    "Run",
    "Section",
    "Signature",
    "Table",
    "Text",
    "Watermark",
    "bold",
    "emblem",
    "italic",
    "plain",
    "text",
    "walk",
]
