"""Marks, what the command says, and how far the two agree."""
