"""A decree that is dropped on the studio: read beside it, shown with what was understood, made a body of its own."""
