"""Model to model, one named change a file."""
