"""The controlled vocabularies: every word once, each with one sentence of meaning.

A member's value is the kebab-case word in the cell; `member.meaning` is its sentence. Order matters where the docstring says so.
"""

from enum import StrEnum
from typing import Final, Self

__all__ = [
    "VOCABULARIES",
    "Act",
    "ActorKind",
    "Aspect",
    "Attribution",
    "Basis",
    "Category",
    "DatePrecision",
    "LocationRole",
    "Measure",
    "PlaceKind",
    "PlacePrecision",
    "Qualifier",
    "Relation",
    "ReplyStatus",
    "Severity",
    "SourceKind",
    "Stance",
    "Word",
]


class Word(StrEnum):
    """A word of a vocabulary: a string that knows what it means."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Make the string `value`, with its `meaning` beside it."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class ActorKind(Word):
    """What sort of body an actor is."""

    STATE = "state", "A state, speaking or accused as such."
    DE_FACTO_AUTHORITY = "de-facto-authority", "A body that governs a territory without being recognised as its government."
    MINISTRY = "ministry", "A ministry."
    ARMED_FORCE = "armed-force", "An army or a branch or staff of one."
    BORDER_SERVICE = "border-service", "A service that guards a border."
    SECURITY_SERVICE = "security-service", "A state security or intelligence service."
    POLICE = "police", "A police force."
    PEACEKEEPING_FORCE = "peacekeeping-force", "A force sent to keep a truce."
    MONITORING_MISSION = "monitoring-mission", "A mission sent to watch and report."
    INTERGOVERNMENTAL = "intergovernmental", "An organisation of states, or one of its organs."
    GOVERNMENT_BODY = "government-body", "A government, a parliament or another public body that is none of the other kinds."
    OFFICE_HOLDER = "office-holder", "Whoever holds a public office; the office, never the person."
    OMBUDSMAN = "ombudsman", "A human rights defender appointed by a state or authority."
    PROSECUTOR = "prosecutor", "A prosecution or investigation service."
    LOCAL_AUTHORITY = "local-authority", "A mayor, village head or local administration."
    RESIDENTS = "residents", "People who live in a place, unnamed."
    GROUP = "group", "An organised group that is not a body of a state, armed or political."
    COMPANY = "company", "A firm, such as one that runs a gas network or a mine."
    NEWS_AGENCY = "news-agency", "A wire that supplies other media."
    NEWS_OUTLET = "news-outlet", "A newspaper, broadcaster or news site."
    NGO = "ngo", "A non-governmental organisation."
    UNSPECIFIED = "unspecified", "A voice or a force that the source does not name more closely."


class PlaceKind(Word):
    """What sort of place it is."""

    VILLAGE = "village", "A rural settlement."
    TOWN = "town", "A small urban settlement."
    CITY = "city", "A large urban settlement."
    DISTRICT = "district", "A second-level division, such as an Azerbaijani rayon."
    PROVINCE = "province", "A first-level division, such as an Armenian marz."
    REGION = "region", "A territory that is not a division of one state by common consent, or that is autonomous."
    BORDER_SECTOR = "border-sector", "Two facing districts across the border, taken together."
    HEIGHT = "height", "A hill, a mountain or a pass."
    LAKE = "lake", "A lake or reservoir."
    RIVER = "river", "A river."
    ROAD = "road", "A road or a corridor along one."
    POST = "post", "A military or border position, or a checkpoint."
    COUNTRY = "country", "A state's territory."


class SourceKind(Word):
    """What sort of document a source is."""

    OFFICIAL_STATEMENT = "official-statement", "The speaker's own publication."
    NEWS_AGENCY = "news-agency", "A wire report."
    NEWS_REPORT = "news-report", "A report of a newspaper, broadcaster or news site."
    MONITOR_REPORT = "monitor-report", "A report of a monitoring mission or peacekeeping force."
    NGO_REPORT = "ngo-report", "A report of a non-governmental organisation."
    REFERENCE = "reference", "An encyclopaedia, a gazetteer, a dataset."
    SOCIAL_POST = "social-post", "A post on a social network."


class Act(Word):
    """What is alleged to have been done, from the gravest down; a claim takes the gravest it alleges."""

    WAR = "war", "Full-scale hostilities on many fronts over days or weeks."
    ASSAULT = "assault", "A ground attack on a position or a village."
    SHELLING = "shelling", "Fire by mortars, guns, rockets or tanks."
    AIR_STRIKE = "air-strike", "A strike by crewed aircraft or missiles from the air."
    DRONE_STRIKE = "drone-strike", "A strike by an uncrewed aircraft."
    ARMED_CLASH = "armed-clash", "Fighting between two forces, without a ground attack being alleged of one."
    ILL_TREATMENT = "ill-treatment", "Abuse of captives, their killing included."
    SNIPER_FIRE = "sniper-fire", "Aimed single shots."
    SMALL_ARMS_FIRE = "small-arms-fire", "Fire by rifles or machine guns, or fire whose weapon is not named."
    PHYSICAL_ASSAULT = "physical-assault", "Blows, stones or sticks, without firearms."
    MINE_EXPLOSION = "mine-explosion", "A mine or a left-over munition went off."
    MINE_LAYING = "mine-laying", "Mines were laid, or their maps were withheld."
    INFILTRATION = "infiltration", "A sabotage or reconnaissance group is said to have come across."
    INCURSION = "incursion", "Forces are said to have crossed, advanced or encircled."
    CAPTURE = "capture", "People were taken or are held, whatever each side calls it."
    STRAY_CROSSING = "stray-crossing", "Somebody crossed the line by mistake."
    DRONE_FLIGHT = "drone-flight", "An aircraft without crew intruded, or was brought down."
    BLOCKADE = "blockade", "A road, gas, power or water was cut or hindered."
    PROPERTY_DAMAGE = "property-damage", "Houses, fields, graves or monuments were damaged."
    SEIZURE = "seizure", "Livestock, goods or equipment were taken."
    WORKS = "works", "Engineering or fortification works."
    BUILD_UP = "build-up", "Troops or equipment were massed."
    ELECTRONIC_INTERFERENCE = "electronic-interference", "Jamming or spoofing of signals."
    CEASEFIRE_VIOLATION = "ceasefire-violation", "A breach of the truce that is not specified, or a tally of breaches."
    RELEASE = "release", "Captives or remains were returned."
    WITHDRAWAL = "withdrawal", "Forces left a place."
    AGREEMENT = "agreement", "Parties agreed on something."
    DEPLOYMENT = "deployment", "A force or a mission took up its place by consent."
    APPEAL = "appeal", "A call, an offer or a position."
    POLITICAL_EVENT = "political-event", "An election, a resignation, a protest, a law."
    OTHER = "other", "None of the above; the text says what."


class DatePrecision(Word):
    """How well an incident's start and end are known."""

    DAY = "day", "The days are known; from start to end it lasted that long."
    NIGHT = "night", "One night: the window crosses midnight, or only 'overnight' is said."
    DAYS = "days", "On some of the days between start and end."
    WEEK = "week", "On one unknown day of the seven up to the end date."
    MONTH = "month", "On one unknown day of the 31 up to the end date."


class PlacePrecision(Word):
    """How closely an incident's place is known."""

    EXACT = "exact", "The very spot is known."
    SETTLEMENT = "settlement", "In the settlement named."
    NEAR_SETTLEMENT = "near-settlement", "Near, or in the direction of, the settlement named."
    DISTRICT = "district", "Somewhere in the district named."
    BORDER_SECTOR = "border-sector", "Somewhere along the border of the two districts named."
    PROVINCE = "province", "Somewhere in the province or region named."
    COUNTRY = "country", "Somewhere in the country named, or along its whole border."


class LocationRole(Word):
    """What a place is in a claim."""

    TARGET = "target", "What the speaker says was hit, entered or affected."
    ORIGIN = "origin", "Where the speaker says it came from."
    ELSEWHERE = "elsewhere", "A place the claim names otherwise."


class Relation(Word):
    """How a source carries a claim."""

    ISSUED = "issued", "The source is the speaker's own document."
    REPORTED = "reported", "The source reports what the speaker said."
    QUOTED_BY_OPPONENT = "quoted-by-opponent", "The claim is known only because the other side's statement mentions it."


class Aspect(Word):
    """Which part of a claim a reply speaks to."""

    WHOLE = "whole", "All of it: nothing of the claim is let stand."
    ACT = "act", "Whether it was done, or done by these forces."
    TARGET = "target", "What it was aimed at or hit."
    PLACE = "place", "Where it happened, or whose territory that is."
    FIGURES = "figures", "The numbers; this decides nothing about the rest."
    INTENT = "intent", "What it was for."


class Stance(Word):
    """What a reply does to the claim it answers. The first six are another's, the last four the speaker's own side's."""

    DENIES = "denies", "Says it is not so."
    CONFIRMS = "confirms", "Says it is so, of the very act charged."
    JUSTIFIES = "justifies", "Says its own forces did it, and gives a ground, such as returning fire."
    COUNTERS = "counters", "Gives another account or lays blame, without an explicit denial."
    QUERIES = "queries", "Doubts it, or opens an inquiry."
    NO_COMMENT = "no-comment", "Refuses to comment, in so many words."
    REPEATS = "repeats", "Says the same for the same side; an echo that takes the status of what it repeats."
    UPDATES = "updates", "Gives a later number or state, with no error implied."
    CORRECTS = "corrects", "Sets an error right."
    RETRACTS = "retracts", "Takes it back."


class Basis(Word):
    """Why a reply is held to answer a claim."""

    NAMED = "named", "The text names what it answers."
    MATCHED = "matched", "Same act, place and hour."
    BLANKET = "blanket", "It answers all such statements at once."


class Measure(Word):
    """What a figure counts."""

    KILLED = "killed", "People killed."
    WOUNDED = "wounded", "People wounded."
    CASUALTIES = "casualties", "People killed or wounded, not told apart."
    KILLED_OR_MISSING = "killed-or-missing", "People killed or missing, not told apart."
    CAPTURED = "captured", "People captured or held."
    MISSING = "missing", "People missing."
    RELEASED = "released", "People released, or remains returned."
    DISPLACED = "displaced", "People who had to leave their homes."
    DEPLOYED = "deployed", "People deployed."
    STRENGTH = "strength", "Size of a force said to be present or engaged."
    VIOLATIONS = "violations", "Breaches of a truce."
    MINES = "mines", "Mines laid, found or cleared."
    DRONES = "drones", "Uncrewed aircraft used or brought down."
    EQUIPMENT_LOST = "equipment-lost", "Vehicles, guns or other equipment destroyed or taken."
    DAMAGED = "damaged", "Buildings or other property damaged."
    AREA = "area", "Extent of ground."
    DISTANCE = "distance", "A length."
    OTHER = "other", "Something else; the claim's text says what."


class Category(Word):
    """Whom a figure counts."""

    MILITARY = "military", "Soldiers and border guards."
    CIVILIAN = "civilian", "Civilians."
    POLICE = "police", "Police officers."
    PEACEKEEPER = "peacekeeper", "Members of a peacekeeping force; beats military."
    MIXED = "mixed", "Several categories together; contains the other rows and is never added to them."
    UNSPECIFIED = "unspecified", "People whose category is not stated."
    NOT_PERSONS = "not-persons", "Things, not people."


class Qualifier(Word):
    """How firmly a figure is stated."""

    EXACT = "exact", "This number."
    AT_LEAST = "at-least", "This number or more."
    AT_MOST = "at-most", "This number or fewer."
    ABOUT = "about", "Near this number."


class ReplyStatus(Word):
    """What became of a claim; derived, never stored. The first that holds, in this order."""

    RETRACTED = "retracted", "The accuser's own side took it back or denied it."
    PARTLY_DENIED = "partly-denied", "Something is denied and something confirmed or justified, or only target, place or intent is denied."
    DENIED = "denied", "Denied on the whole or the act, and nothing confirmed or justified."
    JUSTIFIED = "justified", "Justified, and nothing denied."
    ADMITTED = "admitted", "Confirmed, and nothing denied or justified."
    COUNTERED = "countered", "Met with another account, and nothing denied, confirmed or justified."
    NONCOMMITTAL = "noncommittal", "Met only with doubts, an inquiry or a refusal to comment."
    UNANSWERED = "unanswered", "No reply counts, and a search for one is recorded."
    UNRECORDED = "unrecorded", "No reply counts, and no search is recorded; of an accusation the validator refuses this."


class Attribution(Word):
    """How the accusations of an incident were met; derived, never stored. The first that holds, in this order."""

    CONTESTED = "contested", "An accusation was denied, partly denied or countered."
    CONCEDED = "conceded", "An accusation was admitted or justified, and none contested."
    UNANSWERED = "unanswered", "Somebody was accused, and no accusation was contested or conceded."
    UNATTRIBUTED = "unattributed", "Nobody was accused."


class Severity(Word):
    """How grave a finding is, gravest first."""

    ERROR = "error", "The data must not be published like this."
    WARNING = "warning", "A careful editor would want a reason."
    INFO = "info", "Worth knowing; often right as it is."


VOCABULARIES: Final[tuple[type[Word], ...]] = (
    ActorKind,
    PlaceKind,
    SourceKind,
    Act,
    DatePrecision,
    PlacePrecision,
    LocationRole,
    Relation,
    Aspect,
    Stance,
    Basis,
    Measure,
    Category,
    Qualifier,
    ReplyStatus,
    Attribution,
    Severity,
)
"""Every vocabulary there is, stored and derived."""
