"""Places the shards of a collection of `bsearch` on the machines of a Ray cluster and carries lines between them.

What the lines mean, only the programs of `bsearch` know: see ARCHITECTURE.md, "Beyond one machine".
"""
