"""Claims about armed incidents, with their sources and the replies of those accused."""
