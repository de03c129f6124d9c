"""An archive in a folder of its own, and a server over it."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = pathlib.Path(os.environ["BSEARCH_PROGRAMS"])
SCREENSHOTS = REPOSITORY / ".build" / "page"

HOSTILE = [
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "\"><svg onload=window.pwned=1>",
    "' onfocus='window.pwned=1' autofocus='",
    "</title><script>window.pwned=1</script>",
    "javascript:window.pwned=1",
    "\u202e反了\u2066",
]


def issue(number, articles):
    """An issue of an invented bulletin."""
    text = f"# 青禾水务简讯\n\n2024年第{number}期（总第{number}期）\n\n2024-{number:02}-28\n\n"
    for title, body in articles:
        text += f"## 【行业动态】\n\n### **{title}**\n\n{body}\n\n（王宁）\n\n"
    return text


class Archive:
    """A folder with issues, documents and hostile texts, indexed, and its server."""

    def __init__(self, hostile=True, documents=True):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bsearch-page-"))
        self.issues = self.folder / "issues"
        self.server = None
        shutil.copytree(REPOSITORY / "corpus" / "bulletins", self.issues / "bulletins")
        if documents:
            # Of an issue that is there twice only one file counts.
            for month in ("2023-10", "2023-11"):
                (self.issues / "bulletins" / f"{month}.md").unlink()
            shutil.copytree(REPOSITORY / "corpus" / "documents", self.issues / "documents")
        if hostile:
            articles = [(f"水闸{text}", f"水闸 {text} 正常。{text}") for text in HOSTILE]
            self.write("hostile/<b onclick=x>&'.md", issue(1, articles))
        self.index()

    def write(self, name, text):
        path = self.issues / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, *arguments, check=True):
        """Runs the command and returns what it wrote to standard output."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        environment["BSEARCH_EXTRACT"] = str(PROGRAMS / "bsearch-extract")
        done = subprocess.run(
            [PROGRAMS / "bsearch", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True)
        if check and done.returncode not in (0, 1):
            raise RuntimeError(done.stderr)
        return done.stdout

    def index(self):
        self.run("index", "issues")

    def start(self, *options, environment=None):
        """Starts the server and returns the address that it prints."""
        self.server = subprocess.Popen(
            [PROGRAMS / "bsearch", "serve", *options], cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **(environment or {})},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = self.server.stdout.readline().strip()
        if not self.address:
            raise RuntimeError(self.server.stderr.read())
        parts = urllib.parse.urlsplit(self.address)
        self.host, self.port = parts.hostname, parts.port
        return self.address

    def stop(self, number=signal.SIGTERM):
        """Ends the server, and returns its status and how many seconds that took."""
        start = time.monotonic()
        self.server.send_signal(number)
        status = self.server.wait(timeout=20)
        for stream in (self.server.stdout, self.server.stderr):
            stream.close()
        self.server = None
        return status, time.monotonic() - start

    def close(self):
        if self.server:
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def get(self, path, **fields):
        """The answer of the interface to a path with fields."""
        query = urllib.parse.urlencode(fields, doseq=True)
        with urllib.request.urlopen(f"http://{self.host}:{self.port}{path}?{query}", timeout=20) as answer:
            return json.load(answer)
