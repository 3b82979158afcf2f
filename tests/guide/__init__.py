"""The published guide, held to rules that read it: no name and no number of it stands here."""
