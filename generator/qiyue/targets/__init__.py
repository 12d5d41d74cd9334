"""Targets: each turns an Api into the files of a client; the other rooms know them by the registry alone."""

from qiyue.targets.registry import DEFAULT, drive, find_target, open_client, target_names
from qiyue.targets.target import Identifiers, Target, TargetInput

__all__ = ["DEFAULT", "Identifiers", "Target", "TargetInput", "drive", "find_target", "open_client", "target_names"]
