"""The dictionary of products: what flows between processes, units and parties."""

from enum import StrEnum

from probis.model.unsur import Nama, Unsur


class JenisProduk(StrEnum):
    """JenisProduk (kind of product)."""

    DOKUMEN = "dokumen"
    DATA = "data"
    JASA = "jasa"
    KEADAAN = "keadaan"


class Produk(Unsur):
    """Produk (product): a document, data, a service or a state that one hands over and another uses."""

    nama: Nama
    jenis: JenisProduk = JenisProduk.DOKUMEN
