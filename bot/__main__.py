"""`python -m bot <verb>`: the commands of the operator and the developer."""

from __future__ import annotations

import argparse
import asyncio
import errno
import io
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from bot import backup_verbs, content, pinned_files, safety, sentences, settings, staff_verbs, training
from bot.editing import faq_verbs
from bot.outbox import how_the_clinic_hears
from bot.processes import CannotStart, hands_alone, supervise
from bot.publishing import publish_verb
from bot.publishing.unlearned import unlearned
from bot.settings import Settings, SettingsError
from bot.sms import command as text_messages
from bot.sms import opt_out
from bot.store import StoreDown
from bot.understanding.encoder import EncoderError, fingerprint

EXPECTED = (
    SettingsError,
    content.ContentError,
    pinned_files.PinnedFilesError,
    EncoderError,
    training.TrainingError,
    CannotStart,
)


def tell(text: str) -> None:
    """A line of progress for whoever started the command."""
    print(f"· {text}", file=sys.stderr, flush=True)


def check(chosen: Settings, arguments: argparse.Namespace) -> int:
    """refuse content that must not be served, naming file, line and what to do"""
    known = _loaded(chosen)
    if not _mended([*content.check(known), *content.gone(known)]):
        return 1
    tell("the content is sound")
    return 0


def encoder(chosen: Settings, arguments: argparse.Namespace) -> int:
    """fetch and check the sentence encoder and the staff console's script"""
    pinned_files.ensure(pinned_files.ENCODER, chosen.models / "encoder", tell)
    pinned_files.ensure(pinned_files.CONSOLE_SCRIPT, settings.ROOT / "bot" / "console" / "static", tell)
    return 0


def train(chosen: Settings, arguments: argparse.Namespace) -> int:
    """check the content and train a model on it"""
    encoder(chosen, arguments)
    if check(chosen, arguments):
        return 1
    tell("training (about 2 minutes)")
    tell(f"trained: {training.train(chosen, tell)}")
    return 0


def run(chosen: Settings, arguments: argparse.Namespace) -> int:
    """start everything at http://localhost:8000, training first where there is no model"""
    known = _loaded(chosen)
    model = _ready_model(chosen, known)
    if model is None:
        return 1
    for line in text_messages.warnings(chosen, known):
        tell(line)
    tell(how_the_clinic_hears(chosen))
    if chosen.serve != "chat":
        staff_verbs.greet_owner(chosen, tell)
    asyncio.run(supervise(chosen, model, tell))
    return 0


def edge(chosen: Settings, arguments: argparse.Namespace) -> int:
    """start the edge alone; BRAIN_URL says where the brain is"""
    if not chosen.brain_url:
        raise SettingsError("BRAIN_URL is missing: it says where the brain listens, such as http://127.0.0.1:5005.")
    import uvicorn

    from bot.app import create_app

    app = create_app(chosen)
    known = app.state.console.library.content()
    if not _sound(known):  # of the store: it may have been taken by an earlier version
        return 1
    for line in text_messages.warnings(chosen, known):
        tell(line)
    tell(how_the_clinic_hears(chosen))
    # Rasa pins a websockets release that uvicorn can't use, and nothing here speaks WebSocket.
    uvicorn.run(
        app, host=chosen.host, port=chosen.port, ws="none", access_log=False, log_level="warning",
        server_header=False, forwarded_allow_ips=chosen.trusted_proxies, timeout_graceful_shutdown=15,
    )  # fmt: skip
    return 0


def ask(chosen: Settings, arguments: argparse.Namespace) -> int:
    """answer each line of standard input as a fresh conversation, as JSON lines"""
    from bot.ask import answer_lines

    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    with _stdout_alone() as out:
        return _with_desk(chosen, lambda desk: answer_lines(desk, arguments.channel, sys.stdin, out))


def evaluate(chosen: Settings, arguments: argparse.Namespace) -> int:
    """measure masking, and the shipped path on the held-out phrasings in tests/data"""
    from bot.evaluation import evaluate as measure
    from bot.evaluation import masking, opt_outs

    print(masking.table(masking.measure(chosen.root / "tests" / "privacy.yml")))
    ears = opt_out.load(chosen.data / "sms" / "opt_out.yml")
    print(opt_outs.heed(ears, chosen.root / "tests" / "data" / "sms" / "opt_out.yml"))
    return _with_desk(chosen, lambda desk: measure(desk, chosen.root))


@contextmanager
def _stdout_alone() -> Iterator[TextIO]:
    """Standard output for the answers alone: what libraries print in between goes to standard error."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as out:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        yield out


def _loaded(chosen: Settings) -> content.Content:
    """The content, once all that a start would refuse to read is seen to be readable."""
    known = content.load(chosen.data)
    safety.load(chosen.data / "red_flags")
    opt_out.load(chosen.data / "sms" / "opt_out.yml")
    return known


def _sound(known: content.Content) -> bool:
    """Whether content may be served; what is to be mended is told."""
    return _mended(content.check(known))


def _mended(problems: Sequence[content.Problem]) -> bool:
    """Whether there is no problem; each is told."""
    for problem in problems:
        print(f"{problem.file}, line {problem.line}: {sentences.mended_by(problem)}")
    if problems:
        tell(f"{len(problems)} to mend")
    return not problems


def _ready_model(chosen: Settings, known: content.Content) -> Path | None:
    """The model to serve with, trained where there is none; None where the content has to be mended, which is told."""
    if not _sound(known):
        return None
    encoder(chosen, argparse.Namespace())
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


def _with_desk(chosen: Settings, use: Callable[[Any], Awaitable[Any]]) -> int:
    """Call `use` with a front desk over a brain in this process and a throw-away store."""
    known = _loaded(chosen)
    model = _ready_model(chosen, known)
    if model is None:
        return 1
    from bot.conversation.memory import Days
    from bot.engine.local import LocalBrain, quiet
    from bot.store import open_store
    from bot.turn import FrontDesk

    quiet()

    async def main(scratch: str) -> int:
        async with hands_alone(chosen) as hands_url:
            brain = await LocalBrain.load(chosen.root, model, hands_url)
            store = open_store(f"sqlite:///{scratch}/bot.db")
            flags = safety.load(chosen.data / "red_flags")
            keys = chosen.secret_for("digests"), chosen.secret_for("sealing")
            days = Days(chosen.retention_days, chosen.callback_days)
            desk = FrontDesk(known, flags, store, brain, *keys, days)
            result = await use(desk)
            store.close()
        return int(result or 0)

    with tempfile.TemporaryDirectory() as scratch:
        return asyncio.run(main(scratch))


def _ask_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--channel", choices=("web", "sms"), default="web")


def _publish_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--id", type=int, default=0, help=argparse.SUPPRESS)


OWN_VERBS = (run, check, train, ask, evaluate, edge, encoder)
VERBS: dict[str, Callable[[Settings, argparse.Namespace], int]] = {
    verb.__name__: verb
    for verb in (
        *OWN_VERBS,
        staff_verbs.staff,
        publish_verb.publish,
        faq_verbs.faq,
        text_messages.sms,
        backup_verbs.backup,
        backup_verbs.restore,
    )
}
ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "ask": _ask_arguments,
    "publish": _publish_arguments,
    "staff": staff_verbs.add_arguments,
    "faq": faq_verbs.arguments_of,
    "sms": text_messages.add_arguments,
    "backup": backup_verbs.backup_arguments,
    "restore": backup_verbs.restore_arguments,
}


def main() -> int:
    """Run a verb; what goes wrong in an expected way is one sentence, never a traceback."""
    parser = argparse.ArgumentParser(prog="python -m bot")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, verb in VERBS.items():
        command = verbs.add_parser(name, help=verb.__doc__)
        if name in ARGUMENTS:
            ARGUMENTS[name](command)
    arguments = parser.parse_args()
    try:
        return VERBS[arguments.verb](settings.load(), arguments)
    except EXPECTED as error:
        print(error, file=sys.stderr)
    except StoreDown:
        print("The database can't be opened: check DATABASE_URL, and that the disk has space.", file=sys.stderr)
    except BrokenPipeError:  # `… | head`: whoever reads has seen enough, and closing must not fail on it again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT):
            raise
        print(f"{error.strerror} ({error.filename or 'the disk'}): free some space or mend the rights.", file=sys.stderr)
    except KeyboardInterrupt:
        pass
    return 1


if __name__ == "__main__":
    sys.exit(main())
