"""What is published beside the pages' own HTML: styles, search entries, and the site as a whole."""
