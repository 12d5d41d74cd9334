"""The Python target: one Api, through its client plan → the files of a distribution that installs by itself."""

from qiyue.api import Api
from qiyue.client_plan import Naming
from qiyue.diagnostics import Report
from qiyue.files import File
from qiyue.targets.target import Locate

__all__ = ["generate"]


def generate(
    api: Api, package: str, report: Report, locate: Locate = lambda _: None, naming: Naming = Naming()
) -> tuple[File, ...]:
    """The files of the client of an Api, relative to the folder of its distribution.

    ``report`` is told what had to be degraded, ``locate`` knows where in the document a JSON Pointer leads.

    Raises:
        Refused: types lie in each other so deeply that nobody wrote them by hand.
    """
    from qiyue.targets.python.assemble import assemble_distribution

    return assemble_distribution(api, package, report, locate, naming)
