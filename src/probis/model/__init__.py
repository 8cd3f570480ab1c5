"""The nouns of a peta proses bisnis as immutable values; no files, no clock, no drawing."""
