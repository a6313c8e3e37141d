"""A text in another language as the patterns of that language read it: no accents, each Chinese sign a word, sentences apart."""

from __future__ import annotations

import re
import unicodedata

from bot.safety.reading import INVISIBLE, MARKS, QUOTES

TOKEN = re.compile(
    r"\d+(?:\.\d+)?|[\u4e00-\u9fff]|(?:(?![\u4e00-\u9fff])[^\W\d_]|[\u0900-\u0963\u0966-\u097f])+|[.,!?;:\n\u2014\u2013\u3002\u3001\u0964\u060c\u061b\u061f]"
)
STOPS = {**dict.fromkeys(".!;\n\u2014\u2013\u3002\u0964\u061b", "."), "\u061f": "?", **dict.fromkeys(":\u3001\u060c", ",")}
OF_HINDI = range(0x0900, 0x0980)
"""Devanagari, whose vowels are marks: without them blood would read as food."""
ALIKE = {"\u093c": "", "\u0901": "\u0902", "\u0649": "\u064a", "\u0629": "\u0647", "đ": "d"}
"""Letters that the same word is written with or without."""
SIMPLER = dict(
    zip(
        "懷產過氣頭暈來動嗎沒會說見覺癱無殺藥農腫臉兒電話孕婦醫針請講圍麼從這歲間陰屎顧處發燒熱壓視實親媽爺門",
        "怀产过气头晕来动吗没会说见觉瘫无杀药农肿脸儿电话孕妇医针请讲围么从这岁间阴屎顾处发烧热压视实亲妈爷门",
    )
)
"""Signs of danger as they are written in Taiwan and Hong Kong, and as they are written in China."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


class Letters(dict[int, str]):
    """What each letter is read as, worked out at its first use: one table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = "" if letter in QUOTES else "".join(ALIKE.get(each, each) for each in _bare(letter))
        return self[code]


def _bare(letter: str) -> str:
    """Without accents, widths and capitals; Korean in its letters, so that a stem is one whatever follows in its syllable."""
    if ord(letter) in OF_HINDI:
        return unicodedata.normalize("NFKD", letter)
    folded = unicodedata.normalize("NFKD", SIMPLER.get(letter, letter)).casefold()
    return "".join(each for each in folded if unicodedata.category(each) not in MARKS)


LETTERS = Letters()


def folded(written: str) -> str:
    """A pattern as it must be written to be found in what `ForeignReader` reads."""
    return CHINESE.sub(r" \g<0> ", written.translate(LETTERS))


class ForeignReader:
    """Reads messages without knowing any spelling."""

    def readings(self, text: str) -> tuple[str, ...]:
        """The text as it reads, each word behind one space; one more space at the end."""
        tokens = TOKEN.findall(INVISIBLE.sub("", text).translate(LETTERS))
        return (" ".join(["", *(STOPS.get(each, each) for each in tokens)]) + " ",)
