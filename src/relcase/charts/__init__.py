"""Charts of records: plain data first, pictures when they are asked for."""
