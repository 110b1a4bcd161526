"""BC0xx: cells and keys. Derived from the columns: every table of every package is judged by the same seven rules."""
