"""`python -m bot <verb>`: the commands of the operator and the developer."""

from __future__ import annotations

import argparse
import errno
import os
import sys

from bot import content, settings
from bot.run import pinned_files
from bot.run.processes import CannotStart
from bot.run.training import TrainingError
from bot.settings import SettingsError
from bot.store import StoreDown
from bot.understanding.encoder import EncoderError
from bot.verbs import ask, backup, check, edge, encoder, evaluate, faq, publish, restore, run, sms, staff, train

EXPECTED = (SettingsError, content.ContentError, pinned_files.PinnedFilesError, EncoderError, TrainingError, CannotStart)
VERBS = {
    "run": run,
    "check": check,
    "train": train,
    "ask": ask,
    "evaluate": evaluate,
    "edge": edge,
    "encoder": encoder,
    "staff": staff,
    "publish": publish,
    "faq": faq,
    "sms": sms,
    "backup": backup,
    "restore": restore,
}
"""Each has `add_arguments`, for what may follow it, and `run`, whose docstring is its line in `--help`."""


def main() -> int:
    """Run a verb; what goes wrong in an expected way is one sentence, never a traceback."""
    parser = argparse.ArgumentParser(prog="python -m bot")
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, verb in VERBS.items():
        verb.add_arguments(verbs.add_parser(name, help=verb.run.__doc__))
    arguments = parser.parse_args()
    try:
        return VERBS[arguments.verb].run(settings.load(), arguments)
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
