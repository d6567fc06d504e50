"""Evidence to content trees. Composers know no format, no file and no citation engine."""
