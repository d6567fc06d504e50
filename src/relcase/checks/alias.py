"""Y04 alias or deep nesting: YAML that refers to other places or nests too deep.

Aliases (`*name`) can make a small file fill the memory, and an entry that borrows its
values from another cannot be read alone. Write the value out. Nesting of more than 40
levels is refused for the same reason; an entry needs five.

Bad:
    statistics:
      - id: trust-2024
        sectors: &both [health, housing]
      - id: trust-2025
        sectors: *both
Good:
    statistics:
      - id: trust-2024
        sectors: [health, housing]
      - id: trust-2025
        sectors: [health, housing]
"""

from relcase.domain.problem import Rule

RULE = Rule("Y04", "alias or deep nesting", "error")
