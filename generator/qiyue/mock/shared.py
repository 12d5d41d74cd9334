"""Shared: what all operations of one running mock have in common, and what they remember."""

from qiyue.api import Operation, Quota
from qiyue.base.signature import unknown_digests
from qiyue.diagnostics import Diagnostic, Severity
from qiyue.mock.chaos import Chaos
from qiyue.mock.options import Options
from qiyue.mock.quota import Counter
from qiyue.mock.ready import Ready
from qiyue.mock.signing import SECRET, Seen, Signing
from qiyue.mock.storage import Memory
from qiyue.mock.store import Stores
from qiyue.mock.tokens import Tokens
from qiyue.mock.uploads import Uploads


class Shared:
    """The state of one mock, and what does not change in it."""

    def __init__(self, ready: Ready, options: Options, name: str = "") -> None:
        self.ready, self.options = ready, options
        self.api, self.report = ready.api, ready.report
        self.storage = storage = options.database.of(name) if options.database else Memory()
        self.stores = Stores(self.api, options.seed, storage)
        self.chaos = Chaos(options.faults, options.seed, storage)
        self.tokens = Tokens(options.seed, options.clock, storage)
        self.uploads = Uploads(self.api, options.seed, storage)
        self._seen = Seen(self.api, options.clock, storage)
        self._counters: dict[Quota, Counter] = {}

    def signing(self, operation: Operation) -> Signing | None:
        """Give the check of an operation's signature, where it has one that can be checked."""
        rule = operation.signature
        unknown = unknown_digests(rule) if rule else ()
        if rule is None or unknown:
            self._name_unsigned(operation, unknown)
            return None
        return Signing(rule, self.options.secrets.get(rule.secret, SECRET), self._seen)

    def counter(self, operation: Operation) -> Counter | None:
        """Give the counter of an operation's calls; equal quotas of the document are one."""
        quota = operation.quota
        if quota is None or not self.options.quotas:
            return None
        if quota is not self.api.quota and quota != self.api.quota:
            return Counter(quota, self.options.clock, self.storage, operation.id)
        if quota not in self._counters:
            self._counters[quota] = Counter(quota, self.options.clock, self.storage)
        return self._counters[quota]

    def _name_unsigned(self, operation: Operation, unknown: tuple[str, ...]) -> None:
        for word in unknown:
            message = f"the mock does not check the signature of {operation.id}: it has no digest {word!r}"
            self.report.add(Diagnostic("mock-signature", Severity.GAP, message))
