"""One catalogue of service modalities in, a whole Relationship Guide out; importing the package costs nothing."""

__version__ = "0.1.0"
