"""What a guide promises its readers, line by line, so that no change of meaning goes unseen in a review."""
