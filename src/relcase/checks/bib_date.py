"""K12 unreadable date of a source: a date that is not a year, month and day.

Without a year the source is printed "n.d." and passes over every check of time. Give
`year` in four digits and `month` as a name or a number, or `date` as 2018-10-08. A year
that nobody knows is `n.d.`; other parts that are not known stay out.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {c. '18},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K12", "unreadable date of a source", "error")
