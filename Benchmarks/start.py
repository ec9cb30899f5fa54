"""Size and start of the tool as `make release` builds it, beside an empty Swift program built as it
is, and SQLite: the time of a whole process by the clock, in turn.
"""
import statistics
import subprocess
import time

from workplace import HERE

TITLE = "Size and start of the tool"
TRIES = 41


def once(command):
    begin = time.perf_counter()
    subprocess.run([str(word) for word in command], stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - begin) * 1e3


def measure(workplace, report):
    """The section of bench.py."""
    subprocess.run(
        ["make", "release"], cwd=HERE.parent, check=True, stdout=subprocess.DEVNULL)
    tool = HERE.parent / ".build/release/descent"
    script = workplace.work / "one.txt"
    script.write_text("1 + 1\n")
    source, empty = workplace.work / "main.swift", workplace.work / "empty"
    source.write_text('print("hi")\n')
    subprocess.run(
        ["swiftc", "-O", "-static-stdlib", "-Xlinker", "-s", source, "-o", empty], check=True)
    commands = {
        "`descent --version`": [tool, "--version"],
        "`descent run`, one line": [tool, "run", script],
        "an empty Swift program": [empty],
        "`sqlite3`, one query": ["sqlite3", ":memory:", "select 1 + 1"],
    }
    times = {name: [] for name in commands}
    for _ in range(TRIES):
        for name, command in commands.items():
            times[name].append(once(command))
    report.line(
        f"{tool.stat().st_size / 1e6:.1f} MB, of which 34 MB are the data of ICU: Yams 6.2 and "
        "swift-mustache 2.1 import all of Foundation, which imports them. An empty program "
        f"has {empty.stat().st_size / 1e6:.1f} MB.\n")
    report.line("| from start to end | median | times the tool's |\n|---|---|---|")
    ours = statistics.median(times["`descent --version`"])
    for name in commands:
        median = statistics.median(times[name])
        report.line(f"| {name} | {median:.1f} ms | {median / ours:.2f} |")
    report.line("")
