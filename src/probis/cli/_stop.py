"""The one way a command gives up: a message for the user, and exit code 2."""


class Stop(Exception):
    """Nothing can be read or written; `message` says what and why, with its place."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
