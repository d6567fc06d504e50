"""How a report is laid out: sections, lists, tables, and what stands around a sentence."""
