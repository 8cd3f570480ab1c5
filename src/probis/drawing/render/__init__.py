"""Scene to bytes: SVG and PNG."""
