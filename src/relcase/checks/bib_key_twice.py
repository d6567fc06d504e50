"""K02 citation key given twice: two sources under the same key.

A citation must lead to one source. Only the first is read; give the other a key of its
own, or delete it if it is the same work.

Bad:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
    @article{abel2018,
      author = {Abel, Julian},
      title = {Compassionate communities},
      journal = {British Journal of General Practice},
      year = {2018},
    }
Good:
    @article{abel2018,
      author = {Abel, Julian},
      title = {Reducing emergency hospital admissions},
      journal = {British Journal of General Practice},
      year = {2018},
    }
    @article{abel2018b,
      author = {Abel, Julian},
      title = {Compassionate communities},
      journal = {British Journal of General Practice},
      year = {2018},
    }
"""

from relcase.domain.problem import Rule

RULE = Rule("K02", "citation key given twice", "error")
