"""What a patient means: sentence encoder, classifier, learned thresholds, evaluation. No Rasa in it."""

FORMAT = 8
"""Of a saved model; one of another format can't serve."""
