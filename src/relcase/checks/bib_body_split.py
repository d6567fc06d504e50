"""K04 body split into names: a body as author that other tools take for persons.

BibTeX divides authors at every ` and `, and names at commas and spaces. A body whose
name holds one of these is kept whole by a second pair of braces.

Bad:
    @report{barnes2020,
      author = {Barnes and Noble Trust},
      title = {Reading together},
      institution = {{Barnes and Noble Trust}},
      year = {2020},
    }
Good:
    @report{barnes2020,
      author = {{Barnes and Noble Trust}},
      title = {Reading together},
      institution = {{Barnes and Noble Trust}},
      year = {2020},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K04", "body split into names", "warning")
