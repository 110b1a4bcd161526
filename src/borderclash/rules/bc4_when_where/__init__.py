"""BC4xx: when and where."""
