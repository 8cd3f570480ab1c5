"""A lintas fungsi as tracked work."""
