"""RESULTS.md, section by section, written whenever a line is added."""
import datetime
import os
import pathlib
import platform
import re
import subprocess
import sys

PEERS = ["torch==2.13.0", "jax==0.10.2", "optax==0.2.8", "numpy==2.4.6"]


def say(text):
    print(text, file=sys.stderr, flush=True)


def duration(nanoseconds):
    for unit, size in [("ms", 1e6), ("µs", 1e3)]:
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def first_line(*command):
    text = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout
    return text.strip().splitlines()[0]


def machine():
    words = dict(
        line.split(":", 1)
        for line in subprocess.run(["lscpu"], text=True, stdout=subprocess.PIPE).stdout.splitlines()
        if ":" in line)
    flags = words.get("Flags", "").split()
    wide = [name for name in ["avx2", "avx512f"] if name in flags]
    memory = int(re.search(r"MemTotal:\s+(\d+)", open("/proc/meminfo").read())[1]) // 2**20
    swift = re.search(r"Swift version (\S+)", first_line("swift", "--version"))[1]
    return (
        f"{words.get('Model name', '?').strip()} (family {words.get('CPU family', '?').strip()}, "
        f"{', '.join(wide) or 'no wide vectors'}, {words.get('L3 cache', '?').split('(')[0].strip()} of L3), "
        f"{os.cpu_count()} cores, {memory} GiB, {platform.system()}; Swift {swift}, "
        f"gcc {first_line('gcc', '-dumpfullversion')}, {', '.join(PEERS)}")


class Report:
    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.machine = machine()
        self.sections = {}
        old = self.path.read_text() if self.path.exists() else ""
        for part in re.split(r"^## ", old, flags=re.MULTILINE)[1:]:
            title, _, body = part.partition("\n")
            self.sections[title] = body.strip("\n").split("\n")

    def open(self, title):
        """Begins a section where it stood, else after the others; what it said before is gone."""
        load = os.getloadavg()[0]
        self.title = title
        self.measured = f"{datetime.date.today()}, after a minute of load {load:.1f}"
        self.sections[title] = [""]

    def line(self, text):
        self.sections[self.title].append(text)
        self.path.write_text(self.text())

    def close(self, seconds):
        self.line(f"Measured on {self.measured}, in {seconds / 60:.1f} minutes.")

    def text(self):
        text = [
            "# Measurements", "",
            f"Made by `make bench`: {self.machine}.", "",
            "The machine may be shared. Times are the lowest medians of several tries; compare the "
            "ratios.", ""]
        for title, lines in self.sections.items():
            text += [f"## {title}", "", "\n".join(lines).strip("\n"), ""]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(text).rstrip()) + "\n"
