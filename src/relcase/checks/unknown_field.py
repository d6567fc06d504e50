"""S01 unknown field: a field or section name that the record does not have.

A field under a wrong name would be skipped without a word, and the reader would miss
what it says. Correct the spelling; docs/data-format.md lists the fields of every kind.
What has no field of its own goes into `caveats` or a `note`. The check at the door of
the store speaks for this rule.

Bad:
    caveat:
      - The study cannot show what causes what.
Good:
    caveats:
      - The study cannot show what causes what.
"""

from relcase.domain.problem import Rule

RULE = Rule("S01", "unknown field", "error")
