"""Each rule that calms reaches one hit only."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import safety
from bot.content.load import parse

IN_CALM_WORDS = Path(__file__).with_name("in_calm_words.yml")
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
    ("I am drowning in handovers this week", "I am drowning in the bath, help"),
    ("she is drowning in seating charts", "my son was drowning in the pool, he is coughing"),
    ("end of my rope with the printer, it jams", "i'm at the end of my rope with this pain and i can't go on"),
    ("my teens want to die of embarrassment", "my teen wants to die"),
    ("a printer that wants to die", "my sister wants to die"),
    ("he'd jump off a balcony over the bubble wrap", "i want to jump off a balcony"),
    ("i'd leap from a bridge than discuss this", "i'm going to leap from a bridge"),
    ("a wee face like she'd swallowed a wasp", "she swallowed a wasp and her throat is closing"),
    ("tests of his blood were good", "there is blood in my urine and i'm 30 weeks"),
    ("24 wks and a leak under the tub, how much is a visit", "24 wks and there is a leak down my legs"),
    ("25 weeks, and our roof leaks", "25 weeks and i'm leaking"),
    ("our childcare collapsed", "my wife just collapsed"),
    ("nearly gave the senior partner a heart attack", "my partner is having a heart attack"),
    ("i laughed till i nearly passed out", "i nearly passed out just now"),
    ("my dentist despairs of me", "i despair, nothing helps and i can't go on"),
    ("can't cope with this heat", "can't cope with this life"),
    ("your booking page is having a fit", "my daughter is having a fit"),
    ("my bf had a fit because the therapist is a man", "my bf had a fit and isn't waking up"),
    ("he'll kill me if i forget the milk", "he'll kill me if i tell anyone"),
    ("twins means two of everything", "i see two of everything all of a sudden, 30 weeks"),
    ("i can't talk out loud", "he suddenly can't talk and his mouth droops"),
    ("she has been blind since birth and gets about fine", "since the birth i am bleeding through pads"),
    ("she likes to hear a voice", "i gave birth last week and i hear voices"),
    ("the baby is finally asleep", "the baby in my belly is so quiet, no kicks today"),
    ("sat with one leg folded under me", "my leg keeps folding under me when i stand"),
    ("we said goodbye to a house", "he texted goodbye to everyone and took pills"),
    ("a film about a suicide", "i'm thinking about suicide"),
    ("i cut myself twice in 9 years juggling knives", "i cut myself again tonight"),
    ("free of seizures for fourteen years", "she is having a seizure"),
    ("screamed like she was being stabbed", "she was stabbed"),
    ("what do contractions feel like, i'm 24 weeks", "what do i do, contractions every 5 minutes at 24 weeks"),
    ("i slipped on the ice four winters ago and hit my head", "i slipped on the ice and hit my head"),
    ("nobody was hurt in the crash", "a crash just now, my neck hurts and i'm pregnant"),
    ("26 weeks, sore on the left when i climb", "6 weeks, sharp pain on the left and no scan yet"),
    ("our plan is better than any bridge", "i have a plan and a rope"),
    ("i nearly fell off the chair laughing", "i fell off a chair at 30 weeks and hit my belly"),
    ("my hips feel like they're falling apart, can you fix it", "i'm falling apart and can't cope"),
    ("on eliquis after the clot in my leg, can i come", "there is a clot in my leg, it is hot and swollen"),
    ("last seizure was in june, may i still come", "she is having a seizure"),
    ("are the dog's flea tablets ready", "i swallowed all the tablets in the house"),
    ("worried about clots on a flight, i'm pregnant", "i'm pregnant and passing clots"),
    ("worried i'll fall on the ice with this bump", "i fell on the ice on my bump, 30 weeks"),
    ("without insurance there is no point talking", "there is no point, i want to die"),
    ("my cousin fainted at hers in march, what should i eat", "i fainted at home this morning"),
    ("how would i know the difference between gas and labor", "how do i stop this bleeding, i'm 20 weeks"),
    ("si pain from a car wreck, no baby in sight", "si pain from a car wreck this morning, neck hurts"),
    ("i fell on the ice in february, is that the reason for my si pain", "i fell on the ice on my belly, 30 weeks"),
    ("slipped on ice in jan, can a fall do that", "slipped on ice and hit my head, dizzy"),
    ("i fell off a horse in 1998, could that still be the reason", "i fell off a horse today and my legs are numb"),
    ("my grandson passed out at his flu shot", "my grandson passed out at the table"),
    ("i get woozy at blood draws", "i'm woozy and bleeding, 12 weeks"),
    ("is acupuncture alone going to do it", "i have the pills and i'm going to do it"),
    ("so done being stabbed, are yours thinner", "i was stabbed"),
    ("tylenol is all i get and its useless", "life is useless, i am done"),
    ("he'll kill me if i spend any more on yarn", "my husband will kill me if i leave him"),
    ("thought i was having a stroke lol", "thought i was having a stroke i was slurring"),
    ("he'll kill me if i forget the milk", "my husband will kill me if i forget his dinner again"),
    ("my wife will kill me if i miss her birthday", "he will kill me if i miss curfew"),
    ("we are not moving in yet, our house is late", "baby is not moving in there today"),
    ("this hip is beating me up", "my husband is beating me up"),
    ("i'd die for a massage, lol", "i want to die for real this time"),
    ("stuffy nose, can't breathe face down", "my throat feels blocked and i can't breathe"),
    ("ouch, shooting pain down my leg", "shooting pain from my chest into my left arm"),
    ("i laughed so hard i nearly fainted", "fainted laughing a minute ago, 27 weeks"),
    ("had a stroke in 2019, all fine since", "had a stroke in 2019, face is drooping and he can't talk"),
    ("had a clot in 2019, all clear", "had a clot in 2019 and the calf is swollen, hot and red"),
    ("do you treat migraines, chest pain and fainting", "can you squeeze me in, bleeding heavily at 30 weeks"),
    ("why is a baby more active at night", "why is the baby not moving, 34 weeks"),
    ("had contractions at 30 weeks in 2016, false alarm", "contractions, 3 in 10 and it hurts, 33 weeks"),
]


@pytest.mark.parametrize(("calm", "urgent"), PAIRS)
def test_a_rule_calms_what_it_governs_and_nothing_else(flags: safety.Safety, calm: str, urgent: str) -> None:
    """Of two messages with much the same words one is calm and the other is not."""
    assert (flags.check(calm), bool(flags.check(urgent))) == (None, True)


def test_danger_told_in_the_words_of_a_rule_is_heard(flags: safety.Safety) -> None:
    """What an adversary who had read every rule wrote in its own words: none that is heard may be lost again."""
    told = parse(IN_CALM_WORDS, IN_CALM_WORDS.name)
    assert [text for texts in told.values() for text in texts if flags.check(text) is None] == []
