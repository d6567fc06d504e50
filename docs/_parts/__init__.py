"""What the generated parts of the manual are made by, by subject."""
