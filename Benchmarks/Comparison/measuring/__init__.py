"""What the comparisons share: corpora, queries, the oracle, processes and how figures are shown."""
