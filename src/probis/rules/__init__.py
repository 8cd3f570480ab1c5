"""Model to findings, one rule a file."""
