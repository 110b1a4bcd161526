r"""How denials are worded in news of this kind, and in our own sentences.

Each phrase was met as the wording of a denial in ministries' statements or reports of them. One that ends in `-` is a stem. What only
looks like a denial is cut out before anything is looked for: a denial denied, a refusal of access. Words are bounded by what is no letter,
mark or digit, since `\b` fails on Armenian.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from narwhals.stable import v2 as nw

__all__ = ["denies", "language_of", "quoted_denial", "unnegated"]

_NO_LETTER: Final = r"[^\p{L}\p{M}\p{N}]"

_VERBS: Final = ("denies", "denied", "refutes", "refuted", "rebuts", "rebutted")
_TURNS: Final = ("rejects", "rejected", "dismisses", "dismissed", "disputes", "disputed")
_STATEMENTS: Final = ("account", "accusation", "allegation", "assertion", "claim", "information", "news", "report", "statement")
_FALSE: Final = (
    "baseless",
    "disinformation",
    "fabricated",
    "fabrication",
    "false",
    "falsified",
    "groundless",
    "misinformation",
    "not correspond to reality",
    "not true",
    "unfounded",
    "untrue",
)
_ACTS: Final = ("attack", "cross", "enter", "fire", "open", "shell", "shoot", "strike", "target")

_NEGATIONS: Final = (
    *("no", "not", "nor", "neither", "never", "none", "nothing", "nobody", "cannot", "without", "nowhere"),
    *("deni-", "deny-", "reject-", "refut-", "rebut-", "disput-", "dismiss-", "contest-", "contradict-", "disown-", "disavow-"),
    *("false-", "falsi-", "untru-", "baseless-", "groundless-", "unfounded-", "unsubstantiated", "unreal-", "invent-", "fabricat-"),
    *("disinform-", "misinform-", "mislead-", "distort-", "fake-", "fiction-", "fictitious", "lie", "lies", "lying", "hoax", "myth"),
    *("wrong-", "incorrect-", "inaccura-", "absurd-", "nonsens-", "implausib-", "impossib-", "unthinkable", "contrary", "instead of"),
    *("rather than", "far from", "rules out", "ruled out", "alien to", "didn't", "hasn't", "haven't", "isn't", "wasn't", "weren't"),
)
"""Words of which a sentence of ours that tells a denial has at least one."""

_QUOTED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "en": (
            *("deny", "denies", "denied", "refute", "refutes", "refuted", "disinformation", "misinformation"),
            *("does not correspond to reality", "do not correspond to reality", "is not true", "are not true", "untrue", "falsified"),
            *("is false", "are false", "absolutely baseless", "completely baseless", "are baseless", "is baseless", "is groundless"),
            *("did not open fire", "did not open an aimed fire", "have not opened fire", "no fire was opened", "never opened fire"),
        ),
        "ru": (
            *("опроверг-", "опроверж-", "не соответствует действительности", "не соответствуют действительности", "дезинформаци-"),
            *("ложь", "является ложной", "являются ложными", "безосновательн-", "не открывали огонь", "не открывала огонь"),
            *("не открывали стрельбу", "не обстреливала", "не обстреливали"),
        ),
        "hy": (
            *("հերքում", "հերքել", "հերքեց", "հերքեցին", "ապատեղեկատվությ-", "կեղծիք է", "կեղծ է", "մտացածին"),
            *(
                "չի համապատասխանում իրականությանը",
                "իրականությանը չի համապատասխանում",
                "չեն համապատասխանում իրականությանը",
                "չունի որևէ հիմք",
            ),
        ),
        "az": (
            *("təkzib edir-", "təkzib edib", "təkzib etdi", "yalandır", "yalanladı", "uydurma-", "dezinformasiya-", "əsassızdır"),
            *(
                "həqiqətə uyğun deyil",
                "reallığa uyğun deyil",
                "həqiqətə uyğun olmadığı-",
                "heç bir əsası yoxdur",
                "heç bir real əsası yoxdur",
            ),
            *("atəş açmayıb", "atəş açılmayıb", "atəşə tutmayıb"),
        ),
        "fr": (
            *("dément", "démentent", "démenti", "démentir", "réfute", "réfutent", "réfuté", "désinformation"),
            *(
                "ne correspond pas à la réalité",
                "ne reflétaient pas la réalité",
                "aucun fondement",
                "pas ouvert le feu",
                "rejeté les accusations",
            ),
        ),
    }
)
"""Denials in the speaker's own words, by language."""

_SEEMING: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "(?:not|nor|never|neither|cannot|without|to|didn't|doesn't) (?:[a-z]+ly )?(?:deny|denies|denied|refutes?|refuted|rule out)"
        "|not (?:[a-z]+ly )?(?:false|falsified|untrue|baseless|groundless|unfounded|disinformation|misinformation)"
        "|den(?:y|ies|ied) (?:[a-z]+ )*(?:access|aid|care|contact|entry|medical|passage|permission|rights?|visas?|visits?)",
        "ru": "(?:не|ни) опровер[а-я]*",
        "hy": "(?:չի|չեմ|չենք|չեն|չէ|ոչ|ո՛չ) հերք[ա-և]*",
        "az": "təkzib et(?:mir|mədi|məyib|məy)[a-zəığöüşç]*|nə (?:də )?təkzib edir[a-zəığöüşç]*",
        "fr": "(?:ne dément|ne démentent|ni ne dément) pas|ni (?:ne )?dément[a-z]*|pas (?:été )?démenti|ne réfute(?:nt)? pas|pas réfuté",
    }
)


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _bounded(pattern: str) -> str:
    return f"(?i)(?:^|{_NO_LETTER})(?:{pattern})(?:{_NO_LETTER}|$)"


def _words(words: Iterable[str]) -> str:
    """Return a pattern for any of the words and stems; a stem is bounded on its left alone, which a scan is forty times faster for."""
    given = tuple(words)
    stems = [word[:-1] for word in given if word.endswith("-")]
    whole = [word for word in given if not word.endswith("-")]
    return f"(?i)(?:^|{_NO_LETTER})(?:{'|'.join([*stems, f'{_any(whole)}(?:{_NO_LETTER}|$)'])})"


_STATED: Final = f"{_any(_STATEMENTS)}s?"
_TOLD: Final = (
    r"(?i)(?:^|[,;] | and | but )(?:\p{L}+ly |again |also )*"
    f"(?:{_any(_VERBS)}|{_any(_TURNS)} [^.;]*{_STATED}|call(?:s|ed) [^.;]*{_STATED}[^.;]* {_any(_FALSE)})(?:{_NO_LETTER}|$)"
)
_FOUND_FALSE: Final = _bounded(f"{_STATED} [^.;]*(?:is|are|was|were|does|do) (?:[a-z]+ly )?{_any(_FALSE)}")
_NOT_DONE: Final = _bounded(rf"its (?:\p{{L}}+ )*(?:did not|never|have not|has not) {_any(_ACTS)}(?:ed)?")
_SENTENCE: Final = f"{_TOLD}|{_FOUND_FALSE}|{_NOT_DONE}"
_NEGATED: Final = _words(_NEGATIONS)


def denies(text: nw.Expr) -> nw.Expr:
    """Return whether a sentence of ours, whose unspoken subject is the speaker, tells that the speaker denies something."""
    return text.str.contains(_SENTENCE) & text.str.replace_all(f"(?i){_SEEMING['en']}", "").str.contains(_SENTENCE)


def unnegated(text: nw.Expr) -> nw.Expr:
    """Return whether a sentence of ours has no word at all by which something could be denied."""
    return ~text.str.contains(_NEGATED)


def language_of(tag: nw.Expr) -> nw.Expr:
    """Return the language of a language tag without script and region."""
    return tag.str.replace_all("-.*$", "")


def quoted_denial(quote: nw.Expr, tag: nw.Expr) -> nw.Expr:
    """Return whether a quote denies something in the language that the tag names; false in a language with no list."""
    found: nw.Expr = nw.lit(value=False)
    language = language_of(tag)
    for name, words in _QUOTED.items():
        pattern = _words(words)
        said = quote.str.contains(pattern) & quote.str.replace_all(f"(?i){_SEEMING[name]}", "").str.contains(pattern)
        found = nw.when(language == name).then(said).otherwise(found)
    return found
