"""The text as the red-flag check reads it: plain letters, whatever the keyboard or the sender made of them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_FOREIGN_TEXT = 16_384
LOOKALIKES = {
    **str.maketrans(
        "аАеЕоОрРсСуУхХіІјЈѕЅԁһНВМТКԛԝαΑεΕιΙοΟρΡτΤυΥνΝκΚıøØłŁđĐßɡɑ",  # noqa: RUF001
        "aAeEoOpPcCyYxXiIjJsSdhHBMTKqwaAeEiIoOpPtTuYvNkKioOlLdDsga",
    ),
    **str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    **{first + place: chr(97 + place) for first in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)},
}
APOSTROPHES = re.compile("['`´‘’‛ʹʻʼʽˈ′‵՚＇]")  # noqa: RUF001
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef"
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]"
)
PICTURES = {"🩸": " blood ", "🤰": " pregnant ", "🚑": " ambulance ", "。": ". ", "？": "? ", "！": "! "}  # noqa: RUF001
PICTURE = re.compile("|".join(PICTURES))
OTHER_SIGNS = re.compile(r"[^\x00-\x7f\w]+")


def plainly(text: str) -> str:
    """The text in lower-case ASCII without accents, apostrophes and invisible characters, with single spaces."""
    if not text.isascii():
        text = _without_foreign(text[:LONGEST_FOREIGN_TEXT])
    return " ".join(CONTROL.sub("", APOSTROPHES.sub("", text.casefold())).split())


def _without_foreign(text: str) -> str:
    """Look-alike letters and pictures read as what they stand for; other scripts dropped, other signs as spaces."""
    told = PICTURE.sub(lambda found: PICTURES[found[0]], INVISIBLE.sub("", APOSTROPHES.sub("", text)))
    folded = INVISIBLE.sub("", unicodedata.normalize("NFKD", told).translate(LOOKALIKES))
    return OTHER_SIGNS.sub(" ", APOSTROPHES.sub("", folded)).encode("ascii", "ignore").decode()
