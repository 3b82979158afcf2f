"""The real commands in a copy of the project: builds, broken builds, killed builds, and the live preview."""
