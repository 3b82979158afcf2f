"""What several pages need, as frozen dataclasses: a page's own view stands in the folder of its kind."""
