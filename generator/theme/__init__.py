"""What is known of Material, the theme below the shell, and nowhere else; the templates of the shell lie beside it."""
