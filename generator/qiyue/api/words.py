"""The closed vocabularies of an Api. ``extensions`` allows just these words in a document."""

from typing import Literal, TypeAlias

Location: TypeAlias = Literal["path", "query", "header", "cookie"]
Style: TypeAlias = Literal["simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"]
"""How arrays and objects are written in a parameter."""

Test: TypeAlias = Literal["is", "in", "present", "all", "any"]
"""What a condition tests."""
Make: TypeAlias = Literal["uuid", "epoch-ms", "epoch-s", "time", "random", "const"]
"""How a client makes the value of a field that it fills in."""
Per: TypeAlias = Literal["call", "attempt"]
"""``call``: the value is kept when a call is sent again; ``attempt``: it is made anew."""
Retry: TypeAlias = Literal["never", "safe", "always"]
"""Whether a refused call is sent again; ``safe``: where the operation may be repeated."""

StepWord: TypeAlias = Literal["digest", "append", "prepend"]
Case: TypeAlias = Literal["upper", "lower"]
Encode: TypeAlias = Literal["hex", "base64"]
Over: TypeAlias = Literal["all-parameters", "body", "query"]
"""What of a request is signed."""
Drop: TypeAlias = Literal["null", "empty", "none"]
"""Which values are not signed."""
Booleans: TypeAlias = Literal["1/0", "true/false"]
Nested: TypeAlias = Literal["recursive", "json", "refuse"]
"""How objects and arrays are signed."""
Sort: TypeAlias = Literal["bytes", "none"]
Join: TypeAlias = Literal["key-value", "key=value&"]
OnCollision: TypeAlias = Literal["wait", "refuse"]
"""What a client does that would sign a second request alike."""

PageStyle: TypeAlias = Literal["page", "offset", "cursor"]
Epoch: TypeAlias = Literal["s", "ms"]
Live: TypeAlias = Literal["read", "write", "never"]
"""What a live run may do with an operation: call it freely, call it where writes are allowed, nothing."""
PutMethod: TypeAlias = Literal["PUT", "POST"]
Do: TypeAlias = Literal["create", "save", "keep", "get", "list", "update", "delete", "answer"]
"""What the mock does with the objects that it keeps."""
