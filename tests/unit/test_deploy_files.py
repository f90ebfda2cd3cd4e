"""The files of `deploy/` name what is there: ports, routes and settings. Which were run is told in docs/operations.md."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from needlewise import ROOT, __version__
from needlewise.server import gate, routes

_DEPLOY = ROOT / "deploy"
_CADDYFILE = (_DEPLOY / "caddy/Caddyfile").read_text(encoding="utf-8")
_COMPOSE = yaml.safe_load((_DEPLOY / "container/compose.yaml").read_text(encoding="utf-8"))
_KUBERNETES = {
    document["kind"]: document
    for document in yaml.safe_load_all((_DEPLOY / "kubernetes/needlewise.yaml").read_text(encoding="utf-8"))
}
_ROUTES = {getattr(route, "path", "") for route in routes.routes()} | {"/_stcore/health"}


def _unit(name: str) -> configparser.ConfigParser:
    class Unit(configparser.ConfigParser):
        def optionxform(self, optionstr: str) -> str:
            return optionstr

    found = Unit(interpolation=None, strict=False)
    found.read(_DEPLOY / "systemd" / name, encoding="utf-8")
    return found


def test_systemd_starts_the_replicas_that_caddy_asks():
    """The same ports in the unit of all, in the Caddyfile and in the round of restarts."""
    in_caddy = re.findall(r"127\.0\.0\.1:(\d+)", _CADDYFILE)
    in_target = re.findall(r"needlewise@(\d+)", _unit("needlewise.target")["Unit"]["Wants"])
    restart = (_DEPLOY / "systemd/needlewise-rolling-restart").read_text(encoding="utf-8")
    assert in_caddy == in_target == re.findall(r"\b85\d\d\b", restart)


def test_a_unit_is_started_when_it_is_ready_and_never_swapped_or_dumped():
    """And may talk to this machine only."""
    service = _unit("needlewise@.service")["Service"]
    assert "/api/ready" in service["ExecStartPost"]
    assert (service["MemorySwapMax"], service["LimitCORE"]) == ("0", "0")
    assert (service["IPAddressDeny"], service["IPAddressAllow"]) == ("any", "localhost")
    assert "--port %i" in service["ExecStart"]


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_each_probe_of_kubernetes_asks_a_route_that_is_there(probe: str):
    """Readiness takes the clinic's file into account; a fault in it must not restart a pod for ever."""
    (container,) = _KUBERNETES["Deployment"]["spec"]["template"]["spec"]["containers"]
    path = container[probe]["httpGet"]["path"]
    assert path in _ROUTES
    assert (path == "/api/ready") == (probe != "livenessProbe")


def test_kubernetes_keeps_a_visit_with_its_pod_and_lets_nothing_out():
    """By a cookie at the ingress, by address without it."""
    assert _KUBERNETES["Ingress"]["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    assert _KUBERNETES["Service"]["spec"]["sessionAffinity"] == "ClientIP"
    policy = _KUBERNETES["NetworkPolicy"]["spec"]
    assert "Egress" in policy["policyTypes"]
    assert "egress" not in policy
    labels = _KUBERNETES["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert _KUBERNETES["Service"]["spec"]["selector"] == labels == policy["podSelector"]["matchLabels"]


def test_compose_puts_caddy_before_replicas_that_cannot_reach_out():
    """All that Caddy is told to ask is there, on a network without a way out."""
    services = _COMPOSE["services"]
    asked = [name.split(":")[0] for name in services["caddy"]["environment"]["NEEDLEWISE_REPLICAS"].split()]
    assert set(asked) == set(services) - {"caddy"}
    assert _COMPOSE["networks"]["inside"]["internal"] is True
    assert all(services[name]["networks"] == ["inside"] for name in asked)
    mounted = services["caddy"]["volumes"][0].split(":")[0]
    assert (_DEPLOY / "container" / mounted).resolve() == _DEPLOY / "caddy/Caddyfile"
    containerfile = _DEPLOY / "container" / "Containerfile"
    assert (_DEPLOY / "container" / services["replica1"]["build"]["context"]).resolve() == ROOT
    assert (ROOT / services["replica1"]["build"]["dockerfile"]).samefile(containerfile)


def test_caddy_asks_for_readiness_and_closes_what_is_closed():
    """What the app refuses to everyone, and its counts, are refused at the door too."""
    assert re.search(r"health_uri (\S+)", _CADDYFILE).group(1) == "/api/ready"
    closed = re.search(r"@closed path (.+)", _CADDYFILE).group(1).split()
    assert {path.removesuffix("/*") for path in closed} == {"/api/metrics", *gate.CLOSED}


def test_the_secret_of_the_cookie_is_not_written_into_the_journal():
    """Debian starts Caddy with `--environ`, which prints every setting; the drop-in starts it without."""
    text = (_DEPLOY / "systemd/needlewise-caddy.conf").read_text(encoding="utf-8")
    assert re.findall(r"^ExecStart=(.*)$", text, re.MULTILINE) == [
        "",
        "/usr/bin/caddy run --config /etc/caddy/Caddyfile",
    ]
    assert "openssl rand" in (ROOT / "docs/operations.md").read_text(encoding="utf-8").partition("install -m 600")[2]


def test_a_visitor_reads_something_while_no_replica_is_ready():
    """Not the blank page of a proxy."""
    away = _CADDYFILE.partition("handle_errors {")[2]
    assert "503" in away
    assert re.search(r'respond @away "[^"]{20,}"', away)


def test_a_file_in_the_folder_of_the_containers_counts():
    """The variable set to nothing would mean: no clinic, whatever lies in the folder."""
    assert "NEEDLEWISE_CLINIC" not in _COMPOSE["services"]["replica1"]["environment"]
    assert any(place.endswith(":/etc/needlewise:ro") for place in _COMPOSE["services"]["replica1"]["volumes"])


def test_no_round_of_restarts_begins_with_a_fault(tmp_path: Path):
    """In the tables, or in the clinic's settings: the replicas go on as they are."""
    script = (_DEPLOY / "systemd/needlewise-rolling-restart").read_text(encoding="utf-8")
    (tmp_path / "needlewise").write_text('#!/bin/sh\ntest "$1" != "$BROKEN"\n', encoding="utf-8")
    (tmp_path / "systemctl").write_text(
        '#!/bin/sh\necho "$@" >> "$TOLD"\ntest "$2" != needlewise@2\n', encoding="utf-8"
    )
    (tmp_path / "sleep").write_text("#!/bin/sh\n", encoding="utf-8")
    for path in tmp_path.iterdir():
        path.chmod(0o755)
    (tmp_path / "clinic.toml").touch()
    told = tmp_path / "told.txt"
    mine = script.replace("/opt/needlewise/current/bin", str(tmp_path)).replace("/etc/needlewise", str(tmp_path))
    assert mine.count(str(tmp_path)) == 2
    for broken, restarted in (("check", 0), ("clinic-check", 0), ("", 2)):
        told.write_text("", encoding="utf-8")
        environment = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "BROKEN": broken, "TOLD": str(told)}
        done = subprocess.run(
            ["/bin/sh", "-c", mine, "sh", "1", "2", "3"], env=environment, capture_output=True, text=True, check=False
        )
        # The second replica of three does not become ready, so the third is left as it is.
        assert done.returncode == 1
        assert len(told.read_text(encoding="utf-8").splitlines()) == restarted
    assert "journalctl -u needlewise@2" in done.stderr


@pytest.mark.parametrize("path", ["container/Containerfile", "container/compose.yaml", "kubernetes/needlewise.yaml"])
def test_the_version_is_this_one(path: str):
    """Nobody deploys an older image by copying."""
    named = re.findall(r"needlewise:(\d+\.\d+\.\d+)", (_DEPLOY / path).read_text(encoding="utf-8"))
    assert set(named) == {__version__}
    assert Path(_DEPLOY / path).is_file()
