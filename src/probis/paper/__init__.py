"""Documents as values (heading, paragraph, list, table, figure, section), and their renderers."""
