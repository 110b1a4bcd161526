"""What borderclash is, in the words every other file repeats: name, version, licences, one-line summary."""

from typing import Final

__all__ = ["CODE_LICENCE", "DATA_LICENCE", "NAME", "SUMMARY", "VERSION"]

NAME: Final = "borderclash"
VERSION: Final = "0.1.0"
SUMMARY: Final = (
    "Claims about armed incidents on the Armenia-Azerbaijan border: who said what about whom, read where, "
    "and what the accused side answered."
)
CODE_LICENCE: Final = "MIT"
DATA_LICENCE: Final = "CC-BY-4.0"
