"""What runs inside Rasa's process, one component a file. Nothing but Rasa's YAML and `bot/run/desk_alone.py` names it."""
