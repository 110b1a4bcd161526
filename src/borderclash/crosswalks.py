"""Our words in the codes of three other projects, as data; the codebook prints these tables.

The code lists are those of the "ACLED Codebook" (acleddata.com/knowledge-base/codebook), the "UCDP GED Codebook" (ucdp.uu.se/downloads) and
PLOVER's "Event, Actor and Data Interchange Specification", draft 0.7b1 of 2021 (github.com/openeventdata/PLOVER). ACLED's event types and
all of PLOVER were read in those texts; the precision codes of UCDP and ACLED as the documentation of the R package mapme.biodiversity
restates them.

The three code what happened; we hold what is alleged. A code here is where the *alleged* act would go if it were taken at its word.
Where theirs needs a judgement that a claim does not carry (who was aimed at, whether ground changed hands, whether a man was arrested
or abducted), the entry is `NO_CLEAN_CODE` rather than a guess, and a note says what it turns on.
"""

from dataclasses import dataclass
from typing import Final

from borderclash.vocab import Act, DatePrecision, PlacePrecision

__all__ = ["ACT_CODES", "DATE_CODES", "NO_CLEAN_CODE", "PLACE_CODES", "ActCodes", "PrecisionCodes"]

NO_CLEAN_CODE: Final = "no clean code"

_BATTLES: Final = "Battles"
_REMOTE: Final = "Explosions/Remote violence"
_STRATEGIC: Final = "Strategic developments"
_TARGET: Final = "ACLED: Violence against civilians, Attack, where civilians were aimed at; UCDP: 3 where they were."


@dataclass(frozen=True)
class ActCodes:
    """Where an act would go.

    Attributes:
        acled_event, acled_sub_event: ACLED's event type and sub-event type.
        ucdp_type: UCDP's `type_of_violence`: 1 state-based, 2 non-state, 3 one-sided. UCDP records only events in which somebody died,
            and its type depends on who was aimed at: a 1 here supposes forces on both sides.
        plover_event, plover_mode: PLOVER's event and its mode; the mode is None where PLOVER gives the event no modes.
        note: what the choice turns on.
    """

    acled_event: str = NO_CLEAN_CODE
    acled_sub_event: str = NO_CLEAN_CODE
    ucdp_type: str = NO_CLEAN_CODE
    plover_event: str = NO_CLEAN_CODE
    plover_mode: str | None = NO_CLEAN_CODE
    note: str = ""


@dataclass(frozen=True)
class PrecisionCodes:
    """Where a precision would go.

    Attributes:
        ucdp: `date_prec` 1 to 5 or `where_prec` 1 to 7.
        acled: time precision or spatial precision, 1 to 3.
        note: what the choice turns on.
    """

    ucdp: str
    acled: str
    note: str = ""


ACT_CODES: Final[dict[Act, ActCodes]] = {
    Act.WAR: ActCodes(ucdp_type="1", plover_event="ASSAULT", note="All three cut a war into single events."),
    Act.ASSAULT: ActCodes(
        _BATTLES,
        "Armed clash",
        "1",
        "ASSAULT",
        note="ACLED: Government regains territory or Non-state actor overtakes territory, where ground changed hands.",
    ),
    Act.SHELLING: ActCodes(
        _REMOTE,
        "Shelling/artillery/missile attack",
        "1",
        "ASSAULT",
        "heavy-weapons",
        "ACLED: Battles, Armed clash, where both sides exchanged fire; UCDP: 3 where civilians were aimed at.",
    ),
    Act.AIR_STRIKE: ActCodes(_REMOTE, "Air/drone strike", "1", "ASSAULT", note="UCDP: 3 where civilians were aimed at."),
    Act.DRONE_STRIKE: ActCodes(_REMOTE, "Air/drone strike", "1", "ASSAULT", note="UCDP: 3 where civilians were aimed at."),
    Act.ARMED_CLASH: ActCodes(_BATTLES, "Armed clash", "1", "ASSAULT"),
    Act.ILL_TREATMENT: ActCodes(
        "Violence against civilians",
        "Attack",
        plover_event="ASSAULT",
        note="ACLED counts disarmed captives as civilians here, and has a sub-event of its own for sexual violence; "
        "PLOVER: torture, beat or sexual, by what is alleged.",
    ),
    Act.SNIPER_FIRE: ActCodes(_BATTLES, "Armed clash", "1", "ASSAULT", "firearms", _TARGET),
    Act.SMALL_ARMS_FIRE: ActCodes(_BATTLES, "Armed clash", "1", "ASSAULT", "firearms", _TARGET),
    Act.PHYSICAL_ASSAULT: ActCodes(
        plover_event="ASSAULT", plover_mode="beat", note="ACLED: a riot, an attack on civilians or nothing, by who struck whom."
    ),
    Act.MINE_EXPLOSION: ActCodes(_REMOTE, "Remote explosive/landmine/IED", plover_event="ASSAULT", plover_mode="explosives"),
    Act.MINE_LAYING: ActCodes(),
    Act.INFILTRATION: ActCodes(note="ACLED may keep an incursion as a strategic development, without a sub-event for it."),
    Act.INCURSION: ActCodes(
        note="ACLED: Strategic developments, Non-violent transfer of territory, where ground was taken without a fight; "
        "PLOVER: MOBILIZE or ASSAULT, by whether force was used."
    ),
    Act.CAPTURE: ActCodes(
        note="ACLED: Arrests or Abduction/forced disappearance; PLOVER: COERCE arrest or ASSAULT abduct: the very thing the sides dispute."
    ),
    Act.STRAY_CROSSING: ActCodes(),
    Act.DRONE_FLIGHT: ActCodes(note="ACLED: Strategic developments, Disrupted weapons use, where an armed drone was shot down."),
    Act.BLOCKADE: ActCodes(plover_event="COERCE", note="PLOVER: restrict for a road, withhold for gas, power or water."),
    Act.PROPERTY_DAMAGE: ActCodes(_STRATEGIC, "Looting/property destruction", plover_event="ASSAULT", plover_mode="destroy"),
    Act.SEIZURE: ActCodes(
        _STRATEGIC,
        "Looting/property destruction",
        plover_event="COERCE",
        plover_mode="confiscate",
        note="ACLED: Disrupted weapons use, where weapons were seized.",
    ),
    Act.WORKS: ActCodes(),
    Act.BUILD_UP: ActCodes(
        _STRATEGIC, "Change to group/activity", plover_event="MOBILIZE", note="PLOVER: troops or weapons, by what was massed."
    ),
    Act.ELECTRONIC_INTERFERENCE: ActCodes(),
    Act.CEASEFIRE_VIOLATION: ActCodes(note="None of the three codes a breach that is not specified, or a tally."),
    Act.RELEASE: ActCodes(_STRATEGIC, "Agreement", plover_event="RETREAT", plover_mode="release"),
    Act.WITHDRAWAL: ActCodes(
        plover_event="RETREAT",
        plover_mode="withdraw",
        note="ACLED: Non-violent transfer of territory or Change to group/activity, by whether another side took the ground.",
    ),
    Act.AGREEMENT: ActCodes(_STRATEGIC, "Agreement", plover_event="SUPPORT", plover_mode=None, note="PLOVER: AGREE, if only promised."),
    Act.DEPLOYMENT: ActCodes(
        _STRATEGIC, "Change to group/activity", note="PLOVER codes the host that lets a force in (RETREAT access), not the force."
    ),
    Act.APPEAL: ActCodes(note="PLOVER does not code appeals; a demand is DEMAND."),
    Act.POLITICAL_EVENT: ActCodes(),
    Act.OTHER: ActCodes(),
}
"""Where each act would go; every member of `Act` has an entry."""

DATE_CODES: Final[dict[DatePrecision, PrecisionCodes]] = {
    DatePrecision.DAY: PrecisionCodes("1", "1", "UCDP: 2 for a span of two to six days."),
    DatePrecision.NIGHT: PrecisionCodes("2", "1", "UCDP: a night spans two calendar days."),
    DatePrecision.DAYS: PrecisionCodes("2", "2", "UCDP: up to six days; 3 or 4 for a longer span."),
    DatePrecision.WEEK: PrecisionCodes("3", "2"),
    DatePrecision.MONTH: PrecisionCodes("4", "3"),
}
"""`DatePrecision` -> UCDP `date_prec` and ACLED time precision. UCDP's 5, a year, has no word of ours."""

PLACE_CODES: Final[dict[PlacePrecision, PrecisionCodes]] = {
    PlacePrecision.EXACT: PrecisionCodes("1", "1"),
    PlacePrecision.SETTLEMENT: PrecisionCodes("1", "1"),
    PlacePrecision.NEAR_SETTLEMENT: PrecisionCodes("2", "2"),
    PlacePrecision.DISTRICT: PrecisionCodes("3", "2", "ACLED: a small part of a region."),
    PlacePrecision.BORDER_SECTOR: PrecisionCodes("5", "3", "UCDP: a point between two places named; ACLED: a border area."),
    PlacePrecision.PROVINCE: PrecisionCodes("4", "3"),
    PlacePrecision.COUNTRY: PrecisionCodes("6", NO_CLEAN_CODE, "ACLED's coarsest code is a larger region within a country."),
}
"""`PlacePrecision` -> UCDP `where_prec` and ACLED spatial precision. UCDP's 7, over water or in the air, has no word of ours."""
