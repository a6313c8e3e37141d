"""What a remark needs to hold."""

from __future__ import annotations

from bot.phrasebook.remark import ABOUT_ME, Remark, words

CAT = Remark("no_harm", words(r"\bcat\b"), after=("faq/",), unless=words(r"\bcat scan\b"), only_told=True, most=4)


def test_words_alone_are_not_enough() -> None:
    """What it was taken for, what was said last, that nothing is asked, and few words, each count."""
    assert CAT.holds("that was my cat", ABOUT_ME, "smalltalk", ["faq/causes"], "")
    assert not CAT.holds("that was my cat", "faq/causes", "answer", ["faq/causes"], "")
    assert not CAT.holds("that was my cat", ABOUT_ME, "smalltalk", [], "")
    assert not CAT.holds("can my cat come", ABOUT_ME, "smalltalk", ["faq/causes"], "")
    assert not CAT.holds("had a cat scan", ABOUT_ME, "smalltalk", ["faq/causes"], "")
    assert not CAT.holds("that was my cat on the keys", ABOUT_ME, "smalltalk", ["faq/causes"], "")


def test_the_message_before_may_count() -> None:
    """`its for Dana` means nothing without the cancellation before it."""
    name = Remark("tell_them_to_cancel", words(r"\w"), before=words("cancel"))

    assert name.holds("its for Dana", ABOUT_ME, "smalltalk", [], "cancel friday")
    assert not name.holds("its for Dana", ABOUT_ME, "smalltalk", [], "book friday")
