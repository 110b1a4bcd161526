"""Languages by their English names, for readers who do not know the tags."""

from typing import Final

__all__ = ["language"]

_LANGUAGES: Final = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nb": "Norwegian Bokmål",
    "nl": "Dutch",
    "nn": "Norwegian Nynorsk",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sr": "Serbian",
    "sv": "Swedish",
    "tg": "Tajik",
    "tk": "Turkmen",
    "tr": "Turkish",
    "tt": "Tatar",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "zh": "Chinese",
}
_SCRIPTS: Final = {"Latn": "Latin", "Cyrl": "Cyrillic", "Arab": "Arabic", "Armn": "Armenian"}


def language(tag: str) -> str:
    """Return the name of a language, such as `Armenian, in Latin letters` for `hy-Latn`; a tag that is not known is its own name."""
    primary, _, script = tag.partition("-")
    if primary not in _LANGUAGES or (script and script not in _SCRIPTS):
        return tag
    return f"{_LANGUAGES[primary]}, in {_SCRIPTS[script]} letters" if script else _LANGUAGES[primary]
