"""A question on the terminal to a checked answer; a wrong one is explained and asked for again."""

from collections.abc import Callable

from probis.cli._stop import Stop

Complaint = Callable[[str], str]


def ask(question: str, default: str, complaint: Complaint) -> str:
    """Return the answer; Enter takes `default`, `complaint` says what is wrong with one, or "".

    Raises Stop where no more answers come.
    """
    while True:
        shown = f"{question} [{default}]: " if default else f"{question}: "
        try:
            answer = input(shown).strip() or default
        except EOFError:
            raise Stop("\nPertanyaan belum selesai dijawab. Tidak ada yang dibuat.") from None
        wrong = complaint(answer)
        if not wrong:
            return answer
        print(f"  {wrong}")
