"""The page of the cascade that the processes serve."""
