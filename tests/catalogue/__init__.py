"""The loader and the schema: what is let in, and how it is told what is not."""
