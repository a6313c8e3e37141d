"""What runs inside Rasa's process, one component a file. Nothing but Rasa's YAML and `bot/__main__.py` names it."""
