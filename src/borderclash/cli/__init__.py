"""The command line: one file a command, listed here."""

import typer

from borderclash.about import SUMMARY
from borderclash.cli.cite import cite
from borderclash.cli.explain import explain
from borderclash.cli.export import export
from borderclash.cli.list import list_incidents
from borderclash.cli.options import version
from borderclash.cli.show import show
from borderclash.cli.validate import validate

__all__ = ["app"]

app = typer.Typer(
    name="borderclash",
    help=SUMMARY,
    epilog="Start with: borderclash show 2021-05-28-nakhchivan",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
app.callback()(version)
app.command("validate", epilog="Example: borderclash validate my-package/ --format json --fail-on warning")(validate)
app.command("explain", epilog="Example: borderclash explain BC201")(explain)
app.command("show", epilog="Example: borderclash show 2021-05-28-nakhchivan")(show)
app.command("list", epilog="Example: borderclash list --since 2021-05-01 --until 2021-05-31 --status denied")(list_incidents)
app.command("export", epilog="Example: borderclash export sqlite -o borderclash.db")(export)
app.command("cite", epilog="Example: borderclash cite 2021-05-28-nakhchivan --format bibtex")(cite)
