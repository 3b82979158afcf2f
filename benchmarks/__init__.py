"""The measuring: how much time, memory and room a guide takes, beside what a team would otherwise write by hand."""
