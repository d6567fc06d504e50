"""Y03 field given twice: one field with two values in the same entry.

Which of the two is meant nobody can tell; only the first is read. Delete one, or, for
the fields that hold a list, put both under one name.

Bad:
    statistics:
      - id: trust-2024
        outcome: trust in neighbours
        outcome: trust in councils
Good:
    statistics:
      - id: trust-2024
        outcome: trust in neighbours and in councils
"""

from relcase.domain.problem import Rule

RULE = Rule("Y03", "field given twice", "error")
