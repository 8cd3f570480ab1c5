"""The page that says what each statement rests on."""
