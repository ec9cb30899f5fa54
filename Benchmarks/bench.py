#!/usr/bin/env python3
"""Measures the project against its peers, all in one run, and writes RESULTS.md beside this.

    python3 Benchmarks/bench.py [--environment DIR] [--rounds N] [--quick] [--only SECTIONS]

A section is a file beside this one. It has a TITLE and a function `measure(workplace, report)`; or
it is a script of its own, run with the peers' Python, whose output is the section: a line `## Title`
and more Markdown. RESULTS.md is written after every row, and sections that are not measured keep
what they said: a run that ends early loses only the row under way.

Every figure is the lowest median of several tries taken in turn with those it is compared to, since
contention only slows; on one thread it is processor time. Compare ratios, not times.
"""
import argparse
import importlib
import pathlib
import subprocess
import time
import traceback

from report import Report, say
from workplace import HERE, Workplace

SECTIONS = ["steps", "notebook", "training", "plots", "start"]


def run(name, workplace, report):
    """Measures one section; what goes wrong is said in it, and the next one has its turn."""
    path = HERE / f"{name}.py"
    if not path.exists():
        return say(f"there is no {path.name}")
    begin = time.monotonic()
    try:
        if "def measure(" in path.read_text():
            section = importlib.import_module(name)
            report.open(section.TITLE)
            section.measure(workplace, report)
        else:
            text = workplace.output(workplace.python, path, timeout=300)
            report.open(text.splitlines()[0].removeprefix("## "))
            report.line("\n".join(text.splitlines()[1:]).strip() + "\n")
    except (Exception, subprocess.SubprocessError) as error:
        traceback.print_exc()
        report.line(f"Not measured to the end: {error}\n")
    report.close(time.monotonic() - begin)


def main():
    parser = argparse.ArgumentParser(description="measure the project against its peers")
    parser.add_argument("--environment", help="where the peers are installed")
    parser.add_argument("--rounds", type=int, default=4, help="how often each job is run")
    parser.add_argument("--quick", action="store_true", help="fewer sizes, one round, one seed")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, in this order")
    options = parser.parse_args()
    begin = time.monotonic()
    workplace = Workplace(options)
    workplace.prepare()
    report = Report(HERE / "RESULTS.md")
    try:
        for name in options.only.split(","):
            run(name, workplace, report)
    finally:
        workplace.close()
    say(f"measured in {(time.monotonic() - begin) / 60:.1f} minutes")
    print(report.text())


if __name__ == "__main__":
    main()
