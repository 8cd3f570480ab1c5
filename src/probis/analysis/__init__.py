"""Model to tables and numbers."""
