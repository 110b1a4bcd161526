"""The way in: a blank form, a merge, a tidy, a comparison, a new package, and whether two coders agree."""
