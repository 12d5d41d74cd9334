"""upgrade: a document of any version that is read → the same in OpenAPI 3.1 form. Nobody after it knows versions.

In: the linked document, all references local. Out: plain data in 3.1 form; the input stays as it was. The steps are
one behind the other: Swagger 2.0 → OpenAPI 3.0 → 3.1.
"""

from qiyue.diagnostics import Diagnostic, Report, Severity
from qiyue.source import Places
from qiyue.upgrade.openapi30 import upgrade_30
from qiyue.upgrade.swagger20 import upgrade_20
from qiyue.upgrade.version import OPENAPI_31, read_version
from qiyue.values import Plain

__all__ = ["to_31"]


def to_31(data: Plain, places: Places, report: Report) -> Plain:
    """The 3.1 form of a document. ``places`` learn where what moves was written.

    Raises:
        Refused: the document does not say that it is Swagger 2.0 or OpenAPI 3.
    """
    version = read_version(data, places, report)
    if version > OPENAPI_31:
        message = f"OpenAPI {data['openapi']} is read as 3.1: of what came later only `itemSchema` of streams is seen"
        report.add(Diagnostic("newer-version", Severity.GAP, message, places.place("/openapi")))
    data, version = upgrade_20(data, version, places, report)
    return upgrade_30(data, version, places, report)
