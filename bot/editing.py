"""All that people at the clinic change about the content: checked, kept as a revision, written to its file, live at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bot.content import ContentError, clinic_facts
from bot.content import draft as drafting
from bot.content.check import normalised
from bot.content.clinic_facts import NewFact
from bot.content.draft import FaqDraft, Review, UnknownTopic
from bot.content.edit import with_contact_details, with_draft, with_fact, with_phrases
from bot.content.model import Content, Fact
from bot.content.remarks import ANSWERS, Remark, elsewhere, new_problems, on_content, on_cost, on_danger, on_words, tidied
from bot.content.wholesome import one_line, phrase_complaint, slug
from bot.library import Library, load
from bot.store import Overtaken
from bot.store.revisions import Change, Revision

CLINIC_FACTS = "data/facts/clinic.yml"


class Refused(Exception):
    """It can't be saved as it is; `remarks` say what to change. Nothing was changed."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        super().__init__(" ".join(remark.what for remark in remarks))
        self.remarks = list(remarks)


class EditedMeanwhile(Exception):
    """Somebody else has saved the same file since it was opened. Nothing was changed."""

    def __init__(self, newest: Revision, difference: list[str]) -> None:
        super().__init__(f"{newest.author} has changed this since you opened it.")
        self.author, self.at, self.number, self.difference = newest.author, newest.created_at, newest.number, difference


class Editor:
    """The console's and the shell's way to the content. Every method is quick but blocks: call it off the event loop."""

    def __init__(
        self, library: Library, saved: Callable[[], None] = lambda: None, urgent: Callable[[str], bool] = lambda text: False
    ) -> None:
        """Set up.

        Args:
            library: the content by the store.
            saved: what to call after each change, such as taking it up in this very process.
            urgent: whether words sound like danger, so that no topic would ever get them.
        """
        self._library, self._saved, self._urgent = library, saved, urgent

    @property
    def content(self) -> Content:
        """The content as it is live now."""
        return self._library.content()

    def faqs(self, group: str = "faq") -> list[FaqDraft]:
        """Every question of a group (`faq` or `not_covered`), by title."""
        numbers = self._library.numbers()
        return [replace(each, number=numbers.get(each.file, 0)) for each in drafting.drafts(self.content, group)]

    def faq(self, label: str) -> FaqDraft:
        """One question, by its label `faq/session_length`.

        Raises:
            UnknownTopic: there is none.
        """
        found = drafting.read(self.content, label)
        return replace(found, number=self._library.numbers().get(found.file, 0))

    def remarks(self, draft: FaqDraft, fact: NewFact | None = None) -> list[Remark]:
        """All that can be said about a draft before it is saved, the blocking ones first.

        Args:
            draft: as it is typed.
            fact: one that is typed beside it and not kept yet: the answer may rest on it.
        """
        prepared = self._prepared(draft)
        unfit = clinic_facts.on_fact(fact) if fact else []
        costs = list(on_cost(prepared, self.content.placeholders()))
        words = self._on_words(prepared) + [remark for remark in unfit if remark.field == "fact_says"]
        if words:
            return words + costs
        if fact is None:
            return self._judged(prepared, self._changes(prepared)) + costs
        made = clinic_facts.made(fact, self.content.facts)
        prepared = replace(prepared, facts=(*prepared.facts, made.id))
        return unfit + self._judged(prepared, [*self._changes(prepared), self._fact_change(made)]) + costs

    def save(self, draft: FaqDraft, author: str, note: str = "") -> FaqDraft:
        """Check a draft and keep it; wording, title and on/off are live within two seconds. Returns it as it stands now.

        Raises:
            Refused: something blocks.
            EditedMeanwhile: somebody else was faster.
            UnknownTopic: it names a topic that isn't there.
        """
        prepared = self._prepared(draft)
        blocking = self._on_words(prepared)
        if blocking:
            raise Refused(blocking)
        changes = self._changes(prepared)
        self._check_number(prepared.file, prepared.number, changes[0].text or "")
        remarks = self._judged(prepared, changes)
        if remarks:
            raise Refused(remarks)
        self._keep(changes, author, note)
        return self.faq(prepared.label)

    def expect_newest(self, draft: FaqDraft) -> None:
        """See that nobody has saved the question since it was read. Raises EditedMeanwhile."""
        prepared = self._prepared(draft)
        self._check_number(prepared.file, prepared.number, self._changes(prepared)[0].text or "")

    def add_phrases(self, label: str, phrases: Sequence[str], author: str) -> None:
        """Add ways of asking to a topic of any group (`faq/…`, `not_covered/…`, `smalltalk/…`, `out_of_scope`).

        Raises:
            UnknownTopic: there is none with this label.
            Refused: a phrase can't be kept, or stands elsewhere already.
        """
        topic = self.content.topics.get(label)
        if topic is None:
            raise UnknownTopic(label)
        before = [example.text for example in topic.examples]
        new = [each for each in dict.fromkeys(map(one_line, phrases)) if each and each not in before]
        complaints = [Remark("phrases", phrase_complaint(each), phrase=each) for each in new if phrase_complaint(each)]
        complaints += on_danger(new, self._urgent)
        if complaints:
            raise Refused(complaints)
        if new:
            text = with_phrases(self._library.texts()[topic.file], label, [*before, *new])
            self._checked([Change(topic.file, text, self._library.numbers().get(topic.file, 0))], author)

    def remove_phrases(self, label: str, phrases: Sequence[str], author: str) -> None:
        """Take ways of asking out of a topic again. Raises as `add_phrases`."""
        topic = self.content.topics.get(label)
        if topic is None:
            raise UnknownTopic(label)
        kept = [example.text for example in topic.examples if example.text not in phrases]
        text = with_phrases(self._library.texts()[topic.file], label, kept)
        self._checked([Change(topic.file, text, self._library.numbers().get(topic.file, 0))], author)

    def switch(self, label: str, on: bool, author: str) -> FaqDraft:
        """Switch a question on or off, live at once. Off, it is answered as not covered, with the contact."""
        return self.save(replace(self.faq(label), on=on), author, "switched on" if on else "switched off")

    def review(self, label: str, signed: Review, author: str) -> FaqDraft:
        """Keep a clinician's sign-off."""
        return self.save(replace(self.faq(label), reviewed=signed), author, f"reviewed by {signed.by}")

    def facts(self) -> list[Fact]:
        """Every fact an answer may rest on, by id."""
        return sorted(self.content.facts.values(), key=lambda fact: fact.id)

    def add_fact(self, fact: NewFact, author: str) -> Fact:
        """Make a clinic fact, its id by the server. Raises Refused."""
        complaints = clinic_facts.on_fact(fact)
        if complaints:
            raise Refused(complaints)
        made = clinic_facts.made(fact, self.content.facts)
        self._checked([self._fact_change(made)], author)
        return self.content.facts[made.id]

    def contact_details(self) -> dict[str, str]:
        """What the clinic may change once for all answers, by placeholder: `clinic_phone`, `clinic_address`, `booking_page`, …"""
        return self.content.placeholders()

    def save_contact_details(self, values: Mapping[str, str], author: str) -> None:
        """Change contact details, live in every answer within two seconds.

        Raises:
            Refused: a value is empty, holds braces, is no number or address where it should be one, or answers that state it
                otherwise would no longer be grounded.
        """
        known = self.contact_details()
        new = {name: one_line(value) for name, value in values.items() if name in known and one_line(value) != known[name]}
        bad = list(clinic_facts.on_contact(new))
        if bad:
            raise Refused(bad)
        numbers, texts = self._library.numbers(), self._library.texts()
        files = sorted({fact.file for fact in self.content.facts.values() if fact.placeholder in new})
        changes = [Change(file, with_contact_details(texts[file], new), numbers.get(file, 0)) for file in files]
        self._checked(changes, author)

    def history(self, file: str) -> list[Revision]:
        """Every revision of a file (`draft.file`, or `data/facts/clinic.yml`), newest first."""
        return self._library.history(file)

    def compare(self, file: str, older: int, newer: int) -> list[str]:
        """What changed between two revisions of a file, by number: lines beginning with `+`, `-`, ` ` or `@@`."""
        texts = {revision.number: revision.text or "" for revision in self.history(file)}
        return difference(texts.get(older, ""), texts.get(newer, ""))

    def restore(self, file: str, number: int, author: str) -> None:
        """Make an earlier revision the newest; number 0 is the file's absence before the first.

        Raises:
            UnknownTopic: there is no such revision.
            Refused: the content would no longer be sound with it.
        """
        found = {revision.number: revision for revision in self.history(file)}
        if not found or (number and number not in found):
            raise UnknownTopic(f"{file}, revision {number}")
        text = found[number].text if number else None
        self._checked([Change(file, text, max(found))], author, f"restored revision {number}")

    def _prepared(self, draft: FaqDraft) -> FaqDraft:
        tidy = tidied(draft)
        if tidy.topic:
            return unsigned_where_changed(tidy, tidied(drafting.read(self.content, tidy.label)))
        taken = [topic.name for label, topic in self.content.topics.items() if label != tidy.replaces]
        return replace(tidy, topic=slug(tidy.title, taken), number=0)

    def _on_words(self, draft: FaqDraft) -> list[Remark]:
        topics = [self.content.topics[label] for label in (draft.label, draft.replaces) if label in self.content.topics]
        known = {example.text for topic in topics for example in topic.examples}
        new = [each for each in draft.phrases if each not in known]
        return [*on_words(draft, self.content.placeholders()), *on_danger(new, self._urgent)]

    def _fact_change(self, made: Fact) -> Change:
        text = with_fact(self._library.texts().get(CLINIC_FACTS), made)
        return Change(CLINIC_FACTS, text, self._library.numbers().get(CLINIC_FACTS, 0))

    def _changes(self, draft: FaqDraft) -> list[Change]:
        """The files that saving would change, the draft's own first."""
        texts, numbers = self._library.texts(), self._library.numbers()
        before = drafting.read(self.content, draft.label) if draft.label in self.content.topics else None
        replaced = self.content.topics.get(draft.replaces)
        if replaced and replaced.group == "not_covered":
            said = {normalised(phrase) for phrase in draft.phrases}
            more = [example.text for example in replaced.examples if normalised(example.text) not in said]
            draft = replace(draft, phrases=(*draft.phrases, *more))
        own = Change(draft.file, with_draft(texts.get(draft.file), draft, before), numbers.get(draft.file, 0))
        gone = [Change(replaced.file, None, numbers.get(replaced.file, 0))] if replaced else []
        return [own, *gone]

    def _check_number(self, file: str, number: int, wanted: str) -> None:
        newest = self._library.history(file)[:1]
        if newest and newest[0].number != number:
            raise EditedMeanwhile(newest[0], difference(newest[0].text or "", wanted))

    def _judged(self, draft: FaqDraft, changes: Sequence[Change]) -> list[Remark]:
        try:
            return on_content(draft, self.content, load(self._with(changes)))
        except ContentError as error:
            return [Remark("", str(error), kind="")]

    def _with(self, changes: Sequence[Change]) -> dict[str, str]:
        texts = {**self._library.texts(), **{change.file: change.text or "" for change in changes}}
        return {file: text for file, text in texts.items() if text}

    def _checked(self, changes: Sequence[Change], author: str, note: str = "") -> None:
        """Keep changes of files that aren't one draft's, unless the content would no longer be sound."""
        try:
            after = load(self._with(changes))
        except ContentError as error:
            raise Refused([Remark("", str(error), kind="")]) from error
        problems = new_problems(self.content, after)
        if problems:
            raise Refused([elsewhere(problem, after) for problem in problems])
        self._keep(changes, author, note)

    def _keep(self, changes: Sequence[Change], author: str, note: str) -> None:
        try:
            self._library.save(changes, author, note)
        except Overtaken:
            self._check_number(changes[0].file, changes[0].number, changes[0].text or "")
            raise
        self._saved()


def unsigned_where_changed(draft: FaqDraft, before: FaqDraft) -> FaqDraft:
    """The draft without the clinician's sign-off where that was given for other words, or for words that rest on other facts."""
    changed = any(getattr(draft, name) != getattr(before, name) for name in (*ANSWERS, "facts"))
    return replace(draft, reviewed=Review()) if changed and draft.reviewed == before.reviewed else draft


def difference(older: str, newer: str) -> list[str]:
    """Two texts line by line, without the names of files."""
    return list(difflib.unified_diff(older.splitlines(), newer.splitlines(), lineterm="", n=2))[2:]
