"""Revisions and files on disk."""
