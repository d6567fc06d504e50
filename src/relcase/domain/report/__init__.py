"""A finished report held against what the stores know."""

from relcase.domain.report.findings import Findings
from relcase.domain.report.judge import judge
from relcase.domain.report.knowledge.known import Known

__all__ = ["Findings", "Known", "judge"]
