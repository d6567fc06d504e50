"""Numbers of a sentence beside those of a record: of what else they may be."""
