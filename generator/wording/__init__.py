"""How values are read and written in a language, whoever asks."""
