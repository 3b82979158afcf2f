"""The proof: each folder mirrors a part of the package, or looks at the guide as a reader does."""
