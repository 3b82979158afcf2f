"""The catalogue in an editor: the real language server, with the settings that are committed."""
