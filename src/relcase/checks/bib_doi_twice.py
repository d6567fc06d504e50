"""K09 DOI given twice: two sources with the same DOI.

They are one work under two keys, and a reference list would print it twice. Keep one,
and cite that one everywhere; or correct the DOI that was copied by mistake.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      doi = {10.3399/bjgp18X699437},
      year = {2018},
    }
    @article{abel2018b,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      doi = {10.3399/bjgp18X699437},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      doi = {10.3399/bjgp18X699437},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K09", "DOI given twice", "warning")
