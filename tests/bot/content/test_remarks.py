"""Remarks on a draft: by field, in plain words, blocking or not."""

from __future__ import annotations

from dataclasses import replace

from bot.content import Content, Example, check
from bot.content.complaint import complaint
from bot.content.draft import FaqDraft, read
from bot.content.remarks import _checked, new_problems, on_content, on_cost, on_words, tidied
from tests.interruption import at_each_line

THREE = complaint("many_segments", count=3)
DRAFT = FaqDraft("pets", "Pets", "Yes.", phrases=("a dog",))


def test_tidying_keeps_what_was_meant() -> None:
    """Stray spaces, line breaks, dashes of a list and doubles go; words stay."""
    messy = replace(
        DRAFT, title="  Pets \n", web=" Yes. \n\n No. ", phrases=("- a dog", "a dog ", "", "a\u200b cat"), facts=("a", "a")
    )
    tidy = tidied(messy)

    assert (tidy.title, tidy.web, tidy.phrases, tidy.facts) == ("Pets", "Yes.\nNo.", ("a dog", "a cat"), ("a",))


def test_words_alone_give_much_away() -> None:
    """A draft that must not even be written to a file is told apart without reading any."""
    assert on_words(DRAFT, {}) == []
    assert {remark.field for remark in on_words(FaqDraft(phrases=("/x",)), {})} == {"title", "web", "phrases"}


def test_segments_are_priced() -> None:
    """One segment says nothing, two cost double, and more are counted; without an SMS answer the web one is sent."""
    costs = [[each.complaint for each in on_cost(replace(DRAFT, web="a" * length), {})] for length in (160, 161, 400)]
    cut = "a" * 152 + "€" + "a" * 152

    assert [each[:1] for each in costs] == [[], [complaint("two_segments")], [THREE]]
    assert [each.complaint for each in on_cost(replace(DRAFT, sms=cut), {})] == [THREE]


def test_who_types_at_the_same_time_gets_remarks_on_the_own_draft(known: Content) -> None:
    """What was wrong before is told by one's own content, though at every moment somebody else has another one checked."""
    broken = replace(known, topics={**known.topics, "faq/odd": replace(known.topics["faq/location"], responses=())})

    with at_each_line(_checked, lambda: new_problems(known, known)):
        assert new_problems(broken, broken) == []


def test_only_what_is_new_is_remarked_on(known: Content) -> None:
    """A problem that stands elsewhere already is in nobody's way; a new one is by the field it is in."""
    draft = read(known, "faq/location")
    topic = known.topics["faq/location"]
    bad = replace(topic, responses=tuple(replace(each, text="Wait 99 hours.") for each in topic.responses))
    broken = replace(known, topics={**known.topics, "faq/location": bad})

    assert new_problems(broken, broken) == []
    assert {remark.field for remark in on_content(draft, broken, new_problems(known, broken))} >= {"web", "sms"}


def test_what_stands_in_two_places_is_told_by_title_whatever_its_words(known: Content) -> None:
    """A way of asking that two questions have is told once; words of patients that read like a problem's own hide none."""
    draft, said = read(known, "faq/location"), "it already stands there [too few ways of asking]"
    topic, other = known.topics["faq/location"], known.topics["faq/booking"]
    phrases = (other.examples[0].text, said)
    made = replace(topic, examples=(*topic.examples, *(Example(each, 900 + line) for line, each in enumerate(phrases))))
    after = replace(known, topics={**known.topics, "faq/location": made})
    remarks = on_content(replace(draft, phrases=(*draft.phrases, *phrases)), after, new_problems(known, after))

    assert [(remark.field, remark.phrase) for remark in remarks] == [("phrases", each) for each in phrases]
    assert len(check(after)) == len(check(known)) + 2


def test_too_few_ways_of_asking_are_about_all_of_them(known: Content) -> None:
    """Where some are missing, none of those that are there is blamed."""
    topic = known.topics["faq/location"]
    after = replace(known, topics={**known.topics, "faq/location": replace(topic, examples=topic.examples[:3])})
    [remark] = on_content(read(after, "faq/location"), after, new_problems(known, after))

    assert (remark.field, remark.phrase) == ("phrases", "")
