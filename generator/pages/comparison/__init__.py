"""All modalities side by side, or those of a group."""
