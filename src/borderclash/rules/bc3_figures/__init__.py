"""BC3xx: each number stands beside its speaker, with its unit, and adds up."""
