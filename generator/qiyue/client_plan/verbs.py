"""Verbs of ids and addresses: tables of those that say no more than a method of HTTP, and of words that are verbs."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from qiyue.client_plan.words import Words

Kind: TypeAlias = Literal["list", "read", "create", "update", "replace", "delete"]

_PLAIN: dict[Kind, str] = {
    "list": "all browse enumerate index list paginate",
    "read": "describe detail details fetch find get info load lookup one query read retrieve show view",
    "create": "add create insert new post",
    "update": "change edit modify patch update",
    "replace": "overwrite put replace save set store write",
    "delete": "del delete destroy erase remove",
}
PLAIN: dict[str, Kind] = {verb: kind for kind, verbs in _PLAIN.items() for verb in verbs.split()}
"""Verbs that say no more than create, read, update, delete."""

READS = frozenset("all fetch index read retrieve show".split())
"""Verbs that are always ``list`` or ``get``."""

_VERBS = PLAIN.keys() - set("all detail details index info new one post query store view".split()) | frozenset(
    "abort accept acknowledge activate advance apply approve archive assign attach authenticate authorise authorize "
    "block calculate cancel capture check claim clear clone close compare complete compute confirm connect convert "
    "copy count deactivate decline decrypt deliver deploy detach disable disconnect dismiss download duplicate "
    "enable encrypt end enhance enrich enroll estimate evaluate exchange execute expire export extend fail finalize "
    "finish fire forward freeze fund generate grant ignore import increment initiate install invalidate invite "
    "invoke join kick leave lock log login logout mark merge migrate mint move mute notify open parse pause pay pin "
    "ping preview process provision publish purge queue reactivate rebuild recover redeem refresh refund regenerate "
    "register reject release reload rename renew reopen reorder replay replicate reply request resend reset resolve "
    "respond restart restore resume retry return reverse revert review revoke rotate run save scale scan schedule "
    "search send set ship shutdown sign simulate snooze split start stop submit subscribe succeed suspend swap "
    "switch sync terminate test toggle transfer trigger unarchive unassign unblock undelete undo unfreeze uninstall "
    "unlink unlock unmute unpin unpublish unsubscribe upload upsert validate verify void withdraw".split()
)
"""First words of addresses that do something."""

_NOUNS_TOO = frozenset(
    "block change check claim copy count edit end exchange export fail fire fund import index invite leave list load "
    "lock log login mark open pay pin post preview process put query queue read refund release replay reply request "
    "reset return reverse review run save scale scan schedule search set ship show sign split start stop store "
    "switch sync test transfer trigger view".split()
)
"""Verbs that name things as often: alone they need more evidence."""

_SINGLE = frozenset(
    "access address alias analytics basis business bus canvas chaos class compass cors credentials css details dns "
    "diagnostics gps https is its metrics news os physics preferences process progress properties "
    "settings sms series species stats statistics status tls this us windows".split()
)
"""Words that end in s and are one thing."""

FILLERS = frozenset(
    "a all an and as at by existing for from given id ids in into its multiple new of on one or paginated single "
    "specific specified the to using via with your".split()
)
"""Words of an id that tell nothing."""


def kind_of(verb: str) -> Kind | None:
    """Tell what a verb does, if it is one of those that say no more than create, read, update, delete."""
    return PLAIN.get(verb)


def is_verb(words: Words, *, sure: bool = False) -> bool:
    """Tell whether words begin with a verb; ``sure``: with one that names no thing too, like ``login links``."""
    if not words or words[0] not in _VERBS:
        return False
    return not sure or words[0] not in _NOUNS_TOO or len(words) > 2 or (len(words) > 1 and not is_plural(words))


def is_plural(words: Words) -> bool:
    """Tell whether words name several things."""
    last = words[-1] if words else ""
    return last not in _SINGLE and singular(last) != last


def singular(word: str) -> str:
    """``customers`` → ``customer``, ``policies`` → ``policy``, ``batches`` → ``batch``."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return {"ids": "id", "ips": "ip"}.get(word, word)
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word.removesuffix("s")


def singulars(words: Iterable[str]) -> Words:
    """Give words in the form in which they are compared."""
    return tuple(map(singular, words))
