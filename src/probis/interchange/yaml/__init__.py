"""A body's folder of YAML files to a `Bacaan`, and a value to the same files in canonical form."""

from probis.interchange import Format
from probis.interchange.yaml.reader import read

__all__ = ["FORMAT", "read"]

FORMAT = Format(slug="yaml", title="Folder berkas YAML", read=read)
