"""What can be wrong with a sentence about a study, by rule; ``rules`` lists them."""
