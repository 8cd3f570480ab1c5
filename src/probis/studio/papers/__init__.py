"""The documents of an edition: what is offered where, the preview, and the files."""
