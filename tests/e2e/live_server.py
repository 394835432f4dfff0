"""``zhengwen serve`` as a user starts it: its own process on a free port."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path("/usr/bin/chromium")
ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/console")


@dataclass
class Served:
    """A running server: its address, its process, and what it has written."""

    process: subprocess.Popen[str]
    log: Path
    began: float
    base: str = ""

    def written(self) -> str:
        return self.log.read_text("utf-8")

    def wait_for(self, path: str, seconds: float = 60) -> float:
        """Seconds from the start of the process until ``path`` answered 200.

        ``seconds`` is how long is waited from now on: a server is shared by tests that take minutes.
        """
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process.poll() is None, self.written()
            found = ADDRESS.search(self.written())
            if found:
                self.base = f"http://127.0.0.1:{found[1]}"
                try:
                    if httpx.get(self.base + path, timeout=10).status_code == 200:
                        return time.monotonic() - self.began
                except httpx.TransportError:
                    pass
            time.sleep(0.02)
        raise AssertionError(f"{path} did not answer: {self.written()}")


def start(log: Path, index_dir: Path, *options: str) -> Served:
    environment = {name: v for name, v in os.environ.items() if not name.startswith("ZHENGWEN_")}
    command = [sys.executable, "-c", "from cli.main import main; main()", "serve"]
    process = subprocess.Popen(
        [*command, "--index", str(index_dir), *options],
        stdout=subprocess.DEVNULL,
        stderr=log.open("w"),
        cwd=ROOT,
        env=environment,
        text=True,
    )
    return Served(process, log, time.monotonic())


def stop(served: Served) -> None:
    served.process.terminate()
    try:
        served.process.wait(15)
    except subprocess.TimeoutExpired:
        served.process.kill()
