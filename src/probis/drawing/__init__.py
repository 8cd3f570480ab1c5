"""Graphs to finished drawings: nodes and lines on a page, knowing nothing of government."""
