"""Y02 tab: a tab at the start of a line, where YAML wants spaces.

A tab is as wide as each editor likes, so YAML does not count it as indentation. Use
spaces; most editors can convert tabs to spaces and type spaces for the tab key.

Bad:
    statistics:
      - id: trust-2024
    \theadline: Trust rose.
Good:
    statistics:
      - id: trust-2024
        headline: Trust rose.
"""

from relcase.domain.problem import Rule

RULE = Rule("Y02", "tab", "error")
