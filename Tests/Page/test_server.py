"""The server as it is seen over sockets: what it refuses, what it bears, how it ends."""

import json
import signal
import socket
import subprocess
import time
import unittest
import urllib.parse

from archive import PROGRAMS, Archive


class ServerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.archive = Archive()
        cls.archive.start()

    @classmethod
    def tearDownClass(cls):
        cls.archive.close()

    def connect(self):
        connection = socket.create_connection((self.archive.host, self.archive.port), timeout=20)
        self.addCleanup(connection.close)
        return connection

    def ask(self, target="/", method="GET", host=None, headers="", body=b""):
        """Sends a request as it stands; returns the status, the head and the body."""
        connection = self.connect()
        host = f"Host: 127.0.0.1:{self.archive.port}\r\n" if host is None else host
        connection.sendall(
            f"{method} {target} HTTP/1.1\r\n{host}{headers}Connection: close\r\n\r\n".encode() + body)
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except ConnectionResetError:
            pass
        head, _, body = answer.partition(b"\r\n\r\n")
        status = int(head.split(b" ")[1]) if head.startswith(b"HTTP/1.1 ") else 0
        return status, head.decode("latin-1").lower(), body

    def test_other_hosts_origins_and_methods_are_refused(self):
        self.assertEqual(self.ask()[0], 200)
        self.assertEqual(self.ask(host="Host: attacker.test\r\n")[0], 421)
        self.assertEqual(self.ask(host=f"Host: attacker.test:{self.archive.port}\r\n")[0], 421)
        self.assertIn(self.ask(host="")[0], (400, 421))
        self.assertIn(self.ask(host="Host: localhost\r\nHost: attacker.test\r\n")[0], (400, 421))
        self.assertEqual(self.ask(headers="Origin: http://attacker.test\r\n")[0], 403)
        self.assertEqual(self.ask(headers="Origin: null\r\n")[0], 403)
        self.assertEqual(self.ask(headers="Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n")[0], 403)
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            self.assertEqual(self.ask(method=method)[0], 405, method)
        self.assertIn(self.ask("http://attacker.test/", host="Host: attacker.test\r\n")[0], (400, 421))

    def test_a_body_is_refused_and_not_read(self):
        status, head, _ = self.ask(headers="Content-Length: 1000000000\r\n", body=b"x" * 1000)
        self.assertEqual(status, 413)
        self.assertIn("connection: close", head)

    def test_a_head_gives_no_body(self):
        status, head, body = self.ask(method="HEAD")
        self.assertEqual((status, body), (200, b""))
        self.assertNotIn("content-length: 0\r", head + "\r")

    def test_no_path_leads_to_a_file(self):
        for target in ("/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/static/../../../etc/passwd",
                       "//etc/passwd", "/issues/bulletins/2023-01.md", "/.bsearch", "/etc/passwd%00.html"):
            status, _, body = self.ask(target)
            self.assertIn(status, (400, 404), target)
            self.assertNotIn(b"root:", body)

    def test_requests_are_bounded(self):
        for head in ("X: " + "a" * 100_000 + "\r\n", "".join(f"X{n}: a\r\n" for n in range(5000))):
            self.assertIn(self.ask(headers=head)[0], (0, 400, 431))
        self.assertIn(self.ask("/search?q=" + "a" * 1_000_000)[0], (0, 400, 414, 431))
        self.assertEqual(self.ask()[0], 200)

    def test_nonsense_is_no_end(self):
        for data in (b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"\0" * 1000, b"GET / HTTP/9.9\r\n\r\n", b"\r\n" * 1000,
                     b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
            connection = self.connect()
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except OSError:
                pass
        self.assertEqual(self.ask()[0], 200)

    def test_slow_clients_hold_nobody_up(self):
        waiting = [self.connect() for _ in range(200)]
        for place, connection in enumerate(waiting):
            # Half of a request, or a whole one whose answer nobody reads.
            request = "GET / HTTP/1.1\r\nHost: loc" if place % 2 else (
                f"GET /issues HTTP/1.1\r\nHost: 127.0.0.1:{self.archive.port}\r\n\r\n")
            connection.sendall(request.encode())
        start = time.monotonic()
        for _ in range(20):
            self.assertEqual(self.ask("/search?q=5G")[0], 200)
        self.assertLess(time.monotonic() - start, 20)

    def test_the_interface_gives_what_the_command_gives(self):
        for query in ("5G基站", "岚云一号 验收", "5G基占", "没有这样的话", "日期：去年 5G", "-5G"):
            expected = json.loads(self.archive.run("search", "--format", "json", "-n", "7", "--facets", "--", query))
            given = self.archive.get("/api/v1/search", q=query, limit=7, facets="true")
            for answer in (expected, given):
                answer["summary"].pop("milliseconds")
            # The command shows fewer values of a facet.
            for facets in (expected["summary"].get("facets"), given["summary"].get("facets")):
                for facet in (facets or {}).values():
                    facet["values"] = facet["values"][:5]
            self.assertEqual(given, expected, query)
            count = json.loads(self.archive.run("count", "--json", "--", query))
            self.assertEqual(self.archive.get("/api/v1/count", q=query), count, query)
        for command, path, fields in (
            (("trend", "5G基站", "--by", "month", "--json"), "trend", {"q": "5G基站", "by": "month"}),
            (("figures", "5G基站", "--json"), "figures", {"q": "5G基站"}),
            (("show", "97/4", "--json"), "articles", {"id": "97/4"}),
            (("toc", "97", "--json"), "toc", {"id": "97"}),
            (("authors", "--json"), "authors", {}),
            (("suggest", "5G", "--json"), "suggest", {"prefix": "5G"}),
        ):
            self.assertEqual(self.archive.get("/api/v1/" + path, **fields), json.loads(self.archive.run(*command)))


class EndTests(unittest.TestCase):
    def setUp(self):
        self.archive = Archive(hostile=False, documents=False)
        self.addCleanup(self.archive.close)

    def test_it_ends_at_once_also_with_clients(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            self.archive.start()
            connections = [socket.create_connection((self.archive.host, self.archive.port)) for _ in range(20)]
            for connection in connections[:10]:
                connection.sendall(b"GET / HTT")
            status, seconds = self.archive.stop(number)
            self.assertEqual(status, 0)
            # Half a second is what it gives itself; the rest is for a machine that does other things too.
            self.assertLess(seconds, 5)
            for connection in connections:
                connection.close()

    def test_others_need_the_token(self):
        address = self.archive.start("--host", "0.0.0.0")
        token = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)["token"][0]
        for headers, status in (("", 401), (f"Authorization: Bearer {token}\r\n", 200),
                                (f"Cookie: bsearch_token={token}\r\n", 200),
                                (f"Cookie: bsearch_token={token[:-1]}\r\n", 401)):
            connection = socket.create_connection(("127.0.0.1", self.archive.port))
            connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}Connection: close\r\n\r\n".encode())
            self.assertEqual(int(connection.recv(65536).split(b" ")[1]), status)
            connection.close()

    def test_a_port_that_is_taken_is_said(self):
        self.archive.start()
        done = subprocess.run(
            [PROGRAMS / "bsearch", "serve", "--port", str(self.archive.port), "--lang", "en"],
            cwd=self.archive.folder, capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot listen on 127.0.0.1", done.stderr)

    def test_answers_are_those_of_a_commit_whatever_happens_to_the_index(self):
        """Updates that are killed at any moment: every answer has all issues of a state or none of it."""
        self.archive.start()
        environment = {"PATH": "/usr/bin:/bin"}
        for number in range(12):
            for place in range(4):
                self.archive.write(f"wave/{number}-{place}.md", (
                    f"# 浪花通讯\n\n2024年第{number * 4 + place + 1}期\n\n## 【潮汐】\n\n### **涨潮{number}**\n\n"
                    f"第{number}次涨潮。\n\n"))
            update = subprocess.Popen(
                [PROGRAMS / "bsearch", "index", "issues"], cwd=self.archive.folder, env=environment,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            seen = set()
            for _ in range(5 + number % 5):
                seen.add(self.archive.get("/api/v1/count", q=f'"第{number}次涨潮"')["totals"]["articles"])
            update.kill()
            update.wait()
            seen.add(self.archive.get("/api/v1/count", q=f'"第{number}次涨潮"')["totals"]["articles"])
            self.assertLessEqual(seen, {0, 4}, number)
            self.archive.run("index", "issues")
            self.assertEqual(self.archive.get("/api/v1/count", q=f'"第{number}次涨潮"')["totals"]["articles"], 4)


if __name__ == "__main__":
    unittest.main()
