"""What one text says in the wrong words: vague ones, too many, a second question, or a request for persons' data.

Only English words are listed, so a text in another language is measured but not searched. Whole files are
compared in `linting.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_SENTENCE = 30
"""Words in a sentence above which it is told; the house asks for under 25."""

PUNCTUATION = ".,;:!?¿¡؟،؛…·—–-\"'“”„‘’«»‹›()[]/"
SENTENCE_END = re.compile(r"(?<=[.!?؟।…])[”’\"'»)\]]*\s+")
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words, such as Thai, Burmese, Khmer, Japanese and Chinese."""

VAGUE = re.compile(
    r"""\b(?:
      (?:in)?adequa(?:te|tely|cy) | (?:in)?appropriate(?:ly)? | somewhat | (?:in)?sufficient(?:ly)?
    | good | better | best | well | (?:in)?effective(?:ly|ness)? | (?:in)?efficient(?:ly)? | (?:im)?proper(?:ly)?
    | (?:ir)?regular(?:ly)? | (?:un)?suitabl[ey] | (?:un)?satisfactor(?:y|ily) | (?:un)?reasonabl[ey] | acceptabl[ey]
    | decent | poorly | weak(?:ly)? | strong(?:er|ly)? | robust(?:ly)? | solidly | meaningful(?:ly)? | genuine(?:ly)?
    | comprehensive(?:ly)? | significant(?:ly)? | considerabl[ey] | substantial(?:ly)? | successful(?:ly)?
    | smooth(?:ly)? | actively | closely | relevant | often | frequent(?:ly)? | sometimes | occasional(?:ly)? | rarely
    | seldom | usually | generally | normally | mostly | largely | fairly | rather | quite | timely | promptly | quickly
    | to\ some\ extent | to\ a\ (?:large|great|certain)\ extent | as\ far\ as\ possible | wherever\ possible
    | where\ possible | if\ possible
    )\b(?!-)""",
    re.IGNORECASE | re.VERBOSE,
)
FIXED_PHRASES = re.compile(
    r"\b(?:good practices?|(?:common|public) good|best interests?|strong cities|as well|rather than"
    r"|how (?:often|frequently|quickly|well|closely)|as (?:often|quickly|frequently) as)\b",
    re.IGNORECASE,
)
"""Phrases with a meaning of their own, in which a vague word is none."""

AUXILIARY = (
    "is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|must|isn't|aren't|doesn't|don't|hasn't"
)
NO_VERB = (
    "in|on|at|by|with|from|for|to|of|about|through|under|within|between|among|during|after|before|against|without|over"
    "|into|towards|inside|outside|across|around|near|not|also|only|even|such|than|as|both|all|half|then|if|when|where"
    "|while|because|that|which|who|whom|whose|what|how|why"
)
ASKS_ALREADY = re.compile(r"\b(?:which|that|who|whom|whose|where|when|how|what|why|whether|if)\b", re.IGNORECASE)
TWO_QUESTIONS = (
    re.compile(r"\bas well as\b", re.IGNORECASE),
    re.compile(r"\band/or\b", re.IGNORECASE),
    re.compile(rf"\b(?:and|or),? (?:{AUXILIARY})\b(?!-)", re.IGNORECASE),
    re.compile(rf"\b(?:and|or),? (?:they|it|these|those|this) (?:{AUXILIARY})\b", re.IGNORECASE),
    re.compile(r"\b(?:and|or),? if (?:so|not|yes|no)\b", re.IGNORECASE),
)
QUESTION_WORD = re.compile(r"\band,? (how|who|whom|when|where|why|what|which|whether)(?: [^ ]+){3}", re.IGNORECASE)
SECOND_VERB = re.compile(
    rf"\band (?!(?:{NO_VERB})\b)[a-z]+(?<!s) (?:the|a|an|its|it|their|them|each other|one another)\b", re.IGNORECASE
)

PERSONS = (
    r"(?:participants?|persons?|people|individuals?|attendees|guests|residents|members|staff|officers?|officials?"
    r"|volunteers|suspects|victims|survivors|returnees|children|pupils|students|clients|beneficiaries|families"
    r"|parents|women|men|trainees|speakers)\b(?! (?:organisations?|bod(?:y|ies)|states?|cities|groups?|offices?))"
)
ABOUT_THEM = (
    r"(?:nationalit(?:y|ies)|citizenships?|religions?|religious beliefs?|beliefs?|faiths?|ethnicit(?:y|ies)"
    r"|ethnic origins?|origins?|political opinions?|sexual orientations?|genders?|ages?|health|addresses"
    r"|phone numbers|signatures|photos|photographs|criminal records?|full names?|names?)"
)
PERSONAL = tuple(
    re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    for pattern in (
        rf"{ABOUT_THEM} of (?:the |each |every |all |any |those |single |individual |its |their )*{PERSONS}",
        rf"(?:persons?'s?|participants?'s?|participants'|people's|individuals?'s?|members'|officers?'s?) {ABOUT_THEM}",
        rf"(?:record|write|list|collect|note|register|store|ask|enter|name)\b.*\btheir {ABOUT_THEM}",
        rf"(?:lists?|registers?|records?|databases?|rosters?) of (?:the |all |every )?(?:names|(?:[a-z]+ )?{PERSONS})",
        r"(?:participants?'?|participation|attendance|sign-in|signature|name) (?:lists?|sheets?|registers?|rolls?)",
        r"(?:dates?|places?) of birth|birth ?dates?|birthdays?",
        r"(?:home|private|personal|e-?mail|postal) address(?:es)?|(?:tele|mobile )?phone numbers?",
        r"(?:case|client|suspect|individual|police|medical|court|personal|personnel) files?|individual cases",
        r"passports?|identity (?:cards?|numbers?)|id (?:cards?|numbers?)|curricul(?:um|a) vitae|cvs",
    )
)
NEGATION = re.compile(
    r"\b(?:no|not|never|without|cannot|nor|neither|none|nobody|avoids?|removed?|leave out|left out|instead of"
    r"|rather than|anonym\w*|blacked out|protect\w*|delet\w*)\b|n't\b",
    re.IGNORECASE,
)


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters, without the punctuation around them."""
    stripped = (piece.strip(PUNCTUATION) for piece in text.replace("’", "'").casefold().split())
    return tuple(word for word in stripped if word)


def measured(text: str) -> int | None:
    """Return how many words `text` has; None in a script without spaces, where they cannot be counted."""
    return None if UNSPACED.search(text) else len(words(text))


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`; an abbreviation may cut one short, which only hides a length."""
    return tuple(" ".join(part.split()) for part in SENTENCE_END.split(text.strip()) if part.strip())


def vague_words(text: str) -> tuple[str, ...]:
    """Return the words in `text` that each reader would take differently, each once."""
    plain = FIXED_PHRASES.sub(" ", " ".join(text.split()))
    return tuple(dict.fromkeys(match.group().casefold() for match in VAGUE.finditer(plain)))


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the beginning of every over-long sentence of `text`, and how many words it has."""
    for sentence in sentences(text):
        count = measured(sentence)
        if count is not None and count > LONGEST_SENTENCE:
            yield " ".join(sentence.split()[:4]), count


def second_question(text: str) -> str:
    """Return the words where a second question seems to begin in `text`; empty if it asks one thing."""
    plain = " ".join(text.replace("’", "'").split())
    if plain.count("?") + plain.count("؟") > 1:
        return "? … ?"
    for pattern in TWO_QUESTIONS:
        if match := pattern.search(plain):
            return match.group()
    match = QUESTION_WORD.search(plain)
    if match and match[1].casefold() not in words(plain[: match.start()]):
        return match.group()
    match = SECOND_VERB.search(plain)
    return match.group() if match and not ASKS_ALREADY.search(plain[: match.start()]) else ""


def personal_data(text: str) -> str:
    """Return the words in `text` that ask for data about persons; empty if there are none.

    A sentence that says “no”, “without” and the like is taken to forbid them.
    """
    for sentence in sentences(text.replace("’", "'")):
        if not NEGATION.search(sentence):
            for pattern in PERSONAL:
                if match := pattern.search(sentence):
                    return match.group()
    return ""
