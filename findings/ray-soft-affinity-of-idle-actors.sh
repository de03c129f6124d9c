#!/bin/sh
# Whoever spreads replicas over machines with Ray asks for a node by NodeAffinitySchedulingStrategy, soft, so that the actor may
# go elsewhere when the machine is gone; and says num_cpus=0, since an actor that waits for requests needs no processor of its own.
# Together these do not hold: an actor of no processor is placed as if no node had been named, though the node is alive and
# idle, so two replicas of a shard may stand on one machine. With soft=False the node is heeded, and with the smallest share
# of a processor, .001, softly too. By Ray's documentation of the strategy a node that exists and can hold the actor is the only one
# where it is placed, soft or not; the same was mended in 2022 for soft=False alone (pull request 25360 of ray-project/ray).
#
# Software: PyPI ray 2.60.0 (Python 3.9 or later), three nodes of ray.cluster_utils.Cluster on one machine.
# Output seen: 2 of 12 actors on the node that was asked for with no processor, softly; 12 of 12 otherwise. The first
# number is chance, so the script only asks that it is less than all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q ray==2.60.0
venv/bin/python - > seen.txt 2>messages.txt <<'PYTHON' || { cat messages.txt; exit 1; }
import logging

import ray
from ray.cluster_utils import Cluster
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
for _ in range(2):
    cluster.add_node(num_cpus=1)
ray.init(address=cluster.address, logging_level=logging.ERROR, log_to_driver=False)


@ray.remote
class Somewhere:
    def node(self):
        return ray.get_runtime_context().get_node_id()


nodes = sorted(node["NodeID"] for node in ray.nodes())
for processors, soft in ((0, True), (0, False), (0.001, True)):
    there = 0
    for node in nodes * 4:
        strategy = NodeAffinitySchedulingStrategy(node, soft=soft)
        actor = Somewhere.options(num_cpus=processors, scheduling_strategy=strategy).remote()
        there += ray.get(actor.node.remote()) == node
        ray.kill(actor)
    said = "all" if there == 4 * len(nodes) else "not all"
    print(f"num_cpus={processors} soft={soft}: {said} where they were asked to be")
ray.shutdown()
cluster.shutdown()
PYTHON
cat seen.txt
cat > expected.txt <<'TEXT'
num_cpus=0 soft=True: not all where they were asked to be
num_cpus=0 soft=False: all where they were asked to be
num_cpus=0.001 soft=True: all where they were asked to be
TEXT
diff expected.txt seen.txt
