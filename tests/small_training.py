"""Few phrases under few labels, alike enough to be confused now and then: they train in a fraction of a second."""

from __future__ import annotations

PHRASES = {
    "faq/session_length": """how long is a visit|how long does it take|how many minutes is a session|is it an hour
        time for one visit|duration of a session|how much time do i need|minutes per visit|when am i done
        how long do the needles stay in""",
    "faq/needles_pain": """do the needles hurt|are the needles thick|i am scared of needles|is it painful
        will it hurt|how much does it hurt|needle size|does a session hurt|sting or not|how long does it hurt""",
    "not_covered/price": """how much is a visit|what does it cost|price of a session|how much does it cost
        is it expensive|fee per visit|what do you charge|cost please|how much for an hour|how much money""",
    "out_of_scope": """who won the game|capital of france|how long is the nile|how much is a bitcoin
        weather tomorrow|tell me a joke|how long is a movie|price of gold|play some music|book a flight""",
}
LABELLED = [(text.strip(), label) for label, texts in PHRASES.items() for text in texts.replace("\n", "|").split("|")]
TEXTS = [text for text, _ in LABELLED]
LABELS = [label for _, label in LABELLED]
