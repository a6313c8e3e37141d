"""The hands: what needs doing beside answering, one capability a module. Runs as `python -m rasa_sdk --actions actions`."""
