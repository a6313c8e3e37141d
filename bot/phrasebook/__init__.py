"""What a message says by its words alone, by patterns: no model and no Rasa in it. What it was understood as is told to it."""
