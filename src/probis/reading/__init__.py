"""The text of an existing decree to what it says, quotation by quotation, and to a draft of the model."""
