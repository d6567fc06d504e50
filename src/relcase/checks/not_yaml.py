"""Y01 not YAML: a text that the YAML reader cannot make sense of.

The entry it stands in is left out, the others are read. The usual causes: a text with
`: ` or ` #` in it that needs quotation marks, a quotation mark that is never closed, or
a line that is not indented like its neighbours.

Bad:
    statistics:
      - id: trust-2024
        headline: Trust: what people say
Good:
    statistics:
      - id: trust-2024
        headline: "Trust: what people say"
"""

from relcase.domain.problem import Rule

RULE = Rule("Y01", "not YAML", "error")
