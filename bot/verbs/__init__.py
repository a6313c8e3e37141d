"""The verbs of `python -m bot`, a module for each: what may follow it, and what it does."""
