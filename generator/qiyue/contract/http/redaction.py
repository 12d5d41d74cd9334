"""Redaction: secrets do not leave a run. In: values that nobody may see. Out: texts in which a name stands for
each."""

import json
import re
import shlex
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from urllib.parse import quote, quote_plus

HIDDEN = "***"
_SHORTEST = 4
"""Shorter texts are no secrets, and hiding them would garble others; a word of Chinese has two characters."""
_MARK = "\0"


class Redactor:
    """What is hidden: values of the environment behind ``$VARIABLE``, everything else behind ``***``."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._hidden: dict[str, str] = {}
        for name, value in (variables or {}).items():
            self._take(value, f"{_MARK}{name}{_MARK}")

    def add_secret(self, value: str) -> None:
        """Hide a value from now on: a token, a signature."""
        self._take(value, HIDDEN)

    def plain(self, text: str) -> str:
        """Give a text without secrets."""
        return re.sub(f"{_MARK}(.*?){_MARK}", r"$\1", self._marked(text))

    def quoted(self, text: str) -> str:
        """Give a word of a shell without secrets; it reads them from the environment."""
        marked = self._marked(text)
        if _MARK not in marked:
            return shlex.quote(marked)
        parts = marked.split(_MARK)
        return "".join(f'"${part}"' if index % 2 else shlex.quote(part) for index, part in enumerate(parts) if part)

    def content(self, content: bytes) -> bytes:
        """Give bytes that are no text without secrets."""
        return self.plain(content.decode("latin-1")).encode("latin-1")

    def _marked(self, text: str) -> str:
        text = text.replace(_MARK, "")
        for value in sorted(self._hidden, key=len, reverse=True):
            text = text.replace(value, self._hidden[value])
        return text

    def _take(self, value: str, name: str) -> None:
        for form in _forms(value):
            if len(form) >= _SHORTEST or (len(form) > 1 and not form.isascii()):
                self._hidden.setdefault(form, name)


def _forms(value: str) -> Iterator[str]:
    """Give a value as texts have it: as it is, in an address, in JSON, in base64, in hexadecimal."""
    raw = value.encode(errors="surrogatepass")
    addressed = quote(raw, safe=""), quote(raw), quote_plus(raw)
    yield from (value, *addressed, *(re.sub("%..", lambda found: found[0].lower(), text) for text in addressed))
    yield from (json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1])
    yield from (b64encode(raw).decode(), urlsafe_b64encode(raw).decode().rstrip("="), raw.hex(), raw.hex().upper())
