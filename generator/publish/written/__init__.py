"""What people write beside the catalogue, pages and settings: data that is judged before anything is made of it."""
