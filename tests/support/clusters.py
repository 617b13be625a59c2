"""A cluster of this machine: a scheduler and workers, each a process of its own, on the loopback interface only."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cluster:
    """Its processes, and the address of the scheduler."""

    folder: Path
    address: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def worker(self, *, nanny: bool = False) -> "subprocess.Popen[bytes]":
        """Start another worker; a `nanny` starts it again when it dies."""
        nannied = "--nanny" if nanny else "--no-nanny"
        return self._started("dask_worker", self.address, "--nthreads", "1", nannied, "--no-dashboard")

    def scheduler(self) -> None:
        file = self.folder / "scheduler.json"
        self._started("dask_scheduler", "--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(file))
        deadline = time.monotonic() + 60
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.address = json.loads(file.read_text(encoding="utf-8"))["address"]

    def _started(self, program: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{program}", *arguments, "--host", "127.0.0.1"]
        with (self.folder / f"{program}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=os.environ | self.environment, stdout=log, stderr=log
            )
        self.processes.append(process)
        return process


@contextmanager
def cluster(folder: Path, workers: int, **environment: str) -> Iterator[Cluster]:
    """Start a cluster, and end all of it."""
    folder.mkdir(exist_ok=True)
    started = Cluster(folder, environment={"DASK_TEMPORARY_DIRECTORY": str(folder)} | environment)
    try:
        started.scheduler()
        for _ in range(workers):
            started.worker()
        yield started
    finally:
        for process in started.processes:
            process.kill()
        for process in started.processes:
            process.wait()
