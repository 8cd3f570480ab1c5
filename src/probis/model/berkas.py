"""Files kept beside the map: scans, minutes, evidence; the bytes live in the store."""

from typing import Annotated

from pydantic import Field, StringConstraints

from probis.model.unsur import Nama, Unsur


class Berkas(Unsur):
    """Berkas (file): its name, media type, SHA-256 and size in bytes."""

    nama: Nama
    jenis: Nama
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    ukuran: Annotated[int, Field(ge=0)]
