"""The sources of a guide, watched where they are published: read politely, and held against what was read last."""
