"""Build sites of many generated lessons, beside the cmark-gfm command line in the same run.

    swift build -c release --static-swift-stdlib --product descent
    apt-get install cmark-gfm
    python3 Benchmarks/site.py [--tool .build/release/descent] [--counts 100 1000]

Each lesson has about 2,100 words with tables (12.5 kB). Times are medians of wall seconds; `ratio` is to cmark-gfm
reading all pages as one file, which parses and renders only: no files, no links, no search, no swap.
"""

import argparse
import filecmp
import pathlib
import random
import resource
import shutil
import statistics
import subprocess
import tempfile
import time

WORDS = ("momentum average gradient step loss memory bias correction decay batch rate slope valley weight noise value "
         "first second moment root square update parameter start curve the a of and to in is that for it as with by "
         "from this which one two when than").split()


def sentence(words):
    text = " ".join(words.choice(WORDS) for _ in range(words.randint(8, 18)))
    return text[0].upper() + text[1:] + ("." if words.random() < 0.8 else f", *{words.choice(WORDS)}* and `x`.")


def lesson(number):
    words = random.Random(number)
    parts = [f"---\nid: lesson-{number}\nsummary: {sentence(words)}\n---\n\n# Lesson {number}\n"]
    for section in range(9):
        parts.append(f"## Part {section}: {words.choice(WORDS)}\n")
        for _ in range(3):
            parts.append("\n".join(sentence(words) for _ in range(5)) + "\n")
        if section % 2 == 0:
            rows = "\n".join(f"| {words.choice(WORDS)} | {words.random():.4f} | {words.randint(0, 999)} |" for _ in range(8))
            parts.append(f"| name | value | count |\n|---|--:|--:|\n{rows}\n")
        else:
            parts.append("\n".join(f"- {sentence(words)}" for _ in range(5)) + "\n")
    return "\n".join(parts)


def course(folder, count):
    folder.mkdir(parents=True)
    entries = []
    for number in range(count):
        (folder / f"l{number:05}.md").write_text(lesson(number))
        entries.append(f"{number + 1}. [Lesson {number}](l{number:05}.md): about something.")
    (folder / "README.md").write_text("# Many lessons\n\n" + "\n".join(entries) + "\n")


def seconds(command, repeats=1, before=None, **options):
    times = []
    for _ in range(repeats):
        if before:
            before()
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def same(one, other):
    """Whether two sites are equal, byte for byte."""
    names = sorted(str(p.relative_to(one)) for p in one.rglob("*") if p.is_file())
    others = sorted(str(p.relative_to(other)) for p in other.rglob("*") if p.is_file())
    return names == others and all(filecmp.cmp(one / n, other / n, shallow=False) for n in names)


def peak():
    """The largest child so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", default=".build/release/descent", type=pathlib.Path)
    parser.add_argument("--theme", default="site", type=pathlib.Path)
    parser.add_argument("--counts", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--repeats", type=int, default=3)
    options = parser.parse_args()
    tool, theme = options.tool.resolve(), options.theme.resolve()
    cmark = shutil.which("cmark-gfm")
    print("lessons   build  nothing changed  one edited  peak MB  cmark-gfm  ratio")
    for count in options.counts:
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            lessons = place / "lessons"
            course(lessons, count)
            build = [tool, "build", lessons, "--theme", theme, "--output"]
            full = seconds(build + [place / "site"], options.repeats,
                           lambda: shutil.rmtree(place / "site", ignore_errors=True))
            largest = peak()
            nothing = seconds(build + [place / "site"], 5)
            edits = iter(range(100))

            def edit():
                with open(lessons / f"l{count // 2:05}.md", "a") as file:
                    file.write(f"\nEdited {next(edits)} times.\n")

            edited = seconds(build + [place / "site"], options.repeats, edit)
            seconds(build + [place / "clean"])
            assert same(place / "site", place / "clean"), "incremental and clean builds differ"
            base, ratio = "-", "-"
            if cmark:
                whole = place / "all.md"
                with open(whole, "w") as file:
                    for path in sorted(lessons.glob("l*.md")):
                        file.write(path.read_text() + "\n")
                time_alone = seconds([cmark, "-e", "table", "-e", "strikethrough", whole], options.repeats)
                base, ratio = f"{time_alone:.3f}", f"{full / time_alone:.2f}"
            print(f"{count:7} {full:7.3f} {nothing:16.4f} {edited:11.3f} {largest:8.1f} {base:>10} {ratio:>6}", flush=True)


if __name__ == "__main__":
    main()
