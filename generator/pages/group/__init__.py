"""The page of a group of modalities."""
