"""Writes the constant tables of Sources/Arithmetic (run from the top of the repository).

Every constant is computed with mpmath at 1400 bits and printed as a hexadecimal literal, so the
compiler has nothing to round. Needs mpmath 1.3 and swift-format for the final layout.
"""

import pathlib
import subprocess

from mpmath import mp, mpf, atan, erf, floor, log, nint, pi, sqrt

mp.prec = 1400
SOURCES = pathlib.Path("Sources/Arithmetic")


def double(x):
    """The nearest Double of x, as a Python float."""
    return float(mpf(x))  # mpf to float rounds to nearest even


def literal(x):
    """A Swift hexadecimal literal of a float."""
    text = float(x).hex()
    return text.replace("+", "").replace(".0000000000000p", ".0p")


def pair(x):
    high = double(x)
    return high, double(x - mpf(high))


def coarse_pair(x):
    """High part a multiple of 2^-42, so that sums of such parts are exact."""
    high = nint(x * mpf(2) ** 42) / mpf(2) ** 42
    return double(high), double(x - high)


def array(name, comment, values, type_name="Double", per_row=3):
    rows = ""
    for k in range(0, len(values), per_row):
        rows += "    " + ", ".join(values[k : k + per_row]) + ",\n"
    return (
        f"  /// {comment}\n  // swift-format-ignore\n"
        f"  static let {name}: [{type_name}] = [\n{rows}  ]\n"
    )


def write(name, contract, body):
    path = SOURCES / f"{name}.swift"
    path.write_text(f"{contract}enum {name} {{\n{body}}}\n")
    subprocess.run(["swift", "format", "-i", str(path)], check=True)


def exponential():
    rows = []
    for j in range(64):
        rows += [literal(v) for v in pair(mpf(2) ** (mpf(j) / 64))]
    write(
        "ExponentialTable",
        "/// Powers of two between 1 and 2, in steps of 1/64; made by make_tables.py.\n",
        array("powers", "2^(j/64) as high and low part, j from 0 to 63.", rows, per_row=4),
    )


def error_function():
    rows = []
    for j in range(97):
        rows += [literal(v) for v in pair(erf(mpf(j) / 16))]
    write(
        "ErrorTable",
        "/// The error function at 0, 1/16 and so on to 6; made by make_tables.py.\n",
        array("values", "erf(j/16) as high and low part, j from 0 to 96.", rows, per_row=4),
    )


def logarithm():
    # Slice i holds significands z with (bits(z) - bits(0.6875)) >> 45 == i; c is near 1/z with
    # 10 fractional bits, and 1 around 1, so that z*c - 1 is exact and small.
    import struct

    def bits_double(b):
        return struct.unpack("<d", struct.pack("<Q", b))[0]

    rows = []
    offset = 0x3FE6000000000000
    worst = 0
    for i in range(128):
        low = mpf(bits_double(offset + (i << 45)))
        high = mpf(bits_double(offset + ((i + 1) << 45)))
        c = nint(2 / (low + high) * 1024) / 1024
        if high == 1 or low == 1:
            c = mpf(1)
        worst = max(worst, abs(low * c - 1), abs(high * c - 1))
        rows += [literal(v) for v in (double(c), *coarse_pair(-log(c)))]
    assert worst <= mpf(2) ** -7, worst
    write(
        "LogarithmTable",
        "/// Reciprocals near a slice of significands and their logarithms; made by make_tables.py.\n",
        array("slices", "c, then -log(c) as high part (a multiple of 2^-42) and low part.", rows),
    )


def arctangent():
    rows = []
    for j in range(33):
        rows += [literal(v) for v in pair(atan(mpf(j) / 32))]
    write(
        "ArctangentTable",
        "/// Arctangents of 0, 1/32 and so on to 1; made by make_tables.py.\n",
        array("angles", "atan(j/32) as high and low part, j from 0 to 32.", rows, per_row=2),
    )


def two_over_pi():
    # One word of zeros in front, then 1216 bits: enough for the largest exponent and 192 bits more.
    words = ["0x0000_0000_0000_0000"]
    x = 2 / pi
    for _ in range(20):
        x *= mpf(2) ** 64
        word = int(floor(x))
        x -= word
        text = f"{word:016X}"
        words.append("0x" + "_".join(text[k : k + 4] for k in range(0, 16, 4)))
    write(
        "TwoOverPi",
        "/// The binary digits of 2/pi, for arguments of any size; made by make_tables.py.\n",
        array("words", "64 zero bits, then the digits after the binary point.", words, "UInt64", per_row=3),
    )


if __name__ == "__main__":
    exponential()
    error_function()
    logarithm()
    arctangent()
    two_over_pi()
    ln2 = log(mpf(2))
    step = nint(ln2 / 64 * mpf(2) ** 42) / mpf(2) ** 42
    for name, values in [
        ("64 / ln 2", [64 / ln2]),
        ("ln 2 / 64", [step, ln2 / 64 - step]),
        ("ln 2", coarse_pair(ln2)),
        ("1 / ln 2", pair(1 / ln2)),
        ("1 / ln 10", pair(1 / log(mpf(10)))),
        ("pi / 2", pair(pi / 2)),
        ("pi", pair(pi)),
        ("2 / root of pi", pair(2 / sqrt(pi))),
    ]:
        print(f"{name}:", *(literal(double(v)) for v in values))
