#!/usr/bin/env python3
"""A line of many points as a picture, beside plotext, uniplot and gnuplot.

A section of bench.py; alone, `python3 Benchmarks/plots.py [--environment DIR]` prints it. The peers'
libraries come from PyPI into an environment of their own, gnuplot from the system.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TITLE = "A picture of a line"
PEERS = ["plotext==5.3.2", "uniplot==0.23.2", "numpy==2.4.6"]
COUNTS = [100, 10_000, 1_000_000]

# Each peer's library, warm: seconds of processor time from a list of numbers to the text.
WARM = """
import sys, time, math
name, count, tries = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
values = [math.sin(i * 50 / count) + 0.1 * math.sin(i * 7.3) for i in range(count)]
if name == "plotext":
    import plotext
    def picture():
        plotext.clear_figure()
        plotext.plot_size(78, 18)
        plotext.plot(values, marker="braille")
        return plotext.build()
else:
    import numpy, uniplot
    series = numpy.array(values)
    def picture():
        return uniplot.plot_to_string(series, lines=True, width=66, height=14)
times = []
for _ in range(tries):
    begin = time.process_time()
    text = picture()
    times.append(time.process_time() - begin)
assert len(text[0] if isinstance(text, tuple) else "".join(text)) > 300
print(sorted(times)[len(times) // 2])
"""

# The same from nothing to the printed picture.
COLD = {
    "plotext": "import math, plotext\n"
    "plotext.plot_size(78, 18)\n"
    "plotext.plot([math.sin(i * 50 / {n}) for i in range({n})], marker='braille')\n"
    "plotext.show()\n",
    "uniplot": "import numpy, uniplot\n"
    "uniplot.plot(numpy.sin(numpy.arange({n}) * 50 / {n}), lines=True, width=66, height=14)\n",
    "ours": "plot sin(range(1, {n}) * (50 / {n}))\n",
    "gnuplot dumb": "set terminal dumb 78 18; set samples {n}; plot [1:{n}] sin(x*50/{n})",
    "gnuplot svg": "set terminal svg; set samples {n}; plot [1:{n}] sin(x*50/{n})",
}


def install(environment):
    mark = environment / "installed.txt"
    if not mark.exists() or mark.read_text().split() != PEERS:
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        subprocess.run([environment / "bin/pip", "install", "--quiet", *PEERS], check=True)
        mark.write_text("\n".join(PEERS))
    return environment / "bin/python"


def build(folder, product):
    command = ["swift", "build", "-c", "release", "--product", product]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / ".build/release" / product


def duration(seconds):
    for unit, size in [("s", 1), ("ms", 1e-3)]:
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def cell(seconds, ours):
    if seconds is None:
        return "–"
    return f"{duration(seconds)} ({seconds / ours:.3g} x)"


def answer(*command):
    done = subprocess.run(
        [str(word) for word in command], check=True, text=True, stdout=subprocess.PIPE, timeout=300)
    return done.stdout


def processor(command, folder):
    """Processor seconds of a process from its start to its end."""
    with open(folder / "picture.txt", "w") as output:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=output, stderr=subprocess.DEVNULL, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise ValueError(f"{command[0]} ended with {status}")
    return usage.ru_utime + usage.ru_stime


def lowest(job, rounds):
    try:
        return min(job() for _ in range(rounds))
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return None


def rows(tool, python, folder, rounds):
    """Writes the two tables line by line: from numbers to a picture, and from nothing to one."""
    ours = build(HERE / "Plots", "PlotBenchmark")
    peer = folder / "warm.py"
    peer.write_text(WARM)
    yield (
        "From an array of numbers to a picture of 78 by 18, in a process that has started, processor "
        "time (SVG: the figure of a page).\n")
    yield "| points | ours | ours, SVG | plotext | uniplot |"
    yield "|---|---|---|---|---|"
    for count in COUNTS:
        def own(kind):
            return lambda: float(answer(ours, kind, count).split()[0]) * 1e-9

        def other(name):
            tries = 3 if count < 1_000_000 else 1
            return lambda: float(answer(python, peer, name, count, tries))

        text = lowest(own("text"), rounds)
        svg = lowest(own("svg"), rounds)
        few = rounds if count < 1_000_000 else 1
        peers = [lowest(other(name), few) for name in ["plotext", "uniplot"]]
        yield (
            f"| {count:,} | {duration(text)} | {duration(svg)} | "
            + " | ".join(cell(seconds, text) for seconds in peers) + " |")
    yield "\nThe whole command, from its start to its end, with the computing of a sine.\n"
    yield "| points | `descent run` | plotext | uniplot | gnuplot, dumb | gnuplot, SVG |"
    yield "|---|---|---|---|---|---|"
    for count in COUNTS:
        script = folder / "picture.descent"
        script.write_text(COLD["ours"].format(n=count))
        commands = {"ours": [tool, "run", script]}
        for name in ["plotext", "uniplot"]:
            commands[name] = [python, "-c", COLD[name].format(n=count)]
        for name in ["gnuplot dumb", "gnuplot svg"]:
            if shutil.which("gnuplot"):
                commands[name] = ["gnuplot", "-e", COLD[name].format(n=count)]
        found = {}
        for name, command in commands.items():
            few = rounds if count < 1_000_000 or name == "ours" else min(rounds, 2)
            found[name] = lowest(lambda: processor(command, folder), few)
        mine = found.pop("ours")
        order = ["plotext", "uniplot", "gnuplot dumb", "gnuplot svg"]
        yield (
            f"| {count:,} | {duration(mine)} | "
            + " | ".join(cell(found.get(name), mine) for name in order) + " |")
    yield "\nIn brackets: how many times as long as ours. " + ", ".join(PEERS) + "."


def measure(workplace, report):
    """The section of bench.py."""
    python = install(workplace.environment.parent / "pictures")
    for line in rows(workplace.tool, python, workplace.work, workplace.rounds):
        report.line(line)


def main():
    parser = argparse.ArgumentParser(description="measure pictures of a line")
    parser.add_argument("--environment", help="where the peers are installed")
    parser.add_argument("--rounds", type=int, default=3, help="how often each job is run")
    options = parser.parse_args()
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    python = install(pathlib.Path(options.environment or f"{cache}/descent-benchmarks/pictures"))
    print(f"## {TITLE}\n")
    with tempfile.TemporaryDirectory(prefix="descent-benchmarks-") as folder:
        for line in rows(build(HERE.parent, "descent"), python, pathlib.Path(folder), options.rounds):
            print(line, flush=True)


if __name__ == "__main__":
    main()
