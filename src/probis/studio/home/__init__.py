"""The door: the list of bodies, the search, and what is said when something is missing."""
