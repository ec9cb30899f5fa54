#!/usr/bin/env python3
"""Measures the optimizers against their peers, all in one run, and writes RESULTS.md beside this.

    python3 Benchmarks/bench.py [--environment DIR] [--rounds N] [--quick] [--only PARTS]

The peers (PyTorch, Optax, NumPy) are installed into a virtual environment of their own, in DIR or in
the user's cache folder; the C loop is compiled with gcc. Every figure is the lowest median of
several processes taken in turn, since contention only slows; on one thread it is processor time.
Compare ratios, not times.
"""
import argparse
import datetime
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PEERS = ["torch==2.13.0", "jax==0.10.2", "optax==0.2.8", "numpy==2.4.6"]
C_FLAGS = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno"]
SIZES = [2, 1000, 1_000_000, 10_000_000]
LIBRARIES = ["torch-fused", "torch-foreach", "torch-loop", "optax", "numpy"]


def output(*command, **options):
    return subprocess.run(
        [str(word) for word in command], check=True, text=True, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, **options).stdout.strip()


class Bench:
    def __init__(self, options):
        self.rounds = 1 if options.quick else options.rounds
        self.sizes = SIZES[:3] if options.quick else SIZES
        self.is_quick = options.quick
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        self.environment = pathlib.Path(options.environment or f"{cache}/descent-benchmarks")
        self.python = self.environment / "bin/python"
        self.work = pathlib.Path(tempfile.mkdtemp(prefix="descent-benchmarks-"))
        self.lines = []

    # ---------------------------------------------------------------- getting ready

    def prepare(self):
        if not self.python.exists():
            say(f"installing the peers into {self.environment}")
            subprocess.run([sys.executable, "-m", "venv", self.environment], check=True)
            install = [self.environment / "bin/pip", "install", "--quiet", *PEERS]
            subprocess.run(install, check=True)
        say("compiling")
        source = HERE / "peers/limit.c"
        for name, more in [("limit-1", ["-fopenmp-simd"]), ("limit-2", ["-fopenmp"])]:
            subprocess.run(
                ["gcc", *C_FLAGS, *more, source, "-o", self.work / name, "-lm"], check=True)
        build = ["swift", "build", "-c", "release", "--product", "StepBenchmark"]
        subprocess.run(build, cwd=HERE, check=True, stdout=subprocess.DEVNULL)
        self.ours = HERE / ".build/release/StepBenchmark"
        build = ["swift", "build", "-c", "release", "--product", "descent"]
        subprocess.run(build, cwd=HERE.parent, check=True, stdout=subprocess.DEVNULL)
        self.tool = HERE.parent / ".build/release/descent"

    def lowest(self, jobs, take=lambda text: float(text.split()[0])):
        """Runs every job `rounds` times in turn; the lowest figure of each."""
        best = {}
        for _ in range(self.rounds):
            for name, command in jobs.items():
                try:
                    figure = take(output(*command))
                except (subprocess.CalledProcessError, ValueError, IndexError) as error:
                    say(f"{name}: {error}")
                    continue
                best[name] = min(best.get(name, figure), figure)
        return best

    # ---------------------------------------------------------------- one step of Adam

    def steps(self):
        self.say_line("## One step of Adam\n")
        self.say_line(
            "`C` is a plain loop with the operations of the rule sheet in their order "
            f"(`gcc {' '.join(C_FLAGS)}`, OpenMP on two threads), `ours` the library at `-O` without "
            "any flag. Both gave the same bits after 50 steps, or the row says so. "
            "`C / ours` is 1 at the limit; the other columns say how many times as long the peer "
            "takes as `ours` in the PyTorch dialect.\n")
        for threads in [1, 2]:
            for kind in ["float", "double"]:
                self.step_table(threads, kind)

    def step_table(self, threads, kind):
        self.say_line(f"### {kind.title()}, {'one thread' if threads == 1 else 'two threads'}\n")
        self.say_line(
            "| parameters | ours, lecture | C / ours | ours, pytorch | C / ours | "
            + " | ".join(LIBRARIES) + " |")
        self.say_line("|---" * (5 + len(LIBRARIES)) + "|")
        for count in self.sizes:
            if threads == 2 and count < 1_000_000:
                continue
            say(f"step {kind} {count} on {threads}")
            tail = [kind, count, threads]
            jobs = {}
            for dialect in ["lecture", "pytorch"]:
                jobs[f"ours {dialect}"] = [self.ours, "adam", dialect, *tail]
                jobs[f"C {dialect}"] = [self.work / f"limit-{threads}", dialect, *tail]
            for library in LIBRARIES:
                if library != "numpy" or threads == 1:
                    jobs[library] = [self.python, HERE / "peers/adam.py", library, *tail]
            best = self.lowest(jobs)
            cells = [f"{count:,}"]
            for dialect in ["lecture", "pytorch"]:
                ours = best[f"ours {dialect}"]
                same = self.bits(jobs[f"ours {dialect}"]) == self.bits(jobs[f"C {dialect}"])
                cells += [duration(ours), f"{best[f'C {dialect}'] / ours:.2f}" + ("" if same else " (other bits)")]
            for library in LIBRARIES:
                cells.append(
                    f"{best[library] / best['ours pytorch']:.2f}" if library in best else "")
            self.say_line("| " + " | ".join(cells) + " |")
        self.say_line("")

    def bits(self, command):
        return output(*command).split()[1]

    # ---------------------------------------------------------------- the notebook

    def script(self, text, *more):
        """Processor seconds and peak memory in MiB of a script, and what it printed."""
        path = self.work / "script.descent"
        path.write_text(text)
        process = subprocess.Popen(
            [str(self.tool), "run", *more, str(path)], stdout=subprocess.PIPE, text=True)
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise ValueError(f"descent run failed: {printed[-300:]}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed

    def notebook(self):
        say("two parameters in the notebook")
        self.say_line("## A step of a two-parameter problem\n")
        head = "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\n"
        many, few = 1_000_000, 1000
        times = []
        for _ in range(self.rounds):
            long = self.script(f"{head}step {many}\n")[0]
            short = self.script(f"{head}step {few}\n")[0]
            times.append((long - short) / (many - few) * 1e9)
        ours = min(times)
        torch = self.lowest(
            {"torch": [self.python, HERE / "peers/adam.py", "torch-tiny", "double", 2, 1]})["torch"]
        self.say_line(
            f"In the notebook, with its history kept: {duration(ours)}. PyTorch eager (zero_grad, "
            f"loss, backward, step): {duration(torch)}, {torch / ours:.0f} times as long.\n")
        say("ten million steps")
        seconds, memory, _ = self.script(f"{head}step 10000000\n")
        again, memory2, printed = self.script(f"{head}step 10000000\ngoto 5\nx\n")
        straight = self.script(f"{head}step 5\nx\n")[2]
        same = printed.strip().splitlines()[-1] == straight.strip().splitlines()[-1]
        self.say_line(
            f"`step 10000000` takes {seconds:.1f} s and at most {memory:.0f} MiB; with `goto 5` "
            f"after it {again:.1f} s and {memory2:.0f} MiB, and x there is "
            f"{'what' if same else '**not** what'} `step 5` alone gives.\n")

    # ---------------------------------------------------------------- training

    def training(self):
        self.say_line("## An epoch of an MLP 64-64-10 on the digits\n")
        self.say_line(
            "Batch 64, ReLU, softmax cross-entropy, Adam with alpha 0.003, one thread; JAX with the "
            "whole epoch in one jitted scan. Accuracy on the test rows after 30 epochs: mean and "
            "deviation over five seeds.\n")
        digits = HERE.parent / "lessons/data/digits.csv"
        seeds = [1] if self.is_quick else [1, 2, 3, 4, 5]
        figures = {}
        for library in ["ours", "torch", "torch-fused", "jax"]:
            for split in ["mod5", "tail"]:
                for seed in seeds:
                    say(f"training {library} {split} {seed}")
                    if library == "ours":
                        result = self.train_ours(split, seed)
                    else:
                        command = [self.python, HERE / "peers/train.py", library, digits]
                        result = [float(x) for x in output(*command, split, seed, 30).split()]
                    figures.setdefault((library, split), []).append(result)
        self.say_line("| | epoch | ours is | accuracy, mod5 | accuracy, tail |")
        self.say_line("|---|---|---|---|---|")

        def epoch(library):
            return min(row[0] for split in ["mod5", "tail"] for row in figures[library, split])

        for library in ["ours", "torch", "torch-fused", "jax"]:
            cells = [library, f"{epoch(library):.2f} ms", f"{epoch(library) / epoch('ours'):.2f} x"]
            for split in ["mod5", "tail"]:
                values = [row[1] for row in figures[library, split]]
                spread = statistics.stdev(values) if len(values) > 1 else 0
                cells.append(f"{statistics.mean(values):.2f} ± {spread:.2f}")
            self.say_line("| " + " | ".join(cells) + " |")
        self.say_line("")

    def train_ours(self, split, seed):
        """Milliseconds of an epoch, and the accuracy at the end."""
        head = (
            f"train mlp(64, 64, 10) on digits batch 64 seed {seed} split {split} "
            "with adam(alpha=0.003)\n")
        long, _, printed = self.script(f"{head}step 30 epochs\naccuracy\n")
        short = self.script(f"{head}step 5 epochs\n")[0]
        accuracy = float(re.findall(r"[0-9.]+", printed)[-1])
        return (long - short) / 25 * 1000, accuracy * (100 if accuracy <= 1 else 1)

    # ---------------------------------------------------------------- the report

    def say_line(self, line):
        self.lines.append(line)

    def machine(self):
        lscpu = dict(
            line.split(":", 1) for line in output("lscpu").splitlines() if ":" in line)
        flags = lscpu.get("Flags", "").split()
        wide = [name for name in ["avx2", "avx512f"] if name in flags]
        memory = int(re.search(r"MemTotal:\s+(\d+)", open("/proc/meminfo").read())[1]) // 2**20
        swift = re.search(r"Swift version (\S+)", output("swift", "--version"))[1]
        gcc = output("gcc", "-dumpfullversion")
        return (
            f"{lscpu.get('Model name', '?').strip()} (family {lscpu.get('CPU family', '?').strip()}, "
            f"{', '.join(wide) or 'no wide vectors'}), {os.cpu_count()} cores, {memory} GiB, "
            f"{platform.system()}; Swift {swift}, gcc {gcc}, {', '.join(PEERS)}")

    def report(self):
        text = [
            "# Measurements", "",
            f"Made by `make bench` on {datetime.date.today()}: {self.machine()}.", "",
            "The machine may be shared. Times are the lowest medians of several processes; compare "
            "the ratios.", "", *self.lines]
        (HERE / "RESULTS.md").write_text("\n".join(text).rstrip() + "\n")


def duration(nanoseconds):
    for unit, size in [("ms", 1e6), ("µs", 1e3)]:
        if nanoseconds >= size:
            return f"{nanoseconds / size:.3g} {unit}"
    return f"{nanoseconds:.3g} ns"


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description="measure the optimizers against their peers")
    parser.add_argument("--environment", help="where the peers are installed")
    parser.add_argument("--rounds", type=int, default=3, help="how often each job is run")
    parser.add_argument("--quick", action="store_true", help="fewer sizes, one round, one seed")
    parser.add_argument(
        "--only", default="step,notebook,training", help="parts to measure, in this order")
    options = parser.parse_args()
    bench = Bench(options)
    bench.prepare()
    parts = {"step": bench.steps, "notebook": bench.notebook, "training": bench.training}
    for name in options.only.split(","):
        try:
            parts[name]()
        except (ValueError, KeyError, subprocess.CalledProcessError) as error:
            bench.say_line(f"Not measured: {error}\n")
            say(f"{name}: {error}")
        bench.report()
    print((HERE / "RESULTS.md").read_text())


if __name__ == "__main__":
    main()
