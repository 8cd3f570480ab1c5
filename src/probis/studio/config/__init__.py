"""How the studio is set up: settings, addresses, security."""
