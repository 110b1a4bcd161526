"""BC5xx: wording, neutrality, privacy."""
