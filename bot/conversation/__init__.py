"""What a message is answered beside what the brain makes of it, and how that is kept; `bot/turn.py` is the way through."""
