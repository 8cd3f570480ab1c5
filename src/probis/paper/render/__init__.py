"""Paper to bytes: PDF and HTML."""
