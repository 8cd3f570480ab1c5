"""An untrusted DOCX file to its parts: XML without entities, relations within the file only, sizes bounded."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any, Final

from lxml import etree

from probis.reading.document import Unreadable

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

MOST_PARTS: Final = 5_000
MOST_PART: Final = 40_000_000  # bytes of one part of XML, unpacked
MOST_XML: Final = 80_000_000  # all parts of XML together
MOST_TAGS: Final = 2_500_000  # of one part: each takes a few hundred bytes of memory
MOST_DEPTH: Final = 200
MOST_RATIO: Final = 400  # how far a part of more than a megabyte may unpack
MOST_PICTURE: Final = 25_000_000
MOST_PICTURES: Final = 100_000_000  # all pictures together

_BROKEN: Final = (zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError, EOFError, OSError)
_OTHER: Final = (NotImplementedError, RuntimeError, ValueError, KeyError, LookupError, OverflowError)
_TOO_DEEP: Final = etree.XPath(f"boolean(/{'*/' * MOST_DEPTH}*)")
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_MEDIA: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "webp": "image/webp",
}
_AGAIN = "Buka di Word, simpan ulang sebagai “Dokumen Word (.docx)”, lalu ulangi."


class Package:
    """The parts of a DOCX file: trees by name, read once; targets of relations; bytes of pictures."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data
        _known_kind(name, data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (*_BROKEN, *_OTHER):
            raise self._broken() from None
        if len(infos) > MOST_PARTS:
            raise Unreadable(f"Berkas “{name}” memuat lebih dari {MOST_PARTS} bagian, jadi tidak dibaca.", _AGAIN)
        self._infos = {info.filename.lstrip("/"): info for info in infos}
        if any(info.flag_bits & 1 for info in infos):
            raise _locked(name)
        self._trees: dict[str, Any] = {}
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self._read_xml = self._read_pictures = 0
        self.main = self._main()

    @property
    def macros(self) -> bool:
        """Whether the file carries macros."""
        return any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in self._infos)

    def tree(self, name: str) -> Any:
        """The root of a part, or None where the file has none of this name."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name) if name in self._infos else None
        return self._trees[name]

    def beside(self, kind: str) -> Any:
        """The root of the part that the main part relates to as `kind` ("styles", "numbering" …), or None."""
        for target, said in self.relations(self.main).values():
            if said.rpartition("/")[2] == kind:
                return self.tree(target)
        return None

    def relations(self, part: str) -> Mapping[str, tuple[str, str]]:
        """What a part relates to inside the file: id to (name of the part, kind); what is outside is not there."""
        if part not in self._relations:
            folder, _, name = part.rpartition("/")
            root = self.tree(f"{folder}/_rels/{name}.rels".lstrip("/"))
            self._relations[part] = {
                rel.get("Id", ""): (_inside(folder, rel.get("Target", "")), rel.get("Type", ""))
                for rel in (root if root is not None else ())
                if isinstance(rel.tag, str) and rel.get("TargetMode") != "External"
            }
        return self._relations[part]

    def picture(self, name: str) -> tuple[str, bytes] | None:
        """Media type and bytes of a picture; None where it is not in the file, or too large."""
        info = self._infos.get(name)
        if info is None or info.file_size > MOST_PICTURE or self._read_pictures + info.file_size > MOST_PICTURES:
            return None
        try:
            with self._zip.open(info) as part:
                data = part.read(MOST_PICTURE + 1)
        except (*_BROKEN, *_OTHER):
            return None
        self._read_pictures += len(data)
        if len(data) > MOST_PICTURE or self._read_pictures > MOST_PICTURES:
            return None
        return _MEDIA.get(name.rpartition(".")[2].casefold(), "application/octet-stream"), data

    def _main(self) -> str:
        for target, kind in self.relations("").values():
            if kind.endswith("/officeDocument") and target in self._infos:
                return target
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        if {"mimetype", "content.xml"} <= set(self._infos):
            raise Unreadable(f"Berkas “{self.name}” berisi dokumen OpenDocument, hanya namanya .docx.", _AGAIN)
        raise Unreadable(f"Berkas “{self.name}” bukan dokumen Word: isi dokumennya tidak ada.", _AGAIN)

    def _parsed(self, name: str) -> Any:
        info = self._infos[name]
        large = info.file_size > MOST_PART or self._read_xml + info.file_size > MOST_XML
        if large or (info.file_size > 1_000_000 and info.file_size > MOST_RATIO * max(info.compress_size, 1)):
            raise self._swollen()
        try:
            with self._zip.open(info) as part:
                data = part.read(MOST_PART + 1)
        except (*_BROKEN, *_OTHER):
            raise self._broken() from None
        self._read_xml += len(data)
        if len(data) > MOST_PART or self._read_xml > MOST_XML or data.count(b"<") > MOST_TAGS:
            raise self._swollen()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
            remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (*_BROKEN, *_OTHER) as wrong:
            if "depth" in str(wrong).casefold():
                raise self._deep() from None
            raise self._broken() from None
        if root.getroottree().docinfo.doctype:
            raise Unreadable(f"Berkas “{self.name}” memuat DOCTYPE; demi keamanan tidak dibaca.", _AGAIN)
        if _TOO_DEEP(root):
            raise self._deep()
        return root

    def _broken(self) -> Unreadable:
        return Unreadable(f"Berkas “{self.name}” rusak atau terpotong.", _AGAIN)

    def _swollen(self) -> Unreadable:
        return Unreadable(f"Isi berkas “{self.name}” terlalu besar setelah dibuka, jadi tidak dibaca.", _AGAIN)

    def _deep(self) -> Unreadable:
        return Unreadable(f"Isi berkas “{self.name}” bersarang terlalu dalam, jadi tidak dibaca.", _AGAIN)


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _locked(name: str) -> Unreadable:
    return Unreadable(f"Berkas “{name}” dikunci dengan sandi.", "Buka di Word, hapus sandinya, lalu ulangi.")


def _known_kind(name: str, data: bytes) -> None:
    """Say what the file is where it is surely something else than a DOCX."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _locked(name)
        raise Unreadable(f"Berkas “{name}” masih bentuk lama Word (.doc), hanya namanya .docx.", _AGAIN)
    others = ((b"%PDF", "PDF"), (b"{\\rtf", "RTF"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"))
    for begin, kind in others:
        if data.lstrip(b"\xef\xbb\xbf \r\n\t")[: len(begin)].lower() == begin.lower():
            raise Unreadable(f"Berkas “{name}” berisi {kind}, hanya namanya .docx.", _AGAIN)
    if data[:2] != b"PK":
        raise Unreadable(f"Berkas “{name}” bukan dokumen Word (.docx).", _AGAIN)
