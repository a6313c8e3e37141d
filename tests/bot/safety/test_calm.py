"""Each rule that calms reaches one hit only."""

from __future__ import annotations

import pytest

from bot import safety

PAIRS = [
    ("no chest pain", "no matter what i do the chest pain stays"),
    ("i dont have chest pain", "i dont know what to do about my chest pain"),
    ("without any chest pain or fainting", "without warning i got chest pain"),
    ("i have not had any bleeding at 20 weeks", "i have not stopped bleeding at 20 weeks"),
    ("no bleeding at 20 weeks", "no bleeding until today at 20 weeks, now alot"),
    ("can acupuncture cause chest pain", "can acupuncture stop my chest pain"),
    ("what are the symptoms of a heart attack", "what do i do about a heart attack"),
    ("do needles cause fainting spells", "do i go in, i keep fainting"),
    ("can acupuncture help with chest pain? thanks", "can acupuncture help with chest pain? it started an hour ago"),
    ("do you treat chest pain, just wondering", "do you treat chest pain, mine came on at lunch today"),
    ("im not having chest pain", "im not able to lift my foot"),
    ("chest pain in 2012, all clear since", "chest pain yesterday"),
    ("had a seizure 20 years ago", "had a seizure 20 minutes ago"),
    ("i had chest pain as a kid", "i had chest pain as a kid and its back now"),
    ("had bleeding at 8 weeks, scan was perfect", "scan was perfect, had bleeding at 8 weeks"),
    ("er ruled out a heart attack", "er has not ruled out a heart attack"),
    ("had contractions at 30 weeks, false alarm", "false alarm last week, contractions at 30 weeks"),
    ("my neighbor swears needles stopped her seizures", "my neighbor swears by you, she has had two seizures"),
    ("im 33 now, had bleeding at 8 weeks, all clear", "im 33 weeks now and bleeding, all clear before"),
    ("bumped my head on the cabinet, fine", "bumped my head on the cabinet, fine at first but now dizzy"),
    ("my sister had contractions at 30 weeks and was ok", "my sister had contractions at 30 weeks and now shes bleeding"),
    ("had a fever in 1999 and a sore back", "fever, 19 weeks"),
    ("my sisters water broke at the store haha", "my sisters water broke at the store"),
    ("hands puffy in the heat, dr checked and fine, 30 weeks", "dr checked and fine, hands puffy in the heat, 30 weeks"),
    ("can you take 15 tylenol in a day", "can you take 15 tylenol in a day? because i did"),
    ("newborn cries all night, exhausted but ok", "newborn cries all night and i want to shake him"),
    ("no tengo sangrado, 20 semanas", "tengo sangrado, 20 semanas"),
    ("i swallowed a button battery when i was three", "my son swallowed a button battery when i was in the kitchen"),
    ("my husband passed out at our scan", "i passed out at our scan, 20 weeks"),
    ("lost all hope in physio", "lost all hope in physio and life"),
    ("lost the will to live in your traffic lights", "lost the will to live since the traffic took him"),
    ("cant cope with forms in small print", "cant cope with forms or with being alive anymore"),
    ("i run a domestic violence shelter", "i run a domestic violence shelter and tonight my husband hit me"),
    ("my mum fell off a ladder years ago", "my mum fell off a ladder an hour ago, her head is bleeding"),
    ("my jaw dropped when i saw the price", "half my face dropped when i woke up"),
    ("shed have a stroke if she saw my room", "shes having a stroke if you ask me"),
    ("gasping for a cup of tea", "gasping for air"),
]


@pytest.mark.parametrize(("calm", "urgent"), PAIRS)
def test_a_rule_calms_what_it_governs_and_nothing_else(flags: safety.Safety, calm: str, urgent: str) -> None:
    """Of two messages with much the same words one is calm and the other is not."""
    assert (flags.check(calm), bool(flags.check(urgent))) == (None, True)
