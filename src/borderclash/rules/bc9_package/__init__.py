"""BC9xx: the package and its files, where no row can be blamed yet."""
