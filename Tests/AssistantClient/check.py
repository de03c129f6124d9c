"""Drives `bsearch mcp` with the client of the Model Context Protocol that people use, in both eras.

usage: check.py BSEARCH CORPUS [--lines N]

BSEARCH is the built command, with bsearch-mcp beside it; CORPUS a folder of issues. N lines of rubbish are sent besides.
"""

import argparse
import asyncio
import json
import random
import subprocess
import tempfile
import time
import warnings

import jsonschema
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.shared.exceptions import MCPError

PROTOCOL = "io.modelcontextprotocol/"
META = {PROTOCOL + "protocolVersion": "2026-07-28", PROTOCOL + "clientCapabilities": {}}
CALLS = [
    ("search", {"query": "5G基站"}),
    ("search", {"query": "5G基站 覆盖", "limit": 20, "passages": 5, "sort": "date"}),
    ("search", {"query": "一个没有的词组"}),
    ("search", {"query": "岚江", "since": "2023-03", "until": "2023", "in": "title"}),
    ("count", {"query": "岚江"}),
    ("trend", {"queries": ["5G基站", "数据中心"], "by": "month"}),
    ("trend", {"queries": ["岚江"]}),
    ("figures", {"term": "5G基站"}),
    ("figures", {"term": "5G基站", "uncertain": True, "limit": 3}),
    ("issues", {}),
    ("issues", {"limit": 1}),
]


def check(condition, what):
    if not condition:
        raise SystemExit(f"check: {what}")


def command_answer(bsearch, index, *arguments):
    done = subprocess.run(
        [bsearch, *arguments, "--index", index], capture_output=True, check=False
    )
    return json.loads(done.stdout)


async def talk(bsearch, index, mode):
    """Asks everything of the server as a client of one era."""
    server = StdioServerParameters(command=bsearch, args=["mcp", "--index", index, "--lang", "en"])
    async with Client(stdio_client(server), mode=mode) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
        check(list(tools) == ["search", "count", "trend", "figures", "show", "issues"], "names of tools")
        for tool in tools.values():
            jsonschema.Draft202012Validator.check_schema(tool.input_schema)
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        calls = list(CALLS)
        found = await client.call_tool("search", {"query": "5G基站"})
        first = found.structured_content["hits"][0]
        calls += [("show", {"id": first["id"]}), ("show", {"id": first["issue"]})]
        for name, arguments in calls:
            jsonschema.validate(arguments, tools[name].input_schema)
            result = await client.call_tool(name, arguments)
            check(not result.is_error, f"{name} {arguments}: {result.content}")
            jsonschema.validate(result.structured_content, tools[name].output_schema)
            check(json.loads(result.content[0].text) == result.structured_content, f"text of {name}")
            check(len(result.content[0].text) < 60_000, f"length of {name} {arguments}")
        answer = command_answer(bsearch, index, "search", "5G基站", "--limit", "5", "--format", "json")
        check(
            [hit["id"] for hit in found.structured_content["hits"]] == [hit["id"] for hit in answer["hits"]],
            "a search finds what the command finds",
        )
        check(found.structured_content["articles"] == answer["summary"]["articles"], "counts of the command")
        bad = await client.call_tool("search", {"query": "5G", "limit": 99})
        check(bad.is_error and "1 to 20" in bad.content[0].text, "a bad argument is a result that explains")
        listed = [resource async for resource in resources(client)]
        check(len(listed) == len(set(listed)) > 100, "all articles are resources, each once")
        read = await client.read_resource(first["uri"])
        check(first["title"] in read.contents[0].text, "an article is a resource")
        for uri in ["bsearch://99999/1", "bsearch://%zz"]:
            try:
                await client.read_resource(uri)
                check(False, f"{uri} is a resource")
            except MCPError as error:
                check(error.code == -32602, f"code of {uri}: {error.code}")
        # Ten at once, of which each gets its own answer.
        queries = ["5G", "基站", "数据", "网络", "岚江", "公司", "项目", "安全", "服务", "企业"]
        answers = await asyncio.gather(*(client.call_tool("count", {"query": query}) for query in queries))
        for query, answer in zip(queries, answers):
            count = command_answer(bsearch, index, "count", query, "--json")
            check(answer.structured_content["articles"] == count["totals"]["articles"], f"count of {query}")
        if mode == "legacy":
            await client.send_ping()


async def resources(client):
    cursor = None
    while True:
        page = await client.list_resources(cursor=cursor)
        for resource in page.resources:
            yield resource.uri
        cursor = page.next_cursor
        if cursor is None:
            return


def lines_of_rubbish(bsearch, index, count):
    """Sends changed requests and compares how many answers there are with how many there have to be."""
    choose = random.Random(18)
    seeds = [
        {"jsonrpc": "2.0", "id": 1, "method": name, "params": {**parameters, "_meta": META}}
        for name, parameters in [
            ("tools/list", {}),
            ("server/discover", {}),
            ("tools/call", {"name": "count", "arguments": {"query": "5G基站"}}),
            ("tools/call", {"name": "search", "arguments": {"query": "岚江", "limit": 1}}),
            ("resources/read", {"uri": "bsearch://1/1"}),
        ]
    ]
    pieces = [b"{", b"}", b"[", b'"', b",", b":", b"null", b"\x00", b"\xff", "水".encode(), b"[[[[[[", b"1e400", b"\\"]
    server = subprocess.Popen(
        [bsearch, "mcp", "--index", index], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    wanted = []
    for number in range(count):
        seed = dict(choose.choice(seeds), id=number)
        line = bytearray(json.dumps(seed, ensure_ascii=choose.random() < 0.5).encode())
        if choose.random() < 0.8:
            for _ in range(choose.randint(1, 3)):
                place = choose.randrange(len(line) + 1)
                line[place : place + choose.randint(0, 8)] = choose.choice(pieces)
        line = bytes(line).replace(b"\n", b"") or b"x"
        try:
            message = json.loads(line)
            isRequest = isinstance(message, dict) and message.get("jsonrpc") == "2.0"
            if isRequest and isinstance(message.get("method"), str) and "id" not in message:
                continue  # A notification has no answer.
            if isRequest and "method" not in message and ("result" in message or "error" in message):
                continue
        except ValueError:
            pass
        server.stdin.write(line + b"\n")
        server.stdin.flush()
        answer = json.loads(server.stdout.readline())
        check(("result" in answer) != ("error" in answer), f"answer to {line!r}: {answer}")
        check(answer.get("id", number) == number or "id" in answer, f"id of {line!r}")
        wanted.append(number)
    server.stdin.close()
    check(server.stdout.read() == b"" and server.wait(timeout=10) == 0, "the server ends with its input")
    return len(wanted)


def cancelled(bsearch, index):
    """A request that is cancelled before its turn has no answer, those around it have."""
    request = {"jsonrpc": "2.0", "method": "tools/call"}
    lines = [
        dict(request, id=number, params={"name": "trend", "arguments": {"queries": ["的"]}, "_meta": META})
        for number in range(6)
    ]
    lines.append({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 4}})
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(
        [bsearch, "mcp", "--index", index], input=text.encode(), capture_output=True, check=True
    )
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    check(ids == [0, 1, 2, 3, 5], f"answers around a cancelled request: {ids}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bsearch")
    parser.add_argument("corpus")
    parser.add_argument("--lines", type=int, default=2_000)
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # The client warns of what only its older era has.
    with tempfile.TemporaryDirectory() as folder:
        index = folder + "/corpus.index"
        subprocess.run(
            [options.bsearch, "index", options.corpus, "--index", index], check=True, capture_output=True
        )
        for mode in ["2026-07-28", "auto", "legacy"]:
            start = time.monotonic()
            asyncio.run(talk(options.bsearch, index, mode))
            print(f"{mode}: all as it should be, {time.monotonic() - start:.1f} s")
        cancelled(options.bsearch, index)
        print(f"{lines_of_rubbish(options.bsearch, index, options.lines)} odd lines answered once each")


if __name__ == "__main__":
    main()
