"""What the database keeps: bodies, editions (a body's map for a period), revisions, and bytes by their hash."""

from django.db import models


class Instansi(models.Model):
    """Instansi (public body) as the studio lists it; all else about it stands in its maps."""

    kode = models.SlugField("kode", max_length=120, unique=True)
    nama = models.CharField("nama", max_length=300)

    class Meta:
        """Listed by name."""

        db_table = "instansi"
        ordering = ["nama"]

    def __str__(self) -> str:
        return str(self.nama)


class Edisi(models.Model):
    """Edisi (edition): the map of one body for one period, and its newest revision."""

    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="edisi")
    kode = models.SlugField("kode", max_length=60)
    kepala = models.ForeignKey("Revisi", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        """One edition a body and period; the newest period first."""

        db_table = "edisi"
        ordering = ["instansi__nama", "-kode"]
        constraints = [models.UniqueConstraint(fields=["instansi", "kode"], name="edisi_unik")]

    def __str__(self) -> str:
        return f"{self.instansi} {self.kode}"


class Revisi(models.Model):
    """Revisi (revision) as written; `nomor` counts from 1 within its edition, for people."""

    edisi = models.ForeignKey(Edisi, on_delete=models.PROTECT, related_name="revisi")
    sha256 = models.CharField("nama", max_length=64)
    nomor = models.PositiveIntegerField("nomor")
    tertulis = models.BinaryField("bentuk tertulis")

    class Meta:
        """A revision stands once in an edition, and so does its number."""

        db_table = "revisi"
        ordering = ["edisi", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["edisi", "sha256"], name="revisi_unik"),
            models.UniqueConstraint(fields=["edisi", "nomor"], name="revisi_nomor_unik"),
        ]

    def __str__(self) -> str:
        return f"revisi {self.nomor}"


class Isi(models.Model):
    """Isi (content): bytes by their SHA-256, kept once however many revisions hold them."""

    sha256 = models.CharField("nama", max_length=64, primary_key=True)
    data = models.BinaryField("isi")

    class Meta:
        """Bytes have no order."""

        db_table = "isi"

    def __str__(self) -> str:
        return str(self.sha256)
