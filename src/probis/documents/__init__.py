"""Model to paper, one kind of document a file."""
