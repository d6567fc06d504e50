"""Which entry a sentence speaks of, and how surely."""
