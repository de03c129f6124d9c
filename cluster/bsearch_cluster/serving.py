"""What `serve`, `status` and `stop` do with the actors of a collection."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ray

from bsearch_cluster.collection import current_generation
from bsearch_cluster.coordinator import Coordinator, Serving
from bsearch_cluster.errors import ClusterError
from bsearch_cluster.session import COORDINATOR, NAMESPACE, coordinator, persistently

STATUS_SECONDS = 10.0


def start(serving: Serving, name: str, patience: float, say: Callable[[str], None]) -> dict[str, Any]:
    """Starts the coordinator, which starts all others, and waits until it answers. Returns its state."""
    try:
        coordinator(name)
    except ClusterError:
        pass
    else:
        raise ClusterError(f"a collection is served by the name {name}; `bsearch-cluster stop` ends that")
    ray.remote(Coordinator).options(
        name=COORDINATOR,
        namespace=NAMESPACE + name,
        lifetime="detached",
        max_restarts=-1,
        max_concurrency=1000,
        num_cpus=0,
    ).remote(serving)
    end = time.monotonic() + patience
    said = ""
    while True:
        state = status(name)
        if state["generation"] is not None:
            return state
        if state["trouble"] not in ("", said):
            said = state["trouble"]
            say(said)
        if time.monotonic() > end:
            stop(name)
            raise ClusterError(f"the shards do not start within {patience:.0f} seconds ({said})")
        time.sleep(0.1)


def status(name: str) -> dict[str, Any]:
    found: dict[str, Any] = persistently(lambda actor: actor.status.remote(), name, STATUS_SECONDS)
    return found


def stop(name: str) -> int:
    """Ends all actors of a name, the coordinator first, since it starts others. Returns how many there were."""
    namespace = NAMESPACE + name
    found = [
        actor["name"] for actor in ray.util.list_named_actors(all_namespaces=True) if actor["namespace"] == namespace
    ]
    for actor in sorted(found, key=lambda actor: actor != COORDINATOR):
        ray.kill(ray.get_actor(actor, namespace=namespace), no_restart=True)
    return len(found)


def description(folder: Path, state: dict[str, Any] | None) -> list[str]:
    """Says in lines what a collection is and who serves it."""
    generation = current_generation(folder)
    if generation is None:
        raise ClusterError(f"{folder} has no generation yet; make one by `bsearch-cluster index`")
    lines = [f"{folder}: {generation.name}, {len(generation.shards)} shards, {generation.articles:,} articles"]
    if state is None or state["folder"] != str(folder):
        return [*lines, "not served"]
    lines.append(f"served: {state['generation']}, coordinator process {state['pid']}")
    if state["trouble"]:
        lines.append(f"  {state['trouble']}")
    for number, shard in enumerate(state["shards"], 1):
        replicas = shard["replicas"]
        lines.append(f"  shard {number}: {shard['up']} of {len(replicas)} replicas, {shard['articles']:,} articles")
        lines += [f"    {replica['trouble']}" for replica in replicas if replica.get("trouble")]
    return lines
