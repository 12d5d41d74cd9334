"""Sample: the one place that makes a value from a schema.

``sample`` gives a small valid JSON value of a type, always the same one; ``sample_file`` gives the bytes of a tiny
valid file of a content type. In: Api types. Out: plain data. What a schema demands beyond what is understood
here (``not``, ``if``, look-arounds in a pattern) is met only by luck, or by an example.
"""

from qiyue.sample.file import SampleFile, sample_file, specific_media_type
from qiyue.sample.value import Role, sample, sample_of

__all__ = ["Role", "SampleFile", "sample", "sample_file", "sample_of", "specific_media_type"]
