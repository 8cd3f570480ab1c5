"""The pictures of a document to files beside the model, named after the map that they stand under."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from probis.interchange.yaml.slug import Taken, slug
from probis.model import Berkas
from probis.reading.document import Picture
from probis.reading.drafting.sheet import Sheet, name
from probis.reading.makna import Makna

_MOST, _MOST_BYTES = 300, 200_000_000


def pictures(sheet: Sheet, shown: Sequence[Picture]) -> tuple[tuple[Berkas, ...], Mapping[str, bytes]]:
    """Return the pictures as elements, and their bytes by path in the folder ("gambar/bo-01.png")."""
    titles = {kutipan.baris_pertama: kutipan for kutipan in sheet.of(Makna.GAMBAR)}
    ids, made, held, size = Taken(()), list[Berkas](), dict[str, bytes](), 0
    for picture in shown[:_MOST]:
        size += len(picture.data)
        if size > _MOST_BYTES:
            break
        kutipan = titles.get(picture.line)
        under = kutipan.catatan if kutipan is not None else ""
        id_ = ids.new(slug(under or f"baris {picture.line}", 60))
        suffix = re.search(r"\.([A-Za-z0-9]{1,5})$", picture.name)
        path = f"gambar/{id_}.{suffix[1].lower() if suffix else 'bin'}"
        held[path] = picture.data
        source = (sheet.source(kutipan),) if kutipan is not None else ()
        made.append(
            Berkas(
                id=id_,
                nama=path,
                jenis=name(picture.media) or "application/octet-stream",
                sha256=sha256(picture.data).hexdigest(),
                ukuran=len(picture.data),
                sumber=source,
            )
        )
        if kutipan is not None:
            sheet.became(f"berkas/{id_}", kutipan)
    return tuple(made), held
