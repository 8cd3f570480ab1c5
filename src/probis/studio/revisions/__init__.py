"""Bodies, their maps by period, and the revisions of each map in the database."""
