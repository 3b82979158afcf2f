"""The page of a modality."""
