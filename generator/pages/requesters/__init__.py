"""The page of all kinds of requesters."""
