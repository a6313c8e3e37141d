"""A new version: trained in a process of its own, judged, taken live with nothing dropped, and taken back."""
