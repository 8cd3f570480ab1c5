"""What the body is to reach: vision, missions, goals, objectives, indicators, areas of change."""

from typing import Annotated

from probis.model.unsur import AcuanLuar, Beku, Nama, Rujukan, Teks, Unsur


class Visi(Unsur):
    """Visi (vision)."""

    bunyi: Teks


class Misi(Unsur):
    """Misi (mission)."""

    bunyi: Teks


class Tujuan(Unsur):
    """Tujuan (goal) under a mission; `misi` is empty where nobody has said which."""

    bunyi: Teks
    misi: Annotated[Nama, Rujukan(("misi",))] | None = None


class Sasaran(Unsur):
    """Sasaran (objective) under a goal."""

    bunyi: Teks
    tujuan: Annotated[Nama, Rujukan(("tujuan",))] | None = None


class Indikator(Unsur):
    """Indikator (indicator) of an objective or process, with its unit and target."""

    nama: Nama
    sasaran: Annotated[Nama, Rujukan(("sasaran",))] | None = None
    satuan: Nama = ""
    target: Nama = ""


class Area(Unsur):
    """Area (area of change) of bureaucratic reform, or another theme that cuts across objectives."""

    nama: Nama


class Arah(Beku):
    """Arah (direction): the cascade the processes serve, the body's own or borrowed from its parent (`dari`).

    `dilayani` names the missions, goals, objectives and areas that this body answers for; `telaahan` says why.
    """

    dari: AcuanLuar | None = None
    dokumen: Nama = ""
    visi: Visi | None = None
    misi: tuple[Misi, ...] = ()
    tujuan: tuple[Tujuan, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    area: tuple[Area, ...] = ()
    dilayani: tuple[Annotated[Nama, Rujukan(("misi", "tujuan", "sasaran", "area"))], ...] = ()
    telaahan: tuple[Teks, ...] = ()
