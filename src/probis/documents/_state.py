"""In which state a decree is written: as a draft, as it is set, or as a certified copy; and what each state shows."""

from __future__ import annotations

from enum import StrEnum

from probis.documents import _names as names
from probis.documents._sentences import Sentences
from probis.model import PetaProsesBisnis
from probis.paper import Align, Block, Cell, Column, Paragraph, Row, Table, Watermark, bold, text

_ROOM_MM = 20.0


class Keadaan(StrEnum):
    """Keadaan (state) of a decree's paper."""

    RANCANGAN = "rancangan"
    DITETAPKAN = "ditetapkan"
    SALINAN = "salinan"


class NotWritable(ValueError):
    """A paper that the model cannot give, with the reason in the user's words."""


def state_of(model: PetaProsesBisnis, wanted: Keadaan | None) -> Keadaan:
    """The state asked for, else that of the model: a decree without number or date is a draft.

    Raises NotWritable where a decree without number or date is wanted as set, or as a copy.
    """
    decree = names.decree_of(model)
    whole = bool(decree.nomor and decree.tanggal)
    if wanted is None:
        return Keadaan.DITETAPKAN if whole else Keadaan.RANCANGAN
    if wanted is not Keadaan.RANCANGAN and not whole:
        lacking = " dan ".join(
            name for name, there in (("nomor", decree.nomor), ("tanggal", decree.tanggal)) if not there
        )
        raise NotWritable(
            f"Keputusan belum mempunyai {lacking}, jadi belum dapat ditulis sebagai {wanted}. "
            "Isi keputusan.yaml, atau tulis sebagai rancangan."
        )
    return wanted


def as_in(model: PetaProsesBisnis, state: Keadaan) -> PetaProsesBisnis:
    """The model as this state shows it: a draft leaves number and date open."""
    if state is not Keadaan.RANCANGAN:
        return model
    open_decree = names.decree_of(model).model_copy(update={"nomor": "", "tanggal": None})
    return model.model_copy(update={"keputusan": open_decree})


def watermark(say: Sentences, state: Keadaan) -> Watermark | None:
    """The word across the pages of a draft."""
    return Watermark(say.say("rancangan")) if state is Keadaan.RANCANGAN else None


def above(say: Sentences, state: Keadaan) -> tuple[Block, ...]:
    """What stands above the letterhead: the word that tells a copy from the original."""
    return (Paragraph(bold(say.say("tanda-salinan")), Align.RIGHT),) if state is Keadaan.SALINAN else ()


def below(model: PetaProsesBisnis, say: Sentences, state: Keadaan) -> tuple[Block, ...]:
    """What follows signature and copies: the column for initials of a draft, the certification of a copy."""
    if state is Keadaan.RANCANGAN:
        return _initials(say)
    return certified(model, say) if state is Keadaan.SALINAN else ()


def certified(model: PetaProsesBisnis, say: Sentences) -> tuple[Block, ...]:
    """Salinan sesuai dengan aslinya, who certifies it, and the place to sign."""
    who = names.decree_of(model).pengesah
    office = who.jabatan if who is not None else say.say("pengesah")
    lines = [who.nama.upper() if who is not None and who.nama else names.OPEN]
    if who is not None:
        lines += [line for line in (who.pangkat, say.say("nip", nip=who.nip) if who.nip else "") if line]
    return (
        Paragraph(
            text(f"{say.say('salinan-sesuai')}\n", bold(f"{office.upper()},")),
            Align.LEFT,
            keep_with_next=True,
            space_before_mm=8,
        ),
        Paragraph(text("\n".join(lines)), Align.LEFT, space_before_mm=_ROOM_MM),
    )


def _initials(say: Sentences) -> tuple[Block, ...]:
    """The column in which those through whose hands a draft goes put their initials."""
    offices = [line.strip() for line in say.say("paraf").splitlines() if line.strip()]
    head = Row(
        tuple(Cell(text(word)) for word in say.all("kolom-nomor", "kolom-jabatan", "kolom-paraf", "kolom-tanggal"))
    )
    rows = tuple(
        Row((Cell(text(f"{n}.")), Cell(text(office)), Cell(text("\n")), Cell())) for n, office in enumerate(offices, 1)
    )
    columns = (Column(width_mm=11, align=Align.CENTER), Column(1.2), Column(width_mm=34), Column(width_mm=34))
    return (
        Paragraph(text(say.say("label-paraf")), Align.LEFT, keep_with_next=True, space_before_mm=5),
        Table(columns, rows, (head,)),
    )
