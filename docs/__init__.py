"""The manual: pages for people, and `docs.tooling`, which writes those that can be written from the program."""
