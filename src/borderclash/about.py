"""What borderclash is, in the words every other file repeats: name, version, licences, one-line summary."""

from typing import Final

__all__ = ["AUTHORS", "CODE_LICENCE", "DATA_LICENCE", "DATE", "KEYWORDS", "NAME", "SUMMARY", "TITLE", "VERSION"]

NAME: Final = "borderclash"
VERSION: Final = "0.3.0"
DATE: Final = "2026-11-29"
"""The day of this version; it changes with it."""
TITLE: Final = "borderclash: claims about armed incidents on the Armenia-Azerbaijan border"
AUTHORS: Final = ("borderclash contributors",)
SUMMARY: Final = (
    "Claims about armed incidents on the Armenia-Azerbaijan border: who said what about whom, read where, "
    "and what the accused side answered."
)
KEYWORDS: Final = ("armenia", "azerbaijan", "conflict", "claims", "frictionless", "data-package")
CODE_LICENCE: Final = "MIT"
DATA_LICENCE: Final = "CC-BY-4.0"
