"""The words of a report: sentences, stems, what looks like a number and is none."""
