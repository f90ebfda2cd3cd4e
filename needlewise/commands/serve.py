"""Start the app and print its address."""

from __future__ import annotations

import argparse

from needlewise import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A port and an address to listen on."""
    parser.add_argument("--port", type=int, default=8501, help="port to listen on (default: %(default)s)")
    parser.add_argument(
        "--address",
        default="127.0.0.1",
        help="address to listen on (default: %(default)s, this machine only; 0.0.0.0 lets others reach it)",
    )


def run(asked: argparse.Namespace) -> int:
    """Serve until stopped, just as `streamlit run app.py` does, from any working directory.

    Streamlit reads `.streamlit/config.toml` beside the script it runs, whichever folder this is started from, and what
    stands there counts before any file of the working or the home folder.
    """
    # The other commands are quick because they do without it.
    from streamlit.web import cli  # noqa: PLC0415

    app = str(ROOT / "app.py")
    # Ends the process by itself, and quietly when a person stops it.
    cli.main(["run", app, f"--server.port={asked.port}", f"--server.address={asked.address}"])
    return 0
