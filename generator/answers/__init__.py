"""What somebody asks on a terminal, and what they are told: quotes, and the finder's questions."""
