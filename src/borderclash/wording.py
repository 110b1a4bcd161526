"""How days, figures and answers are put into words, wherever people read them: in a terminal, a notebook, a page, a plot."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from borderclash.models import Figure, Reply
from borderclash.vocab import Aspect, Category, Qualifier, Stance

__all__ = ["QUALIFIED", "day_in_words", "deed_in_words", "figure_in_words", "number_in_words", "spaced"]

QUALIFIED: Final[Mapping[str, str]] = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.ABOUT: "about ",
}
"""What stands before a number, by how exact it is."""


def spaced(word: str) -> str:
    """Return a word of a vocabulary as people write it, such as `killed or missing` for `killed-or-missing`."""
    return word.replace("-", " ")


def day_in_words(day: date) -> str:
    """Return a day as people write it, such as 28 May 2021."""
    return f"{day.day} {day:%B %Y}"


def number_in_words(figure: Figure) -> str:
    """Return the number of a figure alone, such as `at least 2` or `3 to 5`."""
    return QUALIFIED[figure.qualifier] + f"{figure.low:,f}" + (f" to {figure.high:,f}" if figure.high is not None else "")


def figure_in_words(figure: Figure, named: Callable[[str], str]) -> str:
    """Return a figure as people say it, such as `at least 2 wounded, military, of Armenia`."""
    if figure.category is Category.NOT_PERSONS:
        return f"{spaced(figure.measure)} {number_in_words(figure)} {figure.unit}"
    kind = "" if figure.category is Category.UNSPECIFIED else f" {figure.category},"
    return f"{number_in_words(figure)} {spaced(figure.measure)},{kind} of {named(figure.party)}"


def deed_in_words(reply: Reply) -> str:
    """Return what a reply does, such as `denies the place`."""
    if reply.stance is Stance.NO_COMMENT:
        return "refuses to comment"
    bare = reply.aspect is Aspect.WHOLE or reply.stance in (Stance.REPEATS, Stance.UPDATES, Stance.CORRECTS)
    return str(reply.stance) if bare else f"{reply.stance} the {reply.aspect}"
