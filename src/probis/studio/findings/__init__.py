"""The page of all that the rules found."""
