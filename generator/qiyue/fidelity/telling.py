"""Does a text say something that a spec would have to say?"""

import re
from collections.abc import Iterable
from typing import Final

from qiyue.fidelity.changes import speaks
from qiyue.fidelity.lock import Entry
from qiyue.pages import Kind
from qiyue.pages.words import METHODS

_RULE: Final = re.compile(
    r"必须|不得|不能|禁止|仅|只能|只有|最大|最多|最小|最少|最长|至少|不超过|超过|限制|上限|废弃|停用|下线|默认|必填|必传|"
    r"有效期|不再|"
    r"\b(?:must|shall|required|only|not|never|maximum|minimum|at most|at least|deprecated|limit|default|expires?)\b",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"(?P<code>-?[A-Z]{0,12}[-_.]?\d{2,12})(?:\s*[-:|]\s*|\s*)(?=[^\W\d_])")
_NAMED_CODE: Final = re.compile(
    r"(?:码|\b(?:codes?|errors?|errcode))\s*(?:为|是|is|of|=|:|:)?\s*[`'\"“]?(?P<code>-?[A-Z]{0,12}[-_.]?\d{2,12})(?!\w)"
    r"|(?<![\w-])(?P<own>[A-Z]{1,12}[-_.]?\d{2,12})(?!\w)",
    re.IGNORECASE,
)
"""A code within a sentence: behind a word that says so, or one that is no plain number."""
_METHOD: Final = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(METHODS))})(?![A-Za-z])")
_PROSE: Final = frozenset({Kind.SENTENCE, Kind.HEADING})


class CitationText:
    """What a page would have to be answered by a spec. Its codes show what a code of it looks like."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._codes = {_shape(entry.subject) for entry in entries if entry.kind is Kind.CODE}

    def tells(self, entry: Entry, text: str, *, rules: bool = True) -> bool:
        """Tell whether a segment says a fact, or a rule if these count too."""
        if entry.kind in _PROSE and self._names_code(text):
            return True
        if entry.kind is Kind.SENTENCE:
            return (
                bool(_METHOD.search(text))
                or any(fact.what != "value" for fact in entry.facts)
                or (rules and bool(_RULE.search(text)))
            )
        return speaks(entry) and (entry.kind is not Kind.SAMPLE or bool(entry.facts))

    def _names_code(self, text: str) -> bool:
        """Tell whether a text begins with a code such as the page has, or names one."""
        begins = _CODE.match(text)
        named = (found["code"] or found["own"] for found in _NAMED_CODE.finditer(text))
        return any(_shape(code) in self._codes for code in [*([begins["code"]] if begins else []), *named])


def _shape(code: str) -> str:
    return re.sub(r"\d", "0", code)
