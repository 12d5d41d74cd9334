"""Content: the body of an answer, unpacked, and no more of it than a caller wants to hold."""

from typing import Final

import httpx2

from .absent import ABSENT, Absent

MOST: Final = 256 * 2**20
"""Bytes of an answer where a caller does not say."""
SUSPICIOUS: Final = 32 * 2**20
STEEPEST: Final = 200
"""An answer of more than so many bytes that is more than so many times as long as what was sent is taken for one that
was made to fill the memory, where a caller does not say how long answers may be."""


class Content:
    """Takes the pieces of an answer. ``fault`` tells why they are not all of it."""

    def __init__(self, answer: httpx2.Response, most: int | Absent | None) -> None:
        self._answer = answer
        self._most = MOST if most is ABSENT else most
        self._doubts = most is ABSENT
        self._pieces: list[bytes] = []
        self._size = 0
        self.fault = ""

    def take(self, piece: bytes) -> bool:
        """Take a piece; false where it is one too many."""
        self._size += len(piece)
        if self._most is not None and self._size > self._most:
            self.fault = f"the answer is longer than max_response_bytes={self._most}"
        elif self._doubts and self._size > SUSPICIOUS and self._size > STEEPEST * self._answer.num_bytes_downloaded:
            self.fault = (
                f"the answer is {STEEPEST} times as long unpacked as it was sent, and more than {SUSPICIOUS} bytes: "
                "give max_response_bytes= to read it"
            )
        else:
            self._pieces.append(piece)
        return not self.fault

    def breaks(self) -> None:
        """Remember that the pieces cannot be unpacked."""
        coding = self._answer.headers.get("content-encoding", "")
        self.fault = f"the answer's content encoding {coding} is broken"

    def whole(self) -> bytes:
        return b"".join(self._pieces)


def read(answer: httpx2.Response, most: int | Absent | None) -> Content:
    """Read an answer to its end, unless it cannot be unpacked or is longer than it may be."""
    content = Content(answer, most)
    try:
        for piece in answer.iter_bytes():
            if not content.take(piece):
                break
    except httpx2.DecodingError:
        content.breaks()
    return content


async def read_async(answer: httpx2.Response, most: int | Absent | None) -> Content:
    """Read an answer as ``read`` does."""
    content = Content(answer, most)
    try:
        async for piece in answer.aiter_bytes():
            if not content.take(piece):
                break
    except httpx2.DecodingError:
        content.breaks()
    return content
