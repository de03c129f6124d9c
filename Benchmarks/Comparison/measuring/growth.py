"""How a cost grows with the size of the corpus."""

import math
import statistics


def exponent(sizes, costs):
    """The b of cost = a · size^b that fits best: least squares of the logarithms; nothing for one size."""
    if len(sizes) < 2 or min(costs) <= 0:
        return None
    line = statistics.linear_regression(
        [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    )
    return line.slope
