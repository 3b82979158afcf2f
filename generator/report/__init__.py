"""What was found, told: one format, one file; no format knows another."""
