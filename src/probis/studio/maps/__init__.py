"""The pages and files of the maps."""
