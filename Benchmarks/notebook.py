"""A step of a two-parameter problem in the notebook."""
from report import duration, say

TITLE = "A step of a two-parameter problem"
HEAD = "minimize x^2 + 10y^2 from (-5, 2) with adam(alpha=0.1)\n"


def measure(workplace, report):
    say("two parameters in the notebook")
    many, few = 1_000_000, 1000

    def ours():
        long = workplace.script(f"{HEAD}step {many}\n")[0]
        return (long - workplace.script(f"{HEAD}step {few}\n")[0]) / (many - few) * 1e9

    best = workplace.lowest(
        {"ours": ours, "torch": lambda: workplace.ask("torch-tiny", "double", 2, 1)})
    report.line(
        f"In the notebook, with its history kept: {duration(best['ours'])}. PyTorch eager "
        f"(zero_grad, loss, backward, step): {duration(best['torch'])}, "
        f"{best['torch'] / best['ours']:.0f} times as long.\n")
    say("ten million steps")
    seconds, memory, _ = workplace.script(f"{HEAD}step 10000000\n")
    again, memory2, printed = workplace.script(f"{HEAD}step 10000000\ngoto 5\nx\n")
    straight = workplace.script(f"{HEAD}step 5\nx\n")[2]
    same = printed.strip().splitlines()[-1] == straight.strip().splitlines()[-1]
    report.line(
        f"`step 10000000` takes {seconds:.1f} s and at most {memory:.0f} MiB; with `goto 5` after it "
        f"{again:.1f} s and {memory2:.0f} MiB, and x there is {'what' if same else '**not** what'} "
        "`step 5` alone gives.\n")
