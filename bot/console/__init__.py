"""The staff console: pages on which the clinic keeps its answers right, rendered on the server."""
