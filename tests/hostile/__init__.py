"""Files that were damaged, or made to do harm, handed to the real command."""
