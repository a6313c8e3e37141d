"""What the clinic changes of its facts and contact details: each stands once, and every answer follows."""

from __future__ import annotations

from collections.abc import Mapping

from bot.content import clinic_facts, hours
from bot.content.clinic_facts import NewFact
from bot.content.complaint import complaint
from bot.content.edit import with_contact_details, with_fact, with_hours
from bot.content.model import Fact, fill
from bot.content.remarks import Remark
from bot.content.wholesome import one_line
from bot.editing.keeping import Keeper, Refused
from bot.store.revisions import Change

CLINIC_FACTS = "data/facts/clinic.yml"


class FactEditor(Keeper):
    """The console's way to the facts. Every method blocks: call it off the event loop."""

    def facts(self) -> list[Fact]:
        """Every fact an answer may rest on, by id."""
        return sorted(self.content.facts.values(), key=lambda fact: fact.id)

    def add_fact(self, fact: NewFact, author: str) -> Fact:
        """Make a clinic fact, its id by the server. Raises Refused."""
        unfit = clinic_facts.on_fact(fact)
        if unfit:
            raise Refused(unfit)
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

    def hours(self) -> Fact | None:
        """When somebody at the clinic answers, as it is kept; None where the clinic has not said so."""
        return self.content.facts.get(hours.FACT)

    def save_hours(self, given: Mapping[str, str], who: str, since: str, author: str) -> None:
        """Keep when somebody answers, live in every reply that says so.

        Args:
            given: a time zone and the hours of each open day, as `bot.content.hours` reads them.
            who: who at the clinic says so.
            since: the day since which they hold (ISO).
            author: who keeps it.

        Raises:
            Refused: a day or the zone can't be read, no day is open, or it isn't said who says so or since when.
        """
        try:
            days = hours.read(given)
        except ValueError as error:
            raise Refused([Remark("hours", complaint("hours"))]) from error
        said = [f"{self.content.reply(f'weekday_{day}', 'web')} {hours.span(*days[day])}" for day in sorted(days)]
        told = fill(self.content.reply("hours_told", "web"), {"days": ", ".join(said)})
        unfit = clinic_facts.on_fact(NewFact(told, who, since))
        if not days or unfit:
            raise Refused(unfit or [Remark("hours", complaint("hours"))])
        before = self.hours()
        made = Fact(hours.FACT, told, "clinic", who=one_line(who), since=one_line(since), hours=given)
        file = before.file if before else CLINIC_FACTS
        text = with_hours(self._library.texts().get(file), made)
        self._checked([Change(file, text, self._library.numbers().get(file, 0))], author)

    def _fact_change(self, made: Fact) -> Change:
        text = with_fact(self._library.texts().get(CLINIC_FACTS), made)
        return Change(CLINIC_FACTS, text, self._library.numbers().get(CLINIC_FACTS, 0))
