"""An epoch of a small network: ours, PyTorch, JAX."""
import re
import statistics

from report import say
from workplace import HERE

TITLE = "An epoch of an MLP 64-64-10 on the digits"
OURS = {"notebook (double)": None, "library, double": "double", "library, float": "float"}
LIBRARIES = [*OURS, "torch", "torch-fused", "jax"]
SPLITS = ["mod5", "tail"]


def measure(workplace, report):
    report.line(
        "Batch 64, ReLU, softmax cross-entropy, Adam with alpha 0.003, one thread; JAX with the "
        "whole epoch in one jitted scan. The notebook's `train` keeps its history and computes in "
        "double precision, the peers in single. Accuracy on the test rows after 30 epochs: mean and "
        "deviation over five seeds.\n")
    report.line("| | epoch | times the notebook's | accuracy, mod5 | accuracy, tail |")
    report.line("|---|---|---|---|---|")
    seeds = [1] if workplace.is_quick else [1, 2, 3, 4, 5]
    ours = None
    for library in LIBRARIES:
        say(f"training {library}")
        results = {split: train(workplace, library, split, seeds) for split in SPLITS}
        epoch = min(time for split in SPLITS for time, _ in results[split])
        ours = ours or epoch
        cells = [library, f"{epoch:.2f} ms", f"{epoch / ours:.2f} x"]
        for split in SPLITS:
            values = [accuracy for _, accuracy in results[split]]
            spread = statistics.stdev(values) if len(values) > 1 else 0
            cells.append(f"{statistics.mean(values):.2f} ± {spread:.2f}")
        report.line("| " + " | ".join(cells) + " |")
    report.line("")


def train(workplace, library, split, seeds):
    """For every seed the milliseconds of an epoch, and the accuracy at the end."""
    if library == LIBRARIES[0]:
        return [train_notebook(workplace, split, seed) for seed in seeds]
    digits = HERE.parent / "lessons/data/digits.csv"
    if library in OURS:
        program = workplace.build(HERE / "Training", "TrainingBenchmark")
        command = [program, digits, OURS[library]]
    else:
        command = [workplace.python, HERE / "peers/train.py", library, digits]
    text = workplace.output(*command, split, 30, *seeds)
    return [tuple(float(word) for word in line.split()) for line in text.splitlines()]


def train_notebook(workplace, split, seed):
    head = (
        f"train mlp(64, 64, 10) on digits batch 64 seed {seed} split {split} "
        "with adam(alpha=0.003)\n")
    printed = workplace.script(f"{head}step 30 epochs\naccuracy\n")[2]
    long = min(workplace.script(f"{head}step 105 epochs\n")[0] for _ in range(workplace.rounds))
    short = min(workplace.script(f"{head}step 5 epochs\n")[0] for _ in range(workplace.rounds))
    accuracy = float(re.findall(r"[0-9.]+", printed)[-1])
    return (long - short) / 100 * 1000, accuracy * (100 if accuracy <= 1 else 1)
