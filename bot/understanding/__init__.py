"""What a patient means: sentence encoder, classifier, learned thresholds, evaluation. No Rasa in it."""
