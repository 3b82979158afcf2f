"""The questions that lead to a modality, and the branches of a tree too large for one page."""
