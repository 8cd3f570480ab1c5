"""The page of units, positions and parties."""
