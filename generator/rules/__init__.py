"""The rules: a folder for each family, a file for each fault, its code beside it; the name is the fault's code."""
