"""Probis: one model of a public body's peta proses bisnis, and everything made from it."""

__version__ = "0.1.0"


def tata(data: bytes) -> bytes:
    """Lay out a BPMN 2.0 file: the same bytes with new diagrams (shapes, edges, labels) in place of the old.

    Raises ValueError, in Indonesian and with the line, where it is no BPMN that can be read.
    """
    from probis.interchange.bpmn import lay_out

    return lay_out(data)
