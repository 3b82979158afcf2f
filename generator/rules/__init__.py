"""The rules: a folder for each family, a module for each fault, and its name is the fault's code."""
