"""`python -m benchmarks`: start the three pages, run every measurement, print the ratios and write README.md."""

import argparse
import asyncio
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks.load import options_of
from benchmarks.measures import Bench, registered
from benchmarks.results import render, write_readme
from benchmarks.servers import APP, serve_app, serve_bare, serve_naive


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--app", type=Path, default=APP, help="another page in place of this app")
    parser.add_argument("--only", nargs="*", default=[], metavar="MEASURE", help="run only these, e.g. b_load")
    parser.add_argument("--quick", action="store_true", help="a short try-out; README.md is left alone")
    return parser.parse_args()


def main() -> None:
    """Run it all; the servers end with the run, also after an error or Ctrl-C."""
    arguments = _arguments()
    wanted = [(name, measure) for name, measure in registered() if not arguments.only or name in arguments.only]
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="needlewise-bench-")))
        app = stack.enter_context(serve_app(arguments.app.resolve(), scratch))
        options = asyncio.run(options_of(app.port))
        bare = stack.enter_context(serve_bare(options, scratch))
        naive = stack.enter_context(serve_naive(options, scratch))
        bench = Bench(app, bare, naive, arguments.app.resolve(), quick=arguments.quick)
        outcomes = []
        for name, measure in wanted:
            sys.stderr.write(f"measuring {name} ...\n")
            outcomes.append(measure(bench))
    text = render(outcomes)
    sys.stdout.write(f"{text}\n")
    is_whole = not arguments.quick and not arguments.only and arguments.app == APP
    if is_whole:
        write_readme(text)


if __name__ == "__main__":
    main()
