"""The program around Rasa: channels, the way of a message, the store, and what runs inside Rasa's process."""
