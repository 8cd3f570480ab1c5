"""Probis: one model of a public body's peta proses bisnis, and everything made from it."""

__version__ = "0.1.0"
