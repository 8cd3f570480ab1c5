"""The name of a part ("lintas-fungsi/fasilitasi.yaml") to the same name, or to the reason why it cannot be one."""

LONGEST = 240
"""Characters of a name, its folders included: what every file system of an office can hold."""


def complaint(name: str) -> str:
    """Return why `name` is no name of a part, in the user's words; "" where it is one.

    A name is a relative path with "/" between folders: no drive, no "..", no hidden file, no control character.
    """
    if not name or len(name) > LONGEST:
        return f"Nama berkas harus 1 sampai {LONGEST} huruf."
    if not name.isprintable() or any(mark in name for mark in '\\:*?"<>|'):
        return (
            f"Nama berkas “{shown(name)}” memuat tanda yang tidak boleh dipakai. Pakai huruf, angka, titik, dan strip."
        )
    if any(not step or step.startswith(".") or step.endswith((" ", ".")) for step in name.split("/")):
        return (
            f"Nama berkas “{shown(name)}” tidak menunjuk berkas di dalam foldernya. Tulis seperti lintas-fungsi/a.yaml."
        )
    return ""


def shown(name: str) -> str:
    """Return a name as a message can show it: short, and without characters that cannot be seen."""
    plain = "".join(mark if mark.isprintable() else "�" for mark in name)
    return plain if len(plain) <= 80 else plain[:77] + "…"
