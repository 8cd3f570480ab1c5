"""What regulations say, as data: terms, values with dates, regulations."""
