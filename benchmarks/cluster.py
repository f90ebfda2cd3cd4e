"""Several replicas of the app on this machine, with the real Caddy and `deploy/caddy/Caddyfile` in front of them.

Everything listens on loopback, on free ports, and ends with the context, also after an error.
"""

import os
import shutil
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

from benchmarks.servers import ROOT, START_TIMEOUT, STOP_TIMEOUT, ServerFaultError, free_port

CADDYFILE = ROOT / "deploy" / "caddy" / "Caddyfile"
CADDY_PLACE = ROOT / ".venv" / "caddy" / "bin" / "caddy"
"""Where `make deploy-test` and `make load` put a Caddy when the machine has none."""


def caddy_program() -> Path:
    """The machine's own Caddy, else the one that was fetched for the tests.

    Raises:
        ServerFaultError: when there is none.
    """
    found = shutil.which("caddy")
    if found is None and not CADDY_PLACE.exists():
        raise ServerFaultError("no caddy here: `make deploy-test` brings one")
    return Path(found) if found else CADDY_PLACE


@dataclass
class Replica:
    """One process of the app. It can be killed, and started again on the same port."""

    port: int
    folder: Path
    environment: dict[str, str]
    starts: int = 0
    process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """The number of its process."""
        if self.process is None:
            raise ServerFaultError("the replica does not run")
        return self.process.pid

    def start(self) -> None:
        """Start it and return at once."""
        self.starts += 1
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        flags = [f"--server.port={self.port}", "--server.address=127.0.0.1"]
        with (self.folder / f"replica-{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 -- our own command, no shell
                [*command, *flags], cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
            )

    def until_ready(self, path: str = "/api/ready") -> None:
        """Wait until it says that it is warm, or what else is asked of it.

        Raises:
            ServerFaultError: when it ends, or does not get there.
        """
        deadline = monotonic() + START_TIMEOUT
        while monotonic() < deadline:
            if self.process is None or self.process.poll() is not None:
                break
            with suppress(OSError):
                if fetch(f"http://127.0.0.1:{self.port}{path}", timeout=2)[0] == 200:
                    return
            sleep(0.1)
        raise ServerFaultError(f"no answer on port {self.port}; its output:\n{self.log()}")

    def kill(self) -> None:
        """End it without a word, as a machine without power does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """End it as systemd does: ask, and after a while insist."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            self.kill()

    def log(self) -> str:
        """All it has written."""
        return (self.folder / f"replica-{self.port}.log").read_text(encoding="utf-8", errors="replace")

    def metric(self, name: str) -> float:
        """One of its counts."""
        _, text = fetch(f"http://127.0.0.1:{self.port}/api/metrics")
        line = next(line for line in text.splitlines() if line.startswith(f"{name} "))
        return float(line.split()[1])

    def memory(self) -> float:
        """Resident memory in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024


@dataclass
class Cluster:
    """The replicas, and where the balancer in front of them listens."""

    replicas: list[Replica]
    caddy_log: Path
    https_port: int = 0
    trouble: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """What a browser opens, without a slash at the end; its certificate is Caddy's own, for this machine."""
        return f"https://localhost:{self.https_port}"

    def holding_visits(self) -> list[Replica]:
        """The replicas that have an open socket."""
        return [replica for replica in self.replicas if replica.metric("needlewise_sockets_open") > 0]


def fetch(address: str, timeout: float = 20, headers: Mapping[str, str] | None = None) -> tuple[int, str]:
    """The status and the text of an answer, whatever the status; no proxy is asked, no certificate looked at."""
    context = ssl._create_unverified_context()  # noqa: S323, SLF001 -- our own Caddy on loopback
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=context))
    request = urllib.request.Request(address, headers=dict(headers or {}))  # noqa: S310 -- our own servers
    try:
        with opener.open(request, timeout=timeout) as answer:
            return answer.status, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode("utf-8", "replace")


@contextmanager
def replicas(
    count: int, folder: Path, environment: Mapping[str, str] | None = None, *, warm: bool = True
) -> Iterator[list[Replica]]:
    """So many replicas, all of them warm, or only just answering."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    own = kept | {"HOME": str(home), "NEEDLEWISE_CLINIC": ""} | dict(environment or {})
    made = [Replica(free_port(), folder, own) for _ in range(count)]
    try:
        for replica in made:
            replica.start()
        for replica in made:
            replica.until_ready("/api/ready" if warm else "/_stcore/health")
        yield made
    finally:
        for replica in made:
            replica.stop()


@contextmanager
def cluster(count: int, folder: Path) -> Iterator[Cluster]:
    """So many replicas behind Caddy, answering over TLS."""
    program = caddy_program()
    https_port, http_port = free_port(), free_port()
    log = folder / "caddy.log"
    with replicas(count, folder) as made:
        environment = os.environ | {
            "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "caddy"),
            "XDG_CONFIG_HOME": str(folder / "caddy"),
            "NEEDLEWISE_SITE": "localhost",
            "NEEDLEWISE_REPLICAS": " ".join(f"127.0.0.1:{replica.port}" for replica in made),
            "NEEDLEWISE_SECRET": "only-for-this-run",
            "NEEDLEWISE_HTTPS_PORT": str(https_port),
            "NEEDLEWISE_HTTP_PORT": str(http_port),
            "NEEDLEWISE_ADMIN": "off",
        }
        with log.open("wb") as output:
            caddy = subprocess.Popen(  # noqa: S603 -- our own command, no shell
                [str(program), "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"],
                cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            )  # fmt: skip
        try:
            found = Cluster(made, log, https_port)
            deadline = monotonic() + START_TIMEOUT
            while True:
                with suppress(OSError):
                    if fetch(f"{found.address}/api/ready", timeout=2)[0] == 200:
                        break
                if caddy.poll() is not None or monotonic() > deadline:
                    raise ServerFaultError(f"caddy did not start:\n{log.read_text(encoding='utf-8')}")
                sleep(0.1)
            yield found
        finally:
            caddy.terminate()
            try:
                caddy.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                caddy.kill()
                caddy.wait()
