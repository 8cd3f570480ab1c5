"""What all pages of one body's map share: the opened revision, its tree, addresses, names and words."""
