"""The page of all modalities, group by group."""
