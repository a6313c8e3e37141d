"""All that people at the clinic change about the content: checked, kept as a revision, written to its file, live at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.content import ContentError, clinic_facts
from bot.content import draft as drafting
from bot.content.check import normalised
from bot.content.clinic_facts import NewFact
from bot.content.complaint import BEYOND_STAFF
from bot.content.draft import FaqDraft, Review, UnknownTopic
from bot.content.edit import with_draft, with_phrases
from bot.content.remarks import Remark, new_problems, on_content, on_cost, on_danger, on_phrases, on_words, tidied
from bot.content.wholesome import one_line, slug
from bot.editing.fact_editing import FactEditor
from bot.editing.keeping import Refused
from bot.editing.library import Library
from bot.store.revisions import Change


class Editor(FactEditor):
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
        super().__init__(library, saved)
        self._urgent = urgent

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
            return self._judged([prepared], self._changes(prepared))[0] + costs
        made = clinic_facts.made(fact, self.content.facts)
        prepared = replace(prepared, facts=(*prepared.facts, made.id))
        return unfit + self._judged([prepared], [*self._changes(prepared), self._fact_change(made)])[0] + costs

    def save(self, draft: FaqDraft, author: str, note: str = "") -> FaqDraft:
        """Check a draft and keep it; wording, title and on/off are live within two seconds. Returns it as it stands now.

        Raises:
            Refused: something blocks.
            EditedMeanwhile: somebody else was faster.
            UnknownTopic: it names a topic that isn't there.
        """
        return self.save_all([draft], author, note)[0]

    def save_all(self, drafts: Sequence[FaqDraft], author: str, note: str = "") -> list[FaqDraft]:
        """Keep several drafts of different topics as one change: all of them or none. Raises as `save`."""
        prepared = self._all_prepared(drafts)
        _refuse(map(self._on_words, prepared))
        changes = self._all_changes(prepared)
        wanted = {change.file: change.text or "" for change in changes}
        for draft in prepared:
            self._check_number(draft.file, draft.number, wanted[draft.file])
        _refuse(self._judged(prepared, changes))
        self._keep(changes, author, note)
        return [self.faq(draft.label) for draft in prepared]

    def blocking(self, drafts: Sequence[FaqDraft]) -> list[list[Remark]]:
        """What stands in the way of each of several drafts, were all of them saved together."""
        prepared = self._all_prepared(drafts)
        words = [self._on_words(draft) for draft in prepared]
        return words if any(words) else self._judged(prepared, self._all_changes(prepared))

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
        unfit = [*on_phrases(new), *on_danger(new, self._urgent)]
        if unfit:
            raise Refused(unfit)
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

    def unmake(self, label: str, author: str) -> bool:
        """Remove a question that nobody has changed since it was made, and bring back the subject it took the place of.

        Returns:
            False where somebody has changed it: then nothing is removed.
        """
        draft = self.faq(label)
        own = self.history(draft.file)
        if len(own) > 1 and own[1].text is not None:
            return False
        subject = self.history(f"data/{draft.replaces}.yml") if draft.replaces else []
        back = (
            [Change(subject[0].file, subject[1].text, subject[0].number)] if len(subject) > 1 and subject[0].text is None else []
        )
        self._checked([Change(draft.file, None, own[0].number), *back], author, "taken back")
        return True

    def _all_prepared(self, drafts: Sequence[FaqDraft]) -> list[FaqDraft]:
        found: list[FaqDraft] = []
        for draft in drafts:
            found.append(self._prepared(draft, [each.topic for each in found]))
        return found

    def _all_changes(self, drafts: Sequence[FaqDraft]) -> list[Change]:
        return list({change.file: change for draft in drafts for change in self._changes(draft)}.values())

    def _prepared(self, draft: FaqDraft, also_taken: Sequence[str] = ()) -> FaqDraft:
        tidy = tidied(draft)
        if tidy.topic:
            return drafting.unsigned_where_changed(tidy, tidied(drafting.read(self.content, tidy.label)))
        taken = [topic.name for label, topic in self.content.topics.items() if label != tidy.replaces]
        made = replace(tidy, topic=slug(tidy.title, [*taken, *also_taken]))
        # A question of this name may have been there and be gone.
        return replace(made, number=self._library.numbers().get(made.file, 0))

    def _on_words(self, draft: FaqDraft) -> list[Remark]:
        topics = [self.content.topics[label] for label in (draft.label, draft.replaces) if label in self.content.topics]
        known = {example.text for topic in topics for example in topic.examples}
        new = [each for each in draft.phrases if each not in known]
        return [*on_words(draft, self.content.placeholders()), *on_danger(new, self._urgent)]

    def _changes(self, draft: FaqDraft) -> list[Change]:
        """The files that saving would change, the draft's own first."""
        texts, numbers = self._library.texts(), self._library.numbers()
        before = drafting.read(self.content, draft.label) if draft.label in self.content.topics else None
        replaced = self.content.topics.get(draft.replaces)
        if replaced:
            said = {normalised(phrase) for phrase in draft.phrases}
            more = [example.text for example in replaced.examples if normalised(example.text) not in said]
            draft = replace(draft, phrases=(*draft.phrases, *more))
        subject = texts.get(replaced.file) if replaced else None
        text = with_draft(texts.get(draft.file), draft, before, subject)
        own = Change(draft.file, text, numbers.get(draft.file, 0))
        gone = [Change(replaced.file, None, numbers.get(replaced.file, 0))] if replaced else []
        return [own, *gone]

    def _judged(self, drafts: Sequence[FaqDraft], changes: Sequence[Change]) -> list[list[Remark]]:
        try:
            after = self._library.after(changes)
        except ContentError as error:
            return [[Remark("", BEYOND_STAFF, what=str(error))] for _ in drafts]
        problems, files = new_problems(self.content, after), {draft.file for draft in drafts}
        return [
            on_content(draft, after, [each for each in problems if each.file == draft.file or each.file not in files])
            for draft in drafts
        ]


def _refuse(remarks: Iterable[list[Remark]]) -> None:
    found = [remark for each in remarks for remark in each]
    if found:
        raise Refused(found)
