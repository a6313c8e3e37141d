"""Text messages: what a provider brings and takes, opt-outs, limits, and one text for each reply. No web framework in it."""
