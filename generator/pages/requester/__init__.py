"""The page of a kind of requester."""
