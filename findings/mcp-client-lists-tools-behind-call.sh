#!/bin/sh
# A client of the Model Context Protocol, revision 2026-07-28, keeps `tools/list` for as long as the server's `ttlMs` says, and a
# result with an output schema is checked against that schema. One would expect the list to be asked for before the first call,
# and once. The Python client asks for it behind the first call of a tool, when the result is there and has to be checked, in the
# middle of what the caller takes for one request; and it does not keep that list: the caller's own list_tools() asks the server
# again, though an hour was allowed, and only the next one is answered from what is kept. A server that answers in order and
# is slow to list its tools makes the first call slow, and one that counts requests counts two lists.
# A server that was asked for by its revision (mode="2026-07-28") is never sent server/discover either, so its capabilities
# look empty in the client, though it has tools.
#
# Software (PyPI): mcp 2.3.0. Output seen: the lines in expected.txt below.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q mcp==2.3.0
cat > server.py <<'PYTHON'
import json
import sys

base = {"resultType": "complete", "_meta": {"io.modelcontextprotocol/serverInfo": {"name": "s", "version": "1"}}}
hour = {"ttlMs": 3_600_000, "cacheScope": "private"}
schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
tool = {"name": "count", "inputSchema": {"type": "object"}, "outputSchema": schema}
answers = {
    "server/discover": {**base, **hour, "supportedVersions": ["2026-07-28"], "capabilities": {"tools": {}}},
    "tools/list": {**base, **hour, "tools": [tool]},
    "tools/call": {**base, "content": [{"type": "text", "text": '{"n": 1}'}], "structuredContent": {"n": 1}},
}
with open(sys.argv[1], "a") as log:
    for line in sys.stdin:
        message = json.loads(line)
        if "id" in message:
            print(message["method"], file=log, flush=True)
            answer = {"jsonrpc": "2.0", "id": message["id"], "result": answers[message["method"]]}
            print(json.dumps(answer), flush=True)
PYTHON
cat > client.py <<'PYTHON'
import asyncio
import sys

from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client


async def ask(mode):
    log = "log-" + mode
    server = StdioServerParameters(command=sys.executable, args=["server.py", log])
    async with Client(stdio_client(server), mode=mode) as client:
        tools = client.server_capabilities.tools is not None
        await client.call_tool("count", {})
        await client.call_tool("count", {})
        for _ in range(3):
            await client.list_tools()
    print(mode + ":", *open(log).read().split(), "| tools known:", tools)


for mode in ["auto", "2026-07-28"]:
    asyncio.run(ask(mode))
PYTHON
venv/bin/python client.py > seen.txt
cat seen.txt
cat > expected.txt <<'TEXT'
auto: server/discover tools/call tools/list tools/call tools/list | tools known: True
2026-07-28: tools/call tools/list tools/call tools/list | tools known: False
TEXT
diff expected.txt seen.txt
