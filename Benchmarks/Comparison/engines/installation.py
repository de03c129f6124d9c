"""Installs the rivals: from PyPI into a folder of our own, from Debian's packages if they are missing."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from engines.paths import BENCHMARKS, COMPARISON, DRIVERS, SYSTEM_PYTHON

# The name of the wheel that has Lucene's libraries and a Java to run them, and the folder in it.
LUCENE_WHEEL = "arcadedb_embedded"
LUCENE_LIBRARIES = ("core", "analysis-common")
# Where a class file keeps the version of its format, and where that is in two bytes.
CLASS_VERSION = slice(6, 8)
# What the oldest javac among Debian's can read: Java 17.
READABLE_VERSION = 61


class Installation:
    """What is installed below a folder, step by step, each only once."""

    def __init__(self, work, swift):
        self.work = Path(work)
        self.swift = swift
        self.python = self.work / "venv/bin/python"
        self.java = self.work / "lucene/jre/bin/java"
        self.lucene = self.work / "lucene"

    def build_ours(self):
        """Builds our own programs and returns the folder that they are in."""
        package = ["--package-path", str(BENCHMARKS), "-c", "release"]
        for product in ("engine-bench", "generate-corpus", "update-bench"):
            _run([self.swift, "build", *package, "--product", product])
        shown = subprocess.run(
            [self.swift, "build", *package, "--show-bin-path"],
            check=True, capture_output=True, text=True,
        )
        return Path(shown.stdout.strip())

    def install(self, engines):
        """Installs what some engines need."""
        names = {engine.name for engine in engines}
        self.work.mkdir(parents=True, exist_ok=True)
        self._install_packages(names)
        if names & {"tantivy", "bm25s", "lucene"} and not self.python.exists():
            _run([sys.executable, "-m", "venv", self.work / "venv"])
            _run([self.python, "-m", "pip", "install", "--quiet", *self._requirements()])
        if "lucene" in names and not (self.lucene / "classes/AskedLucene.class").exists():
            self._install_lucene()

    def versions(self):
        """The versions of the engines, by name."""
        listed = subprocess.run(
            [self.python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True
        )
        versions = dict(line.split("==") for line in listed.stdout.splitlines() if "==" in line)
        for jar in self.lucene.glob("jars/lucene-core-*.jar"):
            versions["lucene"] = jar.stem.removeprefix("lucene-core-")
        for name, code in {
            "sqlite": "import sqlite3; print(sqlite3.sqlite_version)",
            "xapian": "import xapian; print(xapian.version_string())",
        }.items():
            shown = subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, text=True)
            versions[name] = shown.stdout.strip()
        return versions

    def _requirements(self):
        """All but the wheel of Lucene, which is unpacked and not installed."""
        lines = (COMPARISON / "requirements.txt").read_text().splitlines()
        return [line for line in lines if not line.startswith("arcadedb")]

    def _install_packages(self, names):
        missing = []
        # Debian's Python cannot make environments without a package of its own.
        if not _succeeds([sys.executable, "-c", "import ensurepip, venv"]):
            missing.append("python3-venv")
        if "sqlite" in names and not _succeeds([SYSTEM_PYTHON, "-c", "import sqlite3"]):
            missing.append("python3")
        if "xapian" in names and not _succeeds([SYSTEM_PYTHON, "-c", "import xapian"]):
            missing.append("python3-xapian")
        if "lucene" in names and not shutil.which("javac"):
            missing.append("default-jdk-headless")
        if not missing:
            return
        prefix = [] if os.geteuid() == 0 else ["sudo"]
        print("installing", *missing, flush=True)
        _run([*prefix, "apt-get", "update", "--quiet"])
        _run([*prefix, "apt-get", "install", "--yes", "--no-install-recommends", *missing])

    def _install_lucene(self):
        wheels = self.lucene / "wheels"
        wheels.mkdir(parents=True, exist_ok=True)
        lines = (COMPARISON / "requirements.txt").read_text().splitlines()
        wheel = next(line for line in lines if line.startswith("arcadedb"))
        _run([self.python, "-m", "pip", "download", "--quiet", "--no-deps", "-d", wheels, wheel])
        self._unpack(next(wheels.glob(f"{LUCENE_WHEEL}*.whl")))
        shutil.rmtree(wheels)
        classes = self.lucene / "classes"
        libraries = self.lucene / "libraries-to-compile-with"
        libraries.mkdir(exist_ok=True)
        for jar in (self.lucene / "jars").glob("*.jar"):
            _make_readable(jar, libraries / jar.name)
        drivers = [DRIVERS / "LuceneDriver.java", DRIVERS / "AskedLucene.java"]
        _run(["javac", "-cp", f"{libraries}/*", "-d", classes, *drivers])

    def _unpack(self, wheel):
        """Takes Lucene's libraries and Java out of the wheel."""
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                path = Path(name)
                if path.parts[:2] == (LUCENE_WHEEL, "jre") and not name.endswith("/"):
                    target = self.lucene.joinpath(*path.parts[1:])
                elif any(path.name.startswith(f"lucene-{part}-") for part in LUCENE_LIBRARIES):
                    target = self.lucene / "jars" / path.name
                else:
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                # Java's modules are a file of 100 MB.
                with archive.open(name) as source, target.open("wb") as copy:
                    shutil.copyfileobj(source, copy)
        for program in [*(self.lucene / "jre/bin").iterdir(), self.lucene / "jre/lib/jspawnhelper"]:
            if program.exists():
                program.chmod(0o755)


def _make_readable(jar, target):
    """Copies a library with the version of its classes lowered, for an older javac.

    Nothing runs from the copy.
    """
    with zipfile.ZipFile(jar) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            if not name.endswith(".class") or name.startswith("META-INF"):
                continue
            contents = bytearray(source.read(name))
            version = int.from_bytes(contents[CLASS_VERSION], "big")
            contents[CLASS_VERSION] = min(version, READABLE_VERSION).to_bytes(2, "big")
            copy.writestr(name, bytes(contents))


def _run(command):
    subprocess.run([str(part) for part in command], check=True)


def _succeeds(command):
    return subprocess.run([str(part) for part in command], capture_output=True).returncode == 0
