"""The decree as a page and as PDF."""
