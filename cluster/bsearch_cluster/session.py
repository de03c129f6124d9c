"""How a command joins Ray and finds the coordinator."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from typing import Any

from bsearch_cluster.errors import ClusterError

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
# Workers of a Ray that is started here, and with them `bsearch`, else run at a priority below all else.
os.environ.setdefault("RAY_worker_niceness", "0")

import ray

NAMESPACE = "bsearch-"
COORDINATOR = "coordinator"


def join(address: str, name: str, **start: Any) -> float:
    """Joins the cluster at an address.

    `auto` is one of this machine, `local` a new one that ends with this process. `start` says how a new one is
    started. Returns the seconds that it took.
    """
    began = time.monotonic()
    try:
        ray.init(
            address=address,
            namespace=NAMESPACE + name,
            log_to_driver=False,
            logging_level=logging.CRITICAL,
            **({"include_dashboard": False} | start if address == "local" else {}),
        )
    except (ConnectionError, RuntimeError, ValueError) as error:
        place = "on this machine" if address == "auto" else f"at {address} ({_first_line(error)})"
        raise ClusterError(
            f"there is no Ray {place}; start one by `ray start --head`, or name it by --address"
        ) from error
    return time.monotonic() - began


def processors() -> tuple[int, int]:
    """How many processors the cluster has, and how many its largest machine."""
    machines = [
        int(node["Resources"].get("CPU", 0))
        for node in ray.nodes()  # type: ignore[no-untyped-call]
        if node["Alive"]
    ]
    return max(sum(machines), 1), max([*machines, 1])


def coordinator(name: str) -> Any:
    """The coordinator of the collection that is served by a name."""
    try:
        return ray.get_actor(COORDINATOR, namespace=NAMESPACE + name)
    except ValueError:
        raise ClusterError(
            f"nothing is served by the name {name}; serve a collection by `bsearch-cluster serve DIR`"
        ) from None


def persistently(call: Callable[[Any], Any], name: str, patience: float) -> Any:
    """Calls the coordinator, and again if it dies or is restarted meanwhile, for so many seconds.

    What is asked of a coordinator changes nothing, so it may be asked twice.
    """
    end = time.monotonic() + patience
    while True:
        try:
            left = end - time.monotonic()
            return ray.get(call(coordinator(name)), timeout=max(left, 0.1))
        except ray.exceptions.RayError as error:
            if time.monotonic() >= end:
                raise ClusterError(
                    f"the coordinator does not answer ({_first_line(error)}); see `bsearch-cluster status`"
                ) from error
            time.sleep(0.1)


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
