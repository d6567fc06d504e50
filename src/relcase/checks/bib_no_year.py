"""K13 source without a year: a source that says nothing about when it appeared.

A reader weighs a figure by its age, and a citation without a year reads as careless.
Give `year` or `date`. Where the work itself has none, say so with `n.d.`; a year that
somebody has yet to read on a page waits under `unconfirmed` and is not printed.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
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

RULE = Rule("K13", "source without a year", "warning")
