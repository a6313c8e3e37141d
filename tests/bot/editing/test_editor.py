"""What people at the clinic change: kept and live, or refused with what to change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.content.check import normalised
from bot.content.draft import FaqDraft, Review, UnknownTopic
from bot.content.properties import NO_PROPERTIES
from bot.editing.editor import Editor
from bot.editing.keeping import EditedMeanwhile, Refused
from bot.sentences import said
from bot.settings import ROOT
from bot.store import Store
from tests.content_office import FILE, LABEL, NEW, PHRASES, editor_of
from tests.small_content import write

GIFT_CARDS = "data/not_covered/gift_cards.yml"


@pytest.fixture
def data(data: Path) -> Path:
    write(data, GIFT_CARDS, (ROOT / GIFT_CARDS).read_text())
    return data


def refusal(editor: Editor, draft: FaqDraft) -> str:
    """What the refusal says; nothing of the content may have changed."""
    before = editor.content
    with pytest.raises(Refused) as refused:
        editor.save(draft, "ann")
    assert editor.content is before
    return " ".join(map(said, refused.value.remarks))


def test_a_new_question_is_live_and_in_its_file(editor: Editor, data: Path) -> None:
    """A new question gets an id of the server's making, a file of its own, and its author stands in the history."""
    saved = editor.save(NEW, "ann")

    assert (saved.topic, saved.title, saved.web, saved.facts, saved.phrases) == (
        "bringing_a_pet", NEW.title, NEW.web, NEW.facts, PHRASES,
    )  # fmt: skip
    assert (data / "faq" / "bringing_a_pet.yml").exists()
    assert [(each.number, each.author) for each in editor.history(saved.file)] == [(1, "ann")]
    assert saved in editor.faqs()


def test_the_second_editor_is_shown_the_difference(data: Path, store: Store) -> None:
    """Two open the same question; the second to save is shown who changed what, and nothing is overwritten."""
    editor = editor_of(data, store)
    first, second = editor.faq(LABEL), editor.faq(LABEL)
    editor.save(replace(first, title="Stretching, by Ann"), "ann")

    with pytest.raises(EditedMeanwhile) as told:
        editor.save(replace(second, title="Stretching, by Ben"), "ben")
    assert (told.value.author, editor.faq(LABEL).title) == ("ann", "Stretching, by Ann")
    shown = "\n".join(told.value.difference)
    assert "by Ann" in shown
    assert "by Ben" in shown
    again = replace(second, title="Stretching, by Ben", number=told.value.number)
    assert editor.save(again, "ben").title == "Stretching, by Ben"


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"web": "Stretching may take 45 minutes."}, "web", "The number 45 is not among the facts"),
        ({"web": "It is completely safe."}, "web", "promises too much"),
        ({"web": ""}, "web", "write an answer"),
        ({"web": "See {secret}."}, "web", "leave braces out"),
        ({"sms": "word " * 100}, "sms", "Too long for a text message"),
        ({"title": ""}, "title", "give it a title"),
        ({"title": "${SECRET_KEY}"}, "title", "leave brackets, braces"),
        ({"facts": ()}, "facts", "at least one fact"),
        ({"facts": ("tea",)}, "facts", "no longer there"),
        ({"phrases": PHRASES[:4]}, "phrases", "Too few ways of asking (4 of 8)"),
        ({"phrases": (*PHRASES, "[pets](x)")}, "phrases", "Please write “pets x” instead"),
        ({"phrases": (*PHRASES, "/restart")}, "phrases", "Please write “restart” instead"),
        ({"phrases": (*PHRASES, "Should I stretch")}, "phrases", "is a way of asking “Stretching” already"),
        ({"pregnant_sms": "For two."}, "pregnant_web", "for the web too"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)  # fmt: skip
def test_what_does_harm_is_refused_with_what_to_change(editor: Editor, change: dict[str, object], field: str, words: str) -> None:
    """Each refusal names the field and what to do, and nothing is written."""
    draft = replace(NEW, **change)  # type: ignore[arg-type]
    remarks = [remark for remark in editor.remarks(draft) if remark.blocks]

    assert words.casefold() in refusal(editor, draft).casefold()
    assert field in [remark.field for remark in remarks]


def test_a_costly_text_message_is_worth_knowing(editor: Editor) -> None:
    """A text of two segments costs double, which is said and blocks nothing."""
    draft = replace(NEW, sms="Stretching may take 20 minutes. " * 6)

    assert [(each.field, said(each), each.blocks) for each in editor.remarks(draft)] == [
        ("sms", "Two text segments: costs double.", False)
    ]
    assert editor.save(draft, "ann")


@pytest.mark.parametrize("title", ["../../bot/settings", "data/faq/stretching", "a\n- b: {c}", "null", "~", "\u202eevil"])
def test_a_title_is_never_a_path(editor: Editor, data: Path, title: str) -> None:
    """Whatever the title, the file lies in data/faq under a plain name, or the title is refused."""
    before = {path for path in data.parent.rglob("*") if path.is_file()}
    try:
        saved = editor.save(replace(NEW, title=title), "ann")
    except Refused:
        return
    made = {path for path in data.parent.rglob("*") if path.is_file()} - before - set(data.parent.glob("*.db*"))

    assert made == {data / "faq" / f"{saved.topic}.yml"}
    assert saved.topic.replace("_", "").isalnum()


@pytest.mark.parametrize("topic", ["../facts/clinic", "nowhere", "../../etc/passwd", "stretching\n"])
def test_an_id_that_is_not_ours_is_unknown(editor: Editor, topic: str) -> None:
    """Ids come back from browsers: one that names no question changes nothing."""
    with pytest.raises(UnknownTopic):
        editor.save(replace(NEW, topic=topic), "ann")


def test_a_new_answer_takes_a_subject_s_place(editor: Editor, data: Path) -> None:
    """Promoted, a subject that wasn't covered gives its ways of asking to the new question and is gone."""
    asked = [example.text for example in editor.content.topics["not_covered/price"].examples]
    facts = replace(NEW, title="What a visit costs", replaces="not_covered/price", phrases=("price?", "so how much is it then"))
    like = editor.content.properties("not_covered/price")
    saved = editor.save(facts, "ann")

    assert editor.content.properties(saved.label) == like != NO_PROPERTIES
    assert saved.topic == "what_a_visit_costs"
    assert {normalised(phrase) for phrase in asked} <= {normalised(phrase) for phrase in saved.phrases}
    assert "not_covered/price" not in editor.content.topics
    assert not (data / "not_covered" / "price.yml").exists()
    editor.restore(saved.file, 0, "ann")
    editor.restore("data/not_covered/price.yml", 1, "ann")
    assert [example.text for example in editor.content.topics["not_covered/price"].examples] == asked


def test_properties_outlive_saving_and_going_back(editor: Editor) -> None:
    """What a topic is like is none of the form's fields: it goes through the store with every revision of its file."""
    like = editor.content.properties("not_covered/price")
    editor.add_phrases("not_covered/price", ["what do you take for a visit"], "ann")
    saved = editor.content.properties("not_covered/price")
    editor.restore("data/not_covered/price.yml", 1, "ann")

    assert editor.content.properties("not_covered/price") == saved == like != NO_PROPERTIES


def test_off_and_reviewed(editor: Editor) -> None:
    """A question is switched off and on, and signed by a clinician, each a revision with its note."""
    off = editor.switch(LABEL, False, "ann")
    signed = editor.review(LABEL, Review("Dr. A", "2026-11-01", "2027-11-01"), "owner")
    on = editor.switch(LABEL, True, "ann")

    assert (off.on, on.on, signed.on) == (False, True, False)
    assert on.reviewed == Review("Dr. A", "2026-11-01", "2027-11-01")
    assert [each.note for each in editor.history(FILE)][:3] == ["switched on", "reviewed by Dr. A", "switched off"]


@pytest.mark.parametrize(
    ("change", "signed"),
    [
        ({"web": "Stretching may take 30 minutes."}, False),
        ({"sms": ""}, False),
        ({"facts": ("stretch-time", "stretch-page", "clinic-name")}, False),
        ({"title": "Stretches", "phrases": (*PHRASES, "may i stretch")}, True),
        ({"on": False}, True),
    ],
)
def test_a_sign_off_is_for_the_words_that_were_signed(editor: Editor, change: dict[str, object], signed: bool) -> None:
    """Answered in other words, or resting on other facts, a question needs a clinician again."""
    editor.review(LABEL, Review("Dr. A", "2026-11-01", "2027-11-01"), "ann")

    saved = editor.save(replace(editor.faq(LABEL), **change), "ben")  # type: ignore[arg-type]

    assert (saved.reviewed == Review("Dr. A", "2026-11-01", "2027-11-01")) is signed
    assert editor.review(LABEL, Review("Dr. B", "2026-11-02", "2027-11-02"), "ann").reviewed.by == "Dr. B"


def test_ways_of_asking_are_added_and_taken_out(editor: Editor) -> None:
    """One click adds what a patient asked, to any topic; taken back, it is gone; said before, it is refused."""
    editor.add_phrases("smalltalk/thanks", ["thanks a bunch you lot", "  thanks a bunch you lot "], "ann")
    added = [example.text for example in editor.content.topics["smalltalk/thanks"].examples]
    editor.remove_phrases("smalltalk/thanks", ["thanks a bunch you lot"], "ann")

    assert added.count("thanks a bunch you lot") == 1
    assert "thanks a bunch you lot" not in [each.text for each in editor.content.topics["smalltalk/thanks"].examples]
    for phrase in ("is it [x](y)", "should i stretch"):
        with pytest.raises(Refused):
            editor.add_phrases("smalltalk/thanks", [phrase], "ann")


def test_several_are_saved_as_one_change(editor: Editor) -> None:
    """A way of asking moves from one question to another, and a new one comes, in one change; one bad draft keeps all out."""
    stretching, often = editor.faq(LABEL), editor.faq("faq/frequency")
    moved = [
        replace(stretching, phrases=(*stretching.phrases[1:], "may i stretch daily")),
        replace(often, phrases=(*often.phrases, stretching.phrases[0])),
        NEW,
    ]
    before = editor.content
    with pytest.raises(Refused):
        editor.save_all([*moved[:2], replace(NEW, web="Wait 99 hours.")], "ann")
    unchanged = editor.content is before

    saved = editor.save_all(moved, "ann", "imported")

    assert unchanged
    assert [each.label for each in saved] == [LABEL, "faq/frequency", "faq/bringing_a_pet"]
    assert stretching.phrases[0] in editor.faq("faq/frequency").phrases
    assert {editor.history(each.file)[0].note for each in saved} == {"imported"}


def test_titles_alike_are_different_questions(editor: Editor) -> None:
    """Two new questions of one title, saved together, get an id each."""
    other = replace(NEW, phrases=tuple(f"is a {each} allowed" for each in PHRASES))

    assert [each.topic for each in editor.save_all([NEW, other], "ann")] == ["bringing_a_pet", "bringing_a_pet_2"]


@pytest.mark.parametrize(
    "label", ["faq/stretching", "person", "smalltalk/thanks", "not_covered/../faq/stretching", "not_covered/"]
)
def test_only_a_subject_that_is_not_covered_can_be_replaced(editor: Editor, data: Path, label: str) -> None:
    """A form's field or a slip in the shell removes no question, no small talk and nothing that patients are kept safe by."""
    before = {path: path.read_text() for path in data.rglob("*.yml")}

    assert "is no subject that is not covered" in refusal(editor, replace(NEW, replaces=label))
    assert {path: path.read_text() for path in data.rglob("*.yml")} == before


def test_what_was_made_is_unmade(editor: Editor) -> None:
    """Until somebody changes it a new question can be taken back, and the subject it replaced is there again."""
    gifts = replace(NEW, title="Gift cards", replaces="not_covered/gift_cards")
    made = editor.save(gifts, "ann")
    taken_back = editor.unmake(made.label, "ann")
    again = editor.save(gifts, "ann")
    editor.save(replace(again, title="Gifts"), "ben")

    assert (taken_back, editor.unmake(again.label, "ann")) == (True, False)
    assert again.label in editor.content.topics
    assert "not_covered/gift_cards" not in editor.content.topics
