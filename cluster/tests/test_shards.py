"""Questions to shards whose processes fail, in ways that the double makes certain."""

from __future__ import annotations

import dataclasses
import json
import os
import signal

from bsearch_cluster.host import ShardHost
from bsearch_cluster.shards import Address, Lane, Question, Shard, answers
from tests.support import PATIENT, DoubleTestCase, nowhere, shard_of, start_host, start_shards, until

STATISTICS = b'{"op":"statistics","query":"apple"}'


def frequency(answer: bytes | None) -> int | None:
    return None if answer is None else json.loads(answer)["frequency"]


def pid_of(hosts: list[ShardHost], lane: Lane) -> int:
    """The process at the other end of a lane of the first shard."""
    (pid,) = hosts[lane.replica]._processes
    return pid


class ShardTests(DoubleTestCase):
    async def test_every_shard_answers_in_the_order_of_the_questions(self) -> None:
        _, shards = await start_shards(self, replicas=1)
        lines = [b'{"op":"statistics","query":"shard %d"}' % number for number in (1, 1, 2, 2)]
        questions = [Question(shards[index], line, PATIENT) for index, line in zip((0, 1, 0, 1), lines, strict=True)]
        self.assertEqual([frequency(answer) for answer in await answers(questions)], [5, 0, 0, 5])

    async def test_answers_far_larger_than_a_buffer_arrive_whole(self) -> None:
        long = ["long apple " + "x" * 1_000_000, "another apple"]
        (self.folder / "gen-000001" / "shard-1-of-2.index").write_text(json.dumps({"texts": long}))
        _, shards = await start_shards(self, replicas=1)
        ask = b'{"op":"matches","query":"apple","frequency":1}'
        for answer in await answers([Question(shards[0], ask, PATIENT) for _ in range(3)]):
            self.assertEqual([text for _, text in json.loads(answer or b"")["found"]], long)

    async def test_a_slow_process_is_helped_by_a_replica(self) -> None:
        hosts, shards = await start_shards(self, replicas=2)
        first, second = shards[0].lanes
        os.kill(pid_of(hosts, first), signal.SIGSTOP)
        question = Question(shards[0], STATISTICS, dataclasses.replace(PATIENT, hedge=0.02))
        self.assertEqual(first.load, 1)
        self.assertEqual(frequency(await question.answer), 5)
        self.assertEqual((first.load, second.load), (1, 0))
        os.kill(pid_of(hosts, first), signal.SIGCONT)
        await until(lambda: first.load == 0)
        self.assertEqual(frequency(await Question(shards[0], STATISTICS, PATIENT).answer), 5)

    async def test_a_process_that_is_killed_at_work_is_replaced_by_a_replica_at_once(self) -> None:
        hosts, shards = await start_shards(self, replicas=2)
        first = shards[0].lanes[0]
        os.kill(pid_of(hosts, first), signal.SIGSTOP)
        question = Question(shards[0], STATISTICS, PATIENT)
        os.kill(pid_of(hosts, first), signal.SIGKILL)
        self.assertEqual(frequency(await question.answer), 5)
        await until(lambda: first.is_up)

    async def test_a_single_process_that_is_killed_is_waited_for_and_asked_again(self) -> None:
        hosts, shards = await start_shards(self, replicas=1)
        os.kill(pid_of(hosts, shards[0].lanes[0]), signal.SIGKILL)
        question = Question(shards[0], STATISTICS, PATIENT)
        self.assertEqual(frequency(await question.answer), 5)

    async def test_a_question_that_kills_every_process_is_given_up(self) -> None:
        _, shards = await start_shards(self, replicas=2)
        self.fault("die", 1)
        both = await answers([Question(shard, STATISTICS, PATIENT) for shard in shards])
        self.assertEqual([frequency(answer) for answer in both], [None, 5])
        self.heal("die", 1)
        self.assertEqual(frequency(await Question(shards[0], STATISTICS, PATIENT).answer), 5)

    async def test_what_is_no_answer_is_never_passed_on(self) -> None:
        _, shards = await start_shards(self, replicas=1)
        self.fault("garbage", 1)
        self.assertIsNone(await Question(shards[0], STATISTICS, PATIENT).answer)
        self.heal("garbage", 1)
        self.assertEqual(frequency(await Question(shards[0], STATISTICS, PATIENT).answer), 5)

    async def test_a_process_that_hangs_is_killed_at_the_deadline_and_another_started(self) -> None:
        hosts, shards = await start_shards(self, replicas=1)
        self.fault("hang", 1)
        before = pid_of(hosts, shards[0].lanes[0])
        question = Question(shards[0], STATISTICS, dataclasses.replace(PATIENT, hedge=0.05, deadline=0.1))
        self.assertIsNone(await question.answer)
        self.heal("hang", 1)
        self.assertEqual(frequency(await Question(shards[0], STATISTICS, PATIENT).answer), 5)
        self.assertNotIn(before, hosts[0]._processes)

    async def test_a_shard_without_host_is_missing_and_soon_not_waited_for(self) -> None:
        shard = shard_of(self, 1, [nowhere])
        self.assertIsNone(await Question(shard, STATISTICS, dataclasses.replace(PATIENT, outage=0.05)).answer)
        self.assertTrue(
            Question(shard, STATISTICS, dataclasses.replace(PATIENT, outage=0)).answer.done(), "it waits on"
        )

    async def test_a_connection_that_does_not_know_the_secret_gets_no_process(self) -> None:
        host = await start_host(self)
        address, port, _ = await host.address()

        async def wrong() -> Address:
            return address, port, "0" * 32

        shard = shard_of(self, 1, [wrong])
        outside = Shard("../secret.index", [host.address], 1)
        self.addCleanup(outside.close)
        right = shard_of(self, 1, [host.address])
        await until(lambda: right.is_up)
        self.assertFalse(shard.is_up or outside.is_up)
        self.assertEqual(len(self.started("shard-1-of-2")), 1)

    async def test_a_process_ends_with_its_connection_even_if_it_hangs(self) -> None:
        hosts, shards = await start_shards(self, replicas=1)
        os.kill(pid_of(hosts, shards[0].lanes[0]), signal.SIGSTOP)
        shards[0].close()
        await until(lambda: not hosts[0]._processes)

    async def test_a_file_that_cannot_be_opened_is_explained(self) -> None:
        host = await start_host(self)
        shard_of(self, 9, [host.address])
        await until(lambda: host._trouble != "")
        self.assertIn("shard-9-of-2.index", host._trouble)
