"""What is published beside the pages' own HTML, and how it takes the place of the last site."""
