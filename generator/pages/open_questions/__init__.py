"""The page of open questions, or one for each group."""
