"""What is said while a danger is open and met by words of the danger's own file, or shows that it is another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.alarm_news import worsens
from bot.conversation.alarm_plan import OF_LIFE, PLANNED
from bot.conversation.alarm_state import GRAVE, Told, remembered_as
from bot.conversation.wording import ANSWERING, Part, Wording
from bot.safety import Safety
from bot.safety.flags import TIERS, FollowUp, RedFlag

LAST = 8
"""Messages after the advice that are still looked at."""


class FollowUps:
    """Reads the entries under `while_open:` and `grave:` of data/red_flags."""

    def __init__(self, safety: Safety, flags: Mapping[str, RedFlag], wording: Wording) -> None:
        self._safety, self._flags, self._wording = safety, flags, wording

    def of(self, told: Told) -> FollowUp | None:
        """What the words are, of all that may follow this danger."""
        follow = self._safety.following(told.urgent, told.text) if told.since < LAST or told.planned else None
        return None if follow and told.grave and follow.mild else follow

    def other_danger(self, told: Told) -> tuple[Part, str] | None:
        """The advice on the danger that it turns out to be, and its id: `not blood, like water`, a loop that hangs out."""
        follow = self.of(told)
        if follow is None or not follow.becomes:
            return None
        lesser = TIERS.index(self._flags[follow.becomes].tier) > TIERS.index(self._flags[told.urgent].tier)
        if lesser and not told.expecting:  # a haemorrhage is no broken waters of somebody who isn't known to be pregnant
            return None
        flag = self._safety.as_told(self._flags[follow.becomes], told.text)
        return self._wording.advice(flag, told.channel, told.language), follow.becomes

    def turned(self, told: Told, is_over: bool) -> tuple[list[Part], dict[str, Any]] | None:
        """The advice where it turns out to be another danger, or at its worst, and what is remembered; None where neither.

        Args:
            told: what the patient said, and what is urgent.
            is_over: whether it tells how the danger ended: then nothing in it is the worst of it.
        """
        other = self.other_danger(told)
        if other:
            planned = {PLANNED: other[1]} if other[1] in OF_LIFE else {}
            return [other[0]], {**remembered_as(other[1], 0), **planned}
        worst = None if is_over else self.worst(told)
        return ([worst], {**remembered_as(told.urgent, 0), GRAVE: told.urgent}) if worst else None

    def worst(self, told: Told) -> Part | None:
        """All the advice for the danger at its worst, where it is told to be so now; None where it isn't."""
        flag = self._flags.get(told.urgent)
        if flag is None or flag.graver is None or told.since >= LAST or not self._safety.grave(flag.id, told.text):
            return None
        return self._wording.advice(flag.graver, told.channel, told.language)

    def open_danger(self, told: Told) -> RedFlag | None:
        """The danger that is open, as it was told; None where there is none, or it has no name."""
        flag = self._flags.get(told.urgent)
        return flag.graver if flag and told.grave and flag.graver else flag

    def stays(self, flag: RedFlag, told: Told) -> bool:
        """Whether words in which a danger was heard anew are only met: they belong to the one that is open.

        Never where it grows, nor where the less is said of it the better: then all the advice is due.
        """
        follow, before = self.of(told), self._flags.get(told.urgent)
        if follow is None or before is None or follow.becomes or not before.restore or worsens(told.text, told.urgent):
            return False
        return flag.id == before.id or (follow.keeps and flag.tier == before.tier)

    def met(self, parts: list[Part], told: Told) -> list[Part]:
        """What meets the words, and in short the advice; that alone where the less is said of it the better. Or nothing.

        Args:
            parts: what was understood; a question among them is answered where the entry says so.
            told: what the patient said, and what is urgent.
        """
        follow, flag = self.of(told), self.open_danger(told)
        if follow is None or flag is None or follow.becomes:
            return []
        words = follow.words(told.channel)
        asked = [part for part in parts if follow.answers and part.kind in ANSWERING]
        if asked:
            return [replace(asked[0], text=f"{words} {asked[0].text}", offer="")]
        text = f"{words} {flag.again}" if flag.restore else words
        advice = self._wording.advice(flag, told.channel, told.language)
        return [replace(advice, text=flag.spoken(text, told.language))]
