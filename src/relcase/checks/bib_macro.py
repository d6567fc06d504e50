r"""K06 unknown LaTeX macro: a LaTeX command that relcase cannot turn into letters.

The text would be printed with the command in it or with a letter missing. Write the
letter itself; the file is UTF-8.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {\mytrust{} and admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Trust and admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K06", "unknown LaTeX macro", "warning")
