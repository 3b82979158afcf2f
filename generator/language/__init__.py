"""Words of a language, whatever the catalogue: dictionaries, spellings that are one, and what was meant by a slip."""
