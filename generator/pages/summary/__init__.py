"""What each modality comes to, on one sheet."""
