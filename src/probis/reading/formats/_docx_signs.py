"""A sign of a symbol font to the letter that looks like it."""

from typing import Final

_WINGDINGS: Final = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x96: "•", 0x97: "●", 0xA3: "□"}
_SYMBOL: Final = {
    0x2D: "−", 0xA3: "≤", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB9: "≠", 0xD6: "√", 0xDE: "⇒",
}  # fmt: skip


def sign(letter: str, font: str) -> str:
    """What a letter of a symbol font looks like; other letters stay, private ones that nobody knows are a bullet."""
    code = ord(letter)
    private = 0xF000 <= code <= 0xF0FF
    low = code - 0xF000 if private else code
    named = font.casefold()
    if "wingdings 2" in named:
        table = _WINGDINGS_2
    elif "wingdings" in named:
        table = _WINGDINGS
    elif named == "symbol":
        table = _SYMBOL
    elif named.startswith("courier") and letter == "o":
        return "○"
    elif private:
        table = _SYMBOL | _WINGDINGS
    else:
        return letter
    return table.get(low, "•" if private else letter)
