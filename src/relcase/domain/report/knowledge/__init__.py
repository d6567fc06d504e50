"""What the stores know that a sentence can be recognised by and held against."""
