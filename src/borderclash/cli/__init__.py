"""The command line: one file a command, listed here."""

import typer

from borderclash.about import SUMMARY
from borderclash.cli.agreement import agreement
from borderclash.cli.cite import cite
from borderclash.cli.diff import diff
from borderclash.cli.explain import explain
from borderclash.cli.export import export
from borderclash.cli.init import init
from borderclash.cli.list import list_incidents
from borderclash.cli.merge import merge
from borderclash.cli.new import new
from borderclash.cli.options import version
from borderclash.cli.plot import plot
from borderclash.cli.show import show
from borderclash.cli.site import site
from borderclash.cli.tidy import tidy
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
app.command("new", epilog="Example: borderclash new --date 2021-05-28 --place kut -o my-incident.yaml")(new)
app.command("merge", epilog="Example: borderclash merge my-incident.yaml --into datapackage")(merge)
app.command("tidy", epilog="Example: borderclash tidy --check")(tidy)
app.command("diff", epilog="Example: borderclash diff HEAD:datapackage datapackage --format markdown")(diff)
app.command("init", epilog="Example: borderclash init my-claims --side northland --side southland")(init)
app.command("plot", epilog="Example: borderclash plot replies -o replies.png")(plot)
app.command("site", epilog="Example: borderclash site public/")(site)
app.command("agreement", epilog="Example: borderclash agreement coder-a/ coder-b/ --format markdown")(agreement)
app.command("export", epilog="Example: borderclash export sqlite -o borderclash.db")(export)
app.command("cite", epilog="Example: borderclash cite 2021-05-28-nakhchivan --format bibtex")(cite)
