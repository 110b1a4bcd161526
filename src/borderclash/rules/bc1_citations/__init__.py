"""BC1xx: every claim cites its source."""
