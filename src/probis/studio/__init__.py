"""The web studio: HTTP, sessions and transactions around the functions of the other packages."""
