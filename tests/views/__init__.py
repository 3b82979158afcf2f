"""What a page shows, without the page."""
