"""Model to graph to scene, one kind of map a file."""
