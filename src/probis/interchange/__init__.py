"""Model to bytes and back, one format a file."""
