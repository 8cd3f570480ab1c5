"""Drawings for the tests, as Word writes them: shapes and lines in DrawingML or VML, places in points."""

from reading.word import p

EMU = 12_700


def _xfrm(x: float, y: float, width: float, height: float, more: str = "") -> str:
    return (
        f'<a:xfrm {more}><a:off x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
        f'<a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"/></a:xfrm>'
    )


def box(
    id_: int, form: str, text: str, x: float, y: float, width: float = 100, height: float = 40, label: bool = False
) -> str:
    """A shape with text; a label is a text box without an outline."""
    kind, line = ('txBox="1"', "<a:ln><a:noFill/></a:ln>") if label else ("", "<a:ln/>")
    content = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{id_}" name="s{id_}"/><wps:cNvSpPr {kind}/><wps:spPr>{_xfrm(x, y, width, height)}'
        f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{line}</wps:spPr>{content}<wps:bodyPr/></wps:wsp>'
    )


def wire(
    id_: int,
    start: tuple[float, float],
    end: tuple[float, float],
    ties: tuple[int, int] | None = None,
    form: str = "straightConnector1",
    head: str = "tailEnd",
) -> str:
    """A line; `head` is the end that carries the arrow, "" for none."""
    flips = ('flipH="1" ' if end[0] < start[0] else "") + ('flipV="1"' if end[1] < start[1] else "")
    place = _xfrm(min(start[0], end[0]), min(start[1], end[1]), abs(start[0] - end[0]), abs(start[1] - end[1]), flips)
    tied = f'<a:stCxn id="{ties[0]}" idx="2"/><a:endCxn id="{ties[1]}" idx="0"/>' if ties else ""
    arrow = f'<a:{head} type="triangle"/>' if head else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{id_}" name="l{id_}"/><wps:cNvCnPr>{tied}</wps:cNvCnPr><wps:spPr>{place}'
        f'<a:prstGeom prst="{form}"/><a:ln>{arrow}</a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def canvas(*shapes: str) -> str:
    """A paragraph with a canvas."""
    return hung(f"<wpc:wpc><wpc:bg/>{''.join(shapes)}</wpc:wpc>")


def group(*shapes: str, scale: float = 1.0, shift: tuple[float, float] = (0, 0)) -> str:
    """A paragraph with a group whose own coordinates are `scale` times as large, beginning at `shift`."""
    size = f'<a:chExt cx="{round(600 * EMU * scale)}" cy="{round(400 * EMU * scale)}"/>'
    off = f'<a:off x="0" y="0"/><a:ext cx="{600 * EMU}" cy="{400 * EMU}"/>'
    child = f'<a:chOff x="{round(shift[0] * EMU)}" y="{round(shift[1] * EMU)}"/>{size}'
    frame = f"<wpg:grpSpPr><a:xfrm>{off}{child}</a:xfrm></wpg:grpSpPr>"
    return hung(f"<wpg:wgp><wpg:cNvGrpSpPr/>{frame}{''.join(shapes)}</wpg:wgp>")


def hung(inner: str, x: float = 0, y: float = 0, text: str = "") -> str:
    """A paragraph from which a drawing hangs, with what older programs show in its place."""
    anchor = (
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{round(x * EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{round(y * EMU)}</wp:posOffset></wp:positionV>'
    )
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    drawing = f"<w:drawing><wp:anchor>{anchor}<wp:docPr id='900' name='d'/>{graphic}</wp:anchor></w:drawing>"
    box = f"<v:textbox><w:txbxContent>{p('PENGGANTI')}</w:txbxContent></v:textbox>"
    return (
        f"<w:p><w:r><w:t>{text}</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{drawing}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:rect>{box}</v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def apart(*shapes: tuple[str, float, float]) -> str:
    """Shapes that hang each from a paragraph of its own, 16 points below each other, at places of the page."""
    return "".join(hung(inner, x, y - 16 * (n + 1)) for n, (inner, x, y) in enumerate(shapes))


def vml(inner: str, rules: str = "") -> str:
    """A paragraph with a group in VML, its coordinates in tenths of a point."""
    ties = f"<o:rules>{rules}</o:rules>" if rules else ""
    style = "position:absolute;margin-left:10pt;margin-top:5pt;width:400pt;height:300pt"
    made = f'<v:group style="{style}" coordorigin="0,0" coordsize="4000,3000">{ties}{inner}</v:group>'
    return f"<w:p><w:r><w:pict>{made}</w:pict></w:r></w:p>"


def vml_box(id_: str, kind: int, text: str, x: int, y: int, width: int = 1000, height: int = 400) -> str:
    """A shape of a kind that Word numbers."""
    style = f"position:absolute;left:{x};top:{y};width:{width};height:{height}"
    return (
        f'<v:shape id="{id_}" o:spid="_x0000_{id_}" type="#_x0000_t{kind}" style="{style}">'
        f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></v:shape>"
    )
