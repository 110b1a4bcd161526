"""The public names, for type checkers and editors; `__init__.py` fetches the same ones when they are first used."""

from borderclash.columns import TABLES as TABLES
from borderclash.dataset import Dataset as Dataset
from borderclash.dataset import load as load
from borderclash.dossier import Dossier as Dossier
from borderclash.errors import (
    BorderclashError as BorderclashError,
)
from borderclash.errors import (
    MissingExtraError as MissingExtraError,
)
from borderclash.errors import (
    MissingPackageError as MissingPackageError,
)
from borderclash.errors import (
    UnknownNameError as UnknownNameError,
)
from borderclash.errors import (
    UnreadableDayError as UnreadableDayError,
)
from borderclash.errors import (
    UnreadableError as UnreadableError,
)
from borderclash.errors import (
    UnwritableError as UnwritableError,
)
from borderclash.exports import export as export
from borderclash.exports import package as package
from borderclash.findings import Finding as Finding
from borderclash.findings import Run as Run
from borderclash.frames import frame as frame
from borderclash.models import (
    Actor as Actor,
)
from borderclash.models import (
    Citation as Citation,
)
from borderclash.models import (
    Claim as Claim,
)
from borderclash.models import (
    Figure as Figure,
)
from borderclash.models import (
    Incident as Incident,
)
from borderclash.models import (
    Location as Location,
)
from borderclash.models import (
    Place as Place,
)
from borderclash.models import (
    PlaceName as PlaceName,
)
from borderclash.models import (
    Reply as Reply,
)
from borderclash.models import (
    Search as Search,
)
from borderclash.models import (
    Source as Source,
)
from borderclash.models import (
    Waiver as Waiver,
)
from borderclash.rules import RULES as RULES
from borderclash.validate import validate as validate
from borderclash.views import VIEWS as VIEWS
from borderclash.views import describe as describe
from borderclash.views import view as view
from borderclash.vocab import (
    Act as Act,
)
from borderclash.vocab import (
    Aspect as Aspect,
)
from borderclash.vocab import (
    Attribution as Attribution,
)
from borderclash.vocab import (
    DatePrecision as DatePrecision,
)
from borderclash.vocab import (
    ReplyStatus as ReplyStatus,
)
from borderclash.vocab import (
    Severity as Severity,
)
from borderclash.vocab import (
    Stance as Stance,
)

__version__: str
