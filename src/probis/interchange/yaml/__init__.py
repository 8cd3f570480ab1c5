"""A body's folder of YAML files to a `Bacaan`, and a value to the same files in canonical form."""

from probis.interchange import Format
from probis.interchange.yaml.reader import read
from probis.interchange.yaml.schema import schemas
from probis.interchange.yaml.writer import write

__all__ = ["FORMAT", "read", "schemas", "write"]

FORMAT = Format(slug="yaml", title="Folder berkas YAML", read=read, write=write)
