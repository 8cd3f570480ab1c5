"""Graph to scene, one pass a file."""
