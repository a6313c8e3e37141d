"""What is learned of what patients mean: sentence encoder, classifier, alarm, spelling, thresholds. No Rasa in it."""

FORMAT = 8
"""Of a saved model; one of another format can't serve."""
