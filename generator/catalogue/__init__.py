"""The catalogue as plain, typed, immutable objects: what it means, without places, input or HTML."""
