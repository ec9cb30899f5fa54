"""The programs to measure and the ways to run them: built, started, timed, ended."""
import functools
import os
import pathlib
import selectors
import subprocess
import sys
import tempfile

from report import PEERS, say

HERE = pathlib.Path(__file__).resolve().parent
C_FLAGS = ["-O3", "-march=native", "-ffp-contract=off", "-fno-math-errno"]


class Workplace:
    def __init__(self, options):
        self.is_quick = options.quick
        self.rounds = 1 if options.quick else options.rounds
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        self.environment = pathlib.Path(options.environment or f"{cache}/descent-benchmarks/peers")
        self.python = self.environment / "bin/python"
        self.folder = tempfile.TemporaryDirectory(prefix="descent-benchmarks-")
        self.work = pathlib.Path(self.folder.name)
        self.peers = {}

    def prepare(self):
        mark = self.environment / "installed.txt"
        if not mark.exists() or mark.read_text().split() != PEERS:
            say(f"installing the peers into {self.environment}")
            subprocess.run([sys.executable, "-m", "venv", self.environment], check=True)
            install = [self.environment / "bin/pip", "install", "--quiet", *PEERS]
            subprocess.run(install, check=True)
            mark.write_text("\n".join(PEERS))
        source = HERE / "peers/limit.c"
        for name, more in [("limit-1", ["-fopenmp-simd"]), ("limit-2", ["-fopenmp"])]:
            command = ["gcc", *C_FLAGS, *more, source, "-o", self.work / name, "-lm"]
            subprocess.run(command, check=True)
        self.ours = self.build(HERE, "StepBenchmark")

    def build(self, folder, product):
        say(f"building {product}")
        command = ["swift", "build", "-c", "release", "--product", product]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        return folder / ".build/release" / product

    @functools.cached_property
    def tool(self):
        return self.build(HERE.parent, "descent")

    def close(self):
        for peer in self.peers.values():
            peer.end()
        self.folder.cleanup()

    # ---------------------------------------------------------------- one command

    def output(self, *command, timeout=120):
        """What a command prints; an error with its own last words if it fails."""
        done = subprocess.run(
            [str(word) for word in command], text=True, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, timeout=timeout)
        if done.returncode:
            words = (done.stderr.strip() or "no words").splitlines()[-1]
            raise ValueError(f"{pathlib.Path(command[0]).name} ended with {done.returncode}: {words}")
        return done.stdout.strip()

    def script(self, text, *more):
        """Processor seconds and peak memory in MiB of a notebook script, and what it printed."""
        path = self.work / "script.descent"
        path.write_text(text)
        process = subprocess.Popen(
            [str(self.tool), "run", *more, str(path)], stdout=subprocess.PIPE, text=True)
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise ValueError(f"descent run failed: {printed[-300:]}")
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, printed

    # ---------------------------------------------------------------- many jobs

    def ask(self, library, kind, count, threads):
        """Nanoseconds of a step in a library, whose process stays from one question to the next."""
        key = library, threads
        if key not in self.peers or self.peers[key].has_ended:
            self.peers[key] = Peer(self.python, HERE / "peers/adam.py", library, threads)
        return self.peers[key].ask(f"{kind} {count}")

    def lowest(self, jobs, rounds=None):
        """Does every job several times in turn; the lowest answer of each that gave one."""
        best = {}
        for _ in range(rounds or self.rounds):
            for name, job in jobs.items():
                try:
                    answer = job()
                    best[name] = min(best.get(name, answer), answer)
                except (subprocess.SubprocessError, OSError, ValueError, IndexError) as error:
                    say(f"{name}: {error}")
        return best


class Peer:
    """A process that answers each line with a line."""

    def __init__(self, *command):
        self.name = str(command[2])
        self.process = subprocess.Popen(
            [str(word) for word in command], text=True, bufsize=1, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)

    @property
    def has_ended(self):
        return self.process.poll() is not None

    def ask(self, question, timeout=120):
        self.process.stdin.write(question + "\n")
        self.process.stdin.flush()
        if not self.selector.select(timeout):
            self.process.kill()
            raise ValueError(f"{self.name} gave no answer to '{question}' in {timeout} s")
        answer = self.process.stdout.readline()
        if not answer:
            raise ValueError(f"{self.name} ended at '{question}' with {self.process.wait()}")
        return float(answer)

    def end(self):
        if not self.has_ended:
            self.process.stdin.close()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
