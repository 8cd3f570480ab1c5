"""What a text says to the parts of a draft, one part of the model a file; `reading/draft.py` puts them together."""
