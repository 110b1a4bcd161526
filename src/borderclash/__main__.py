"""`borderclash` and `python -m borderclash`: the command line, and the one place where an exception becomes an exit code."""

import os
import sys

from borderclash.about import NAME
from borderclash.errors import BorderclashError

__all__ = ["main"]


def main() -> None:
    """Run the command line. Exit codes: 0 clean, 1 findings, 2 could not run or wrong use."""
    from borderclash.cli import app  # noqa: PLC0415 - typer is loaded when a command is run, not when the name is imported

    try:
        app(prog_name=NAME)
    except BorderclashError as error:
        sys.stderr.write(f"borderclash: {error}\n")
        sys.exit(2)
    except Exception as error:
        if os.environ.get("BORDERCLASH_DEBUG"):
            raise
        sys.stderr.write(
            f"borderclash: this should not have happened ({type(error).__name__}: {error}); "
            "set BORDERCLASH_DEBUG=1 and run the same command again for a traceback to report\n"
        )
        sys.exit(2)


if __name__ == "__main__":
    main()
