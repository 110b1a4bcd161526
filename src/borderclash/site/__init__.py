"""The site: a folder of plain pages that needs no server and asks nobody for anything. It needs the extra `plot`."""

from borderclash.site.build import build

__all__ = ["build"]
