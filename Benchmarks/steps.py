"""One step of Adam: ours, a loop in C, and the libraries."""
from report import duration, say
from workplace import C_FLAGS

TITLE = "One step of Adam"
LIBRARIES = ["torch-fused", "torch-foreach", "torch-loop", "optax", "numpy"]
DIALECTS = ["lecture", "pytorch"]
SIZES = {1: [2, 1000, 1_000_000, 10_000_000], 2: [1000, 1_000_000, 10_000_000]}


def measure(workplace, report):
    report.line(
        "`C` is a plain loop with the operations of the rule sheet in their order "
        f"(`gcc {' '.join(C_FLAGS)}`, OpenMP on two threads), `ours` the library at `-O` without any "
        "flag. Both gave the same bits after 20 steps, or the row says so. `C / ours` is 1 at the "
        "limit; the other columns say how many times as long the peer takes as `ours` in the "
        "PyTorch dialect, whose operations are those of `torch-fused`. One thread is measured in "
        "processor time, two by the clock. Updates of less than 16,384 parameters a thread are not "
        "shared.\n")
    for threads in [1, 2]:
        for kind in ["float", "double"]:
            table(workplace, report, threads, kind)


def table(workplace, report, threads, kind):
    libraries = [name for name in LIBRARIES if name != "numpy" or threads == 1]
    report.line(f"### {kind.title()}, {'one thread' if threads == 1 else 'two threads'}\n")
    report.line(
        "| parameters | ours, lecture | C / ours | ours, pytorch | C / ours | "
        + " | ".join(libraries) + " |")
    report.line("|---" * (5 + len(libraries)) + "|")
    for count in SIZES[threads][:-1] if workplace.is_quick else SIZES[threads]:
        say(f"step {kind} {count} on {threads}")
        report.line("| " + " | ".join(row(workplace, libraries, kind, count, threads)) + " |")
    report.line("")


def row(workplace, libraries, kind, count, threads):
    sums = {}

    def program(name, *command):
        def run():
            time, sums[name] = workplace.output(*command, kind, count, threads).split()
            return float(time)
        return run

    limit = workplace.work / f"limit-{threads}"
    near, far = {}, {}
    for dialect in DIALECTS:
        near[f"ours {dialect}"] = program(f"ours {dialect}", workplace.ours, "adam", dialect)
        near[f"C {dialect}"] = program(f"C {dialect}", limit, dialect)
    for library in libraries:
        def ask(library=library):
            return workplace.ask(library, kind, count, threads)
        (near if library == "torch-fused" else far)[library] = ask
    # Those that are close are compared in more rounds than those that are far.
    best = workplace.lowest(near) | workplace.lowest(far, min(2, workplace.rounds))

    cells = [f"{count:,}"]
    for dialect in DIALECTS:
        ours, limit = best.get(f"ours {dialect}"), best.get(f"C {dialect}")
        if ours and limit:
            same = sums[f"ours {dialect}"] == sums[f"C {dialect}"]
            cells += [duration(ours), f"{limit / ours:.2f}" + ("" if same else " (other bits)")]
        else:
            cells += [duration(ours) if ours else "failed", ""]
    ours = best.get("ours pytorch")
    return cells + [
        f"{best[library] / ours:.2f}" if library in best and ours else "failed"
        for library in libraries]
