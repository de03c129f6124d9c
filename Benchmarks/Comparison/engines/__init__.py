"""The engines that are compared, and how they are installed."""
