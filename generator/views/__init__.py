"""What each page needs, as frozen dataclasses: all thinking is done here, so that a template only lays out."""
