"""K11 field of a source given twice: one field with two values in one source.

Which of the two is meant nobody can tell; only the first is read. Delete one. Several
authors go into one `author`, with ` and ` between them.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      author = {Kingston, Helen},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian and Kingston, Helen},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K11", "field of a source given twice", "error")
