"""The verdict on each number of a sentence, held against the entry it speaks of."""
