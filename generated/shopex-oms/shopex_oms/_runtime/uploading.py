"""Uploading: the vendor gives an address, the file goes there, and what the vendor calls it is given back.

The address is another party's: nothing that belongs to the client goes along. It is a secret too, so no text shows it.
"""

from collections.abc import Generator, Mapping
from typing import Any, Final, NoReturn

from .absent import ABSENT
from .attempts import attempted
from .conversation import converse
from .deadline import Deadline, deadline_of
from .errors import InvalidRequestError, UndecodableError
from .files import FileInput, FilePart, media_type_of, open_file
from .flows import Upload
from .operation import Answer, Operation
from .options import CallOptions
from .problems import Problem
from .request import draft_of
from .response import RawResponse
from .secret import Secret, sealed
from .settings import Settings, deadline_in, retry_in, size_in, timeout_in
from .shape import shape
from .spots import placed, plainly, typed
from .steps import Outcome, Request, Send, Step

UNKNOWN: Final = "application/octet-stream"


def upload(
    operation: Operation[Any], file: FileInput, arguments: Mapping[str, Any], options: CallOptions, settings: Settings
) -> Generator[Step, Outcome, Any]:
    """Upload a file.

    Raises:
        ClientError: there is no address, or the file did not get there.
    """
    declared = operation.upload
    if declared is None:
        raise TypeError(f"{operation.id} uploads nothing")
    part = _opened(operation, file)
    media = media_type_of(part, ()) or UNKNOWN
    values = [(declared.file_name, part.name), (declared.content_type, media)]
    draft = draft_of(operation, placed(arguments, values), options, settings.shared)
    deadline = deadline_of(operation, deadline_in(options, settings) or None, None, settings.retry, settings.monotonic)
    address, result = _promised(declared, (yield from converse(operation, draft, options, settings)))
    yield from _sent(operation, declared, address, part, media, options, settings, deadline)
    return result


@sealed
def _promised(declared: Upload, response: RawResponse[Any]) -> tuple[Secret[str], Any]:
    """Give the address of an answer, and what the vendor will call the file."""
    address, result = plainly(response, declared.address), typed(response, declared.result)
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        _missing(response, "address", declared.address)
    if result in (ABSENT, None):
        _missing(response, "result", declared.result)
    return Secret(address), result


def _opened(operation: Operation[Any], file: FileInput) -> FilePart:
    try:
        return open_file(file)
    except TypeError as error:
        problem = Problem("file", str(error), shape(file))
        raise InvalidRequestError(operation=operation.id, problems=(problem,)) from None


def _sent(
    operation: Operation[Any],
    declared: Upload,
    address: Secret[str],
    part: FilePart,
    media: str,
    options: CallOptions,
    settings: Settings,
    deadline: Deadline,
) -> Generator[Step, Outcome, None]:
    request = Request(declared.method, *_split(address.reveal()), (("Content-Type", media),), part.content)
    timeout, policy = timeout_in(options, settings, operation), retry_in(options, settings)
    there: Operation[None] = Operation(
        id=f"{operation.id} (upload)",
        method=declared.method,
        path="",
        answers=(Answer(status="2XX", content_type=""),),
    )

    def prepare() -> Generator[Step, Outcome, Send]:
        yield from ()
        return Send(request, timeout, there.id, left=deadline.left(), most=size_in(options, settings), foreign=True)

    yield from attempted(there, prepare, policy, deadline, settings, Secret([address.reveal(), request.query]))


def _split(address: str) -> tuple[str, str]:
    """Give the address without its query, and the query."""
    bare, _, query = address.partition("?")
    return bare, query


def _missing(response: RawResponse[Any], what: str, at: str) -> NoReturn:
    raise UndecodableError(
        f"the answer has no {what} of the upload at {at}",
        operation=response.operation.id,
        status=response.status,
        headers=response.headers,
        raw=response.raw,
        body=response.body,
    )
