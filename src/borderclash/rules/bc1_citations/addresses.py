r"""When two web addresses are one, as expressions over a column of them.

These, and only these, differences count for nothing:

- the scheme, and upper or lower case in the host;
- the labels `www.`, `m.`, `mobile.` and `amp.` at the beginning of the host;
- `/m/` or `/mobile/` at the beginning of the path;
- AMP: a segment `/amp` anywhere in the path, `/ampnews/` for `/news/`, the endings `.amp` and `.amp.html`, the parameters `amp` and
  `outputType=amp`;
- doubled slashes, and slashes at the end of the path;
- the parameters in `TRACKERS`, which tell the site where a reader came from and never which page is meant;
- the fragment, unless it is a route of the page's own script (`#!` or `#/`).

All else stays: other parameters (`?id=7` is the page), their order, the case of the path, the way signs are escaped. An AMP address
that puts `amp` where the page has another word (`/amp/1052776` for `/news/1052776`) is not recognised, since `/a/7` and `/b/7` are two
pages as a rule.
"""

from typing import Final

from narwhals.stable import v2 as nw

__all__ = ["TRACKERS", "normal", "rough", "tracked", "untracked"]

TRACKERS: Final = (
    "utm_[^=&]*", "itm_[^=&]*", "pk_[^=&]*", "mtm_[^=&]*", "matomo_[^=&]*", "fbclid", "fb_(?:action_ids|action_types|source|ref)", "gclid",
    "gclsrc", "dclid", "gbraid", "wbraid", "srsltid", "_ga", "_gl", "msclkid", "yclid", "ysclid", "_openstat", "frommedium", "twclid",
    "ttclid", "li_fat_id", "igshid?", "mc_[ce]id", "mkt_tok", "_hsenc", "_hsmi", "vero_id", "oly_(?:anon|enc)_id", "rb_clickid", "s_cid",
    "cmpid", "ocid", "xtor", "ns_(?:campaign|source|mchannel)", "at_(?:campaign|medium)", "ref_src", "ref_url", "traffic_source",
    "__twitter_impression", "usqp", "amp_js_v", "amp_gsa",
)  # fmt: skip
"""The names of tracking parameters, as patterns without regard to case."""

_NAMES: Final = "|".join(TRACKERS)
_TRACKED: Final = rf"(?i)^[^#]*[?&](?:{_NAMES})(?:[=&#]|$)"
_EACH: Final = rf"(?i)&(?:{_NAMES})(?:=[^&]*)?&"
_EACH_OR_AMP: Final = rf"(?i)&(?:(?:{_NAMES}|amp)(?:=[^&]*)?|outputtype=amp)&"


def tracked(column: str) -> nw.Expr:
    """Return whether an address has a tracking parameter."""
    return nw.col(column).str.contains("?", literal=True) & nw.col(column).str.contains(_TRACKED)


def untracked(column: str) -> nw.Expr:
    """Return the address without its tracking parameters, otherwise as it was."""
    return nw.concat_str(_base(column), _query(column, _EACH), _fragment(column))


def normal(column: str) -> nw.Expr:
    """Return what two addresses have in common if, and only if, they are one by the list above."""
    fragment = _fragment(column)
    route = nw.when(fragment.str.contains("^#[!/]")).then(fragment).otherwise(nw.lit(""))
    return nw.concat_str(_host(column), _path(column), _query(column, _EACH_OR_AMP), route)


def rough(column: str) -> nw.Expr:
    """Return a key that addresses which are one share, and others rarely; it costs a tenth of `normal`."""
    address = nw.col(column)
    marked = address.str.contains("?", literal=True) | address.str.contains("#", literal=True)
    key = nw.when(marked).then(_base(column)).otherwise(address).str.to_lowercase().str.slice(7)
    for removed in ("www.", "mobile", "/m/", "m.", "amp", "/", "."):
        key = key.str.replace_all(removed, "", literal=True)
    return key


def _base(column: str) -> nw.Expr:
    return nw.col(column).str.replace_all("[?#].*$", "")


def _fragment(column: str) -> nw.Expr:
    return nw.col(column).str.replace_all("^[^#]+", "")


def _host(column: str) -> nw.Expr:
    host = nw.col(column).str.replace_all("^https?://", "").str.replace_all("[/?#].*$", "").str.to_lowercase()
    short = host.str.replace_all("^(?:(?:www|m|mobile|amp)[.])+", "")
    return nw.when(short.str.contains(".", literal=True)).then(short).otherwise(host)


def _path(column: str) -> nw.Expr:
    path = _base(column).str.replace_all("^https?://[^/]*", "").str.replace_all("/+", "/")
    path = path.str.replace_all("^/(?:m|mobile)/|/amp(?:/|$)", "/")
    path = path.str.replace_all("/ampnews/", "/news/", literal=True).str.replace_all(".amp.html", ".html", literal=True)
    return path.str.replace_all("(?:[.]amp)?/*$", "")


def _query(column: str, dropped: str) -> nw.Expr:
    """Return the query without the parameters dropped, `?` first; every `&` is doubled, so that neighbours do not share one."""
    query = nw.col(column).str.replace_all("#.*$", "").str.replace_all("^[^?]*[?]?", "")
    pairs = nw.concat_str(nw.lit("&"), query.str.replace_all("&", "&&", literal=True), nw.lit("&"))
    kept = pairs.str.replace_all(dropped, "").str.replace_all("&+", "&").str.replace_all("^&|&$", "")
    return nw.when(kept == "").then(nw.lit("")).otherwise(nw.concat_str(nw.lit("?"), kept))
