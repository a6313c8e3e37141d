"""The verbs of `python -m bot`, a module for each: `add_arguments` says what may follow it, `run` does it."""
