"""How messages come in and replies go out, one channel a file, and what the channels share."""
