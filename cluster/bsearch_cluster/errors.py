"""Failures whose message is for the user."""


class ClusterError(Exception):
    """What went wrong and what to do about it, in a sentence that is printed behind `bsearch-cluster: `."""
