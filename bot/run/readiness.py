"""Before anything serves or learns: the content read and checked, the files fetched, a model found or trained."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot import content, safety, sentences, settings
from bot.publishing.unlearned import unlearned
from bot.run import pinned_files, training
from bot.settings import Settings
from bot.sms import opt_out
from bot.understanding.encoder import fingerprint


def tell(text: str) -> None:
    """A line of progress for whoever started the command."""
    print(f"· {text}", file=sys.stderr, flush=True)


def fetch(chosen: Settings) -> None:
    """The sentence encoder and the staff console's script, checked and fetched where they are missing."""
    pinned_files.ensure(pinned_files.ENCODER, chosen.models / "encoder", tell)
    pinned_files.ensure(pinned_files.CONSOLE_SCRIPT, settings.ROOT / "bot" / "console" / "static", tell)


def loaded(chosen: Settings) -> content.Content:
    """The content, once all that a start would refuse to read is seen to be readable."""
    known = content.load(chosen.data)
    safety.load(chosen.data / "red_flags")
    opt_out.load(chosen.data / "sms" / "opt_out.yml")
    return known


def sound(known: content.Content) -> bool:
    """Whether content may be served; what is to be mended is told."""
    return mended(content.check(known))


def mended(problems: Sequence[content.Problem]) -> bool:
    """Whether there is no problem; each is told."""
    for problem in problems:
        print(f"{problem.file}, line {problem.line}: {sentences.mended_by(problem)}")
    if problems:
        tell(f"{len(problems)} to mend")
    return not problems


def ready_model(chosen: Settings, known: content.Content) -> Path | None:
    """The model to serve with, trained where there is none; None where the content has to be mended, which is told."""
    if not sound(known):
        return None
    fetch(chosen)
    model = training.find_model(chosen)
    if model is None:
        tell("no model yet: training one (about 2 minutes)")
        model = training.train(chosen, tell)
    elif unlearned(chosen, model, known):
        tell("data/ was edited since a model learned from it: publish it (console, or `python -m bot publish`), or `make train`")
    problem = training.problem(model, fingerprint(chosen.models / "encoder"))
    if problem:
        raise training.TrainingError(problem)
    return model
