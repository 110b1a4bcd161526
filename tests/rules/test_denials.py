"""Denials told in our sentences and in the speakers' own words, and what only looks like one, on both engines."""

import polars as pl
import pytest
from narwhals.stable import v2 as nw

from borderclash.package.door import from_frames
from borderclash.rules.bc2_replies.denials import denies, quoted_denial, unnegated

TOLD = (
    "Denies that its forces fired.",
    "Categorically denies the report.",
    "Denied media reports of fighting.",
    "Says the fire was answered, and denies that it began.",
    "Says the reports of fire are false.",
    "Says the claim that it fired is not true.",
    "Says the information does not correspond to reality.",
    "Calls the statement of the other side disinformation.",
    "Rejects the accusation and blames the other side.",
    "Says its armed forces did not open fire.",
    "Says its troops never attack.",
)
NOT_TOLD = (
    "Does not deny that it fired.",
    "Neither confirms nor denies the report.",
    "Says it cannot deny that shots were heard.",
    "Did not rule out further steps.",
    "Denies journalists access to the village.",
    "Denies entry to peacekeepers.",
    "Denies them medical aid.",
    "Rejects the offer of talks.",
    "Rejects a meeting, and denies visas to observers.",
    "Says the other side denies its guilt.",
    "Says the soldiers of the other side did not cross.",
    "Says the borders are drawn by maps that it calls false.",
    "Says that the other side spreads a false account to hide its losses.",
    "Says the report is not false.",
    "Calls the address to the alliance groundless.",
)
QUOTED = (
    ("en", "We strongly refute the statement"),
    ("en-GB", "is not true"),
    ("en", "no fire was opened in the direction of the opposite side"),
    ("ru", "Это ложь и дезинформация"),
    ("ru-RU", "не соответствует действительности"),
    ("hy", "հերքում ենք"),
    ("hy", "ապատեղեկատվություն է"),
    ("az", "heç bir atəş açılmayıb"),
    ("az", "Dezinformasiyadır"),
    ("fr", "dément formellement"),
    ("fr", "ne correspond pas à la réalité"),
)
NOT_QUOTED = (
    ("en", "we cannot deny"),
    ("en", "denied access to the site"),
    ("en", "border incident"),
    ("ru", "не опровергли"),
    ("ru", "ни подтвердить, ни опровергнуть"),
    ("ru", "неопровержимые доказательства"),
    ("hy", "չենք հերքում"),
    ("hy", "Իրավիճակը լարված է"),
    ("az", "təkzib etmədi"),
    ("fr", "n'a pas démenti"),
    ("fr", "ne dément pas"),
    ("de", "We deny it"),
)


@pytest.fixture(params=["duckdb", "polars"])
def judge(request):
    """Return what says, of texts and language tags, for which an expression holds."""

    def ask(texts, expression, tags=None):
        frame = pl.DataFrame({"claim_id": [str(place) for place in range(len(texts))], "text": texts, "note": tags or texts})
        if request.param == "polars":
            return [
                text for text, found in nw.from_native(frame.lazy()).select("text", found=expression).to_native().collect().rows() if found
            ]
        with from_frames({"claims": frame}) as tables:
            return [text for text, found in tables.rows(tables.text("claims").sort("_row").select("text", found=expression)) if found]

    return ask


def test_a_sentence_of_ours_tells_a_denial_or_does_not(judge):
    assert judge([*TOLD, *NOT_TOLD], denies(nw.col("text"))) == list(TOLD)


def test_every_sentence_that_tells_a_denial_has_a_word_of_denial(judge):
    assert judge([*TOLD, "Says the situation is calm."], unnegated(nw.col("text"))) == ["Says the situation is calm."]


def test_a_quote_denies_in_its_own_language_or_does_not(judge):
    every = [*QUOTED, *NOT_QUOTED]
    found = judge([quote for _, quote in every], quoted_denial(nw.col("text"), nw.col("note")), [tag for tag, _ in every])
    assert found == [quote for _, quote in QUOTED]
