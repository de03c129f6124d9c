"""The actor that runs processes of one shard for whoever connects to it.

Ray places and restarts it. Requests do not go through it, nor through Ray, whose calls of four actors alone
take as long as a search may: a coordinator connects to the host's port, says the host's secret and which file
it means, and the host starts `bsearch shard` with the connection as its standard input and output. So a process
has one connection and a connection one process; closing one ends the other.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import os
import secrets
import select
import socket
import tempfile
from pathlib import Path
from typing import IO

import ray

from bsearch_cluster.collection import SHARD_FILE
from bsearch_cluster.programs import kill, mortal

GREETING_LIMIT = 1024
"""Bytes of the line with which a connection begins."""
GREETING_SECONDS = 5.0
TROUBLE_LIMIT = 2000
"""Bytes kept of what a process that failed said."""


class ShardHost:
    """Runs `bsearch shard` on a file of the collection's folder for each connection."""

    async def __init__(self, folder: str, program: str) -> None:  # type: ignore[misc]
        self._folder = Path(folder)
        self._program = program
        self._secret = secrets.token_hex(16)
        self._trouble = ""
        self._processes: dict[int, asyncio.subprocess.Process] = {}
        self._by_socket: dict[int, asyncio.subprocess.Process] = {}
        self._hang_ups = select.epoll()
        self._listener = socket.create_server((_own_address(), 0), backlog=256)
        self._listener.setblocking(False)
        loop = asyncio.get_running_loop()
        loop.add_reader(self._hang_ups.fileno(), self._end_those_hung_up)
        self._tasks = {loop.create_task(self._accept())}

    async def address(self) -> tuple[str, int, str]:
        """Where the host listens: address, port and secret."""
        host, port = self._listener.getsockname()[:2]
        return host, port, self._secret

    async def status(self) -> dict[str, object]:
        """The processes that run, the node, and what the last process that failed said."""
        return {
            "pid": os.getpid(),
            "node": ray.get_runtime_context().get_node_id(),
            "processes": sorted(self._processes),
            "trouble": self._trouble,
        }

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            connection, _ = await loop.sock_accept(self._listener)
            task = loop.create_task(self._serve(connection))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.setblocking(False)
            try:
                greeting = await asyncio.wait_for(self._greeting(connection), GREETING_SECONDS)
            except (OSError, asyncio.TimeoutError):
                return
            secret, _, file = greeting.partition(" ")
            if not hmac.compare_digest(secret, self._secret) or not SHARD_FILE.fullmatch(file):
                return
            with contextlib.suppress(OSError), tempfile.TemporaryFile() as complaints:
                await self._run(connection, self._folder / file, complaints)

    async def _greeting(self, connection: socket.socket) -> str:
        """Reads the first line and nothing behind it, which is for the process."""
        loop = asyncio.get_running_loop()
        line = bytearray()
        while len(line) < GREETING_LIMIT:
            byte = await loop.sock_recv(connection, 1)
            if byte in (b"", b"\n"):
                break
            line += byte
        return line.decode("ascii", "replace")

    async def _run(self, connection: socket.socket, file: Path, complaints: IO[bytes]) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        connection.setblocking(True)
        process = await asyncio.create_subprocess_exec(
            *mortal([self._program, "shard", "--index", str(file)]),
            stdin=connection.fileno(),
            stdout=connection.fileno(),
            stderr=complaints,
        )
        number = connection.fileno()
        self._processes[process.pid] = process
        self._by_socket[number] = process
        self._hang_ups.register(number, select.EPOLLRDHUP)
        try:
            status = await process.wait()
        finally:
            self._hang_ups.unregister(number)
            del self._by_socket[number]
            del self._processes[process.pid]
        if status > 0:
            complaints.seek(0)
            said = complaints.read(TROUBLE_LIMIT).decode("utf-8", "replace").strip()
            self._trouble = said or f"{self._program} shard ended with status {status}"
            logging.getLogger(__name__).warning("%s: %s", file, self._trouble)

    def _end_those_hung_up(self) -> None:
        """Kills processes whose connection was closed: one that hangs would not see it."""
        for number, _ in self._hang_ups.poll(0):
            self._hang_ups.modify(number, 0)
            process = self._by_socket.get(number)
            if process is not None:
                kill(process)


def _own_address() -> str:
    address: str = ray.util.get_node_ip_address()  # type: ignore[no-untyped-call]
    return address
