"""A few conversations in the form of `tests/patients/`, for the tests of what measures them."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "topics.yml": "location: [where is the clinic located]\n",
    "not_covered.yml": "[how much does a session cost]\n",
    "out_of_scope.yml": "[what is the capital of France]\n",
    "smalltalk.yml": "[thank you]\n",
    "handoff.yml": "[can I talk to a person please]\n",
    "compound.yml": "- {text: 'where are you located and how much does it cost', topics: [location, not_covered]}\n",
    "follow_ups.yml": "- {turns: [what is SI joint pain, how do I book an appointment], topics: [booking]}\n",
    "noise.yml": "- {clean: where is the clinic located, noisy: 'hi!! WHERE IS THE CLINIC LOCATED thx', topic: location}\n",
}


def write_talks(folder: Path) -> Path:
    """Write them into the folder and return it."""
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text)
    return folder
