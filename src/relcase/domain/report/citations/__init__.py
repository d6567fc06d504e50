"""The citations of a report, its reference list, and the sources of ours they are of."""
