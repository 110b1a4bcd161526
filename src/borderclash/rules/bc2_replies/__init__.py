"""BC2xx: every denial is recorded."""
