"""What is known of Material, the theme below the frame, and nowhere else; the templates of the frame lie beside it."""
