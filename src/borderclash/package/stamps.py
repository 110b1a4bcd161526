"""The size and the hash that a descriptor gives of a file, held against the file. What is not given costs nothing."""

__all__ = ["judge_stamps"]

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from borderclash.package.faults import Fault

_LENGTHS: Final = {name: 2 * hashlib.new(name, usedforsecurity=False).digest_size for name in ("md5", "sha1", "sha256", "sha512")}
"""The algorithms we check, each with how many hexadecimal digits its hash has."""


def judge_stamps(table: str, path: Path, file: str, said: Mapping[str, Any], descriptor: str) -> list[Fault]:
    """Hold `bytes` and `hash` of a resource, where it gives them, against its file.

    Args:
        table: the table.
        path: the file; one that is not there or cannot be read is another rule's.
        file: what messages call it.
        said: the resource as the descriptor gives it.
        descriptor: what messages call the descriptor.
    """
    size, digest = said.get("bytes"), said.get("hash")
    faults = []
    if size is not None and (type(size) is not int or size < 0):
        message = f"`bytes` of {table} must be a whole number, 0 or more"
        faults.append(Fault("unreadable-descriptor", table, message, descriptor, value=str(size)[:80]))
        size = None
    if digest is not None and not _is_hash(digest):
        message = f"`hash` of {table} must be one of {', '.join(_LENGTHS)}, a colon and the hash in hexadecimal digits"
        faults.append(Fault("unreadable-descriptor", table, message, descriptor, value=str(digest)[:80]))
        digest = None
    if size is None and digest is None:
        return faults
    try:
        altered = _altered(table, path, file, size, digest)
    except OSError:
        return faults
    return [*faults, altered] if altered else faults


def _is_hash(given: Any) -> bool:
    if not isinstance(given, str):
        return False
    name, digits = _parts(given)
    return len(digits) == _LENGTHS.get(name) and set(digits) <= set("0123456789abcdef")


def _parts(given: str) -> tuple[str, str]:
    """Return the algorithm and the digits of a hash; one that names no algorithm is MD5, as the standard has it."""
    name, colon, digits = given.lower().rpartition(":")
    return (name if colon else "md5"), digits


def _altered(table: str, path: Path, file: str, size: int | None, digest: str | None) -> Fault | None:
    """Return what differs; a file of another size has another hash, so that is not computed.

    Raises:
        OSError: if the file cannot be read.
    """
    found = path.stat().st_size
    if size is not None and found != size:
        return Fault("altered-file", table, f"{file} has {found} bytes; the descriptor says {size}", file, value=str(found))
    if digest is None:
        return None
    name, digits = _parts(digest)
    with path.open("rb") as stream:
        actual = hashlib.file_digest(stream, lambda: hashlib.new(name, usedforsecurity=False)).hexdigest()
    if actual == digits:
        return None
    message = f"the {name} hash of {file} is {actual[:12]}...; the descriptor says {digits[:12]}..."
    return Fault("altered-file", table, message, file, value=f"{name}:{actual}")
