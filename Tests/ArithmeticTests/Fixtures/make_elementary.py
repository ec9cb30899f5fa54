"""Writes elementary.txt: function, arguments and correctly rounded result, as hexadecimal bits.

Run from the top of the repository; needs mpmath 1.3. Results are computed at 2400 bits and rounded
once, to nearest even, subnormal numbers included.
"""

import math
import pathlib
import random
import struct

import mpmath
from mpmath import mp, mpf

mp.prec = 2400
random.seed(20)
INF = math.inf
NAN = math.nan
OUT = pathlib.Path("Tests/ArithmeticTests/Fixtures/elementary.txt")


def bits(x):
    if x != x:
        return "nan"
    return f"{struct.unpack('<Q', struct.pack('<d', x))[0]:016x}"


def nearest(x):
    """Round an mpf once, to nearest even."""
    if x == 0:
        return 0.0
    sign, man, exp, bc = x._mpf_
    drop = bc - 53
    drop = max(drop, -1074 - exp)
    if drop > 0:
        kept, rest, half = man >> drop, man & ((1 << drop) - 1), 1 << (drop - 1)
        if rest > half or (rest == half and kept & 1):
            kept += 1
        man, exp = kept, exp + drop
    try:
        value = math.ldexp(man, exp)
    except OverflowError:
        value = INF
    return -value if sign else value


FUNCTIONS = {
    "exp": mpmath.exp,
    "expm1": mpmath.expm1,
    "log": mpmath.log,
    "log2": lambda x: mpmath.log(x) / mpmath.log(2),
    "log10": lambda x: mpmath.log(x) / mpmath.log(10),
    "log1p": lambda x: mpmath.log(1 + x),
    "sin": mpmath.sin,
    "cos": mpmath.cos,
    "tan": mpmath.tan,
    "asin": mpmath.asin,
    "acos": mpmath.acos,
    "atan": mpmath.atan,
    "sinh": mpmath.sinh,
    "cosh": mpmath.cosh,
    "tanh": mpmath.tanh,
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "atan2": mpmath.atan2,
    "pow": lambda x, y: mpmath.power(x, y),
}
# Added later: their rows stand at the end, so that the others keep their random arguments.
LATER = {
    "erf": mpmath.erf,
    "softplus": lambda x: mpmath.log(1 + mpmath.exp(x)),
    "hypot": mpmath.hypot,
}
SMALL = 5e-324


def log_uniform(low, high, signed=True):
    x = math.ldexp(1 + random.random(), random.randint(low, high))
    return -x if signed and random.random() < 0.5 else x


def spread(name):
    """Arguments over the whole interesting range of a function of one argument."""
    ranges = {
        "exp": (-745.5, 710), "expm1": (-45, 710), "sinh": (-711, 711), "cosh": (-711, 711),
        "tanh": (-23, 23), "sigmoid": (-745, 45), "asin": (-1, 1), "acos": (-1, 1),
    }
    for _ in range(60):
        if name in ("log", "log2", "log10"):
            yield log_uniform(-1074, 1022, signed=False)
            yield 1 + random.uniform(-0.02, 0.02)
            yield random.uniform(0.5, 2)
        elif name == "log1p":
            yield log_uniform(-60, 60, signed=False)
            yield random.uniform(-1, 1)
            yield log_uniform(-60, -1)
        elif name in ranges:
            yield random.uniform(*ranges[name])
            yield random.uniform(-1, 1)
            yield log_uniform(-40, -1)
        else:
            yield log_uniform(-40, 1022)
            yield random.uniform(-10, 10)
            yield log_uniform(-3, 4)


def rows():
    for name, function in FUNCTIONS.items():
        if name in ("pow", "atan2"):
            continue
        for x in spread(name):
            yield name, (x,), nearest(function(mpf(x)))
    # Multiples of pi/2 come close to doubles: 0x1.6ac5b262ca1ffp+849 is the closest of all.
    for k in list(range(1, 40)) + [1 << j for j in range(6, 60, 5)]:
        x = float(mpmath.pi / 2 * k)
        for name in ("sin", "cos", "tan"):
            yield name, (x,), nearest(FUNCTIONS[name](mpf(x)))
    for x in [float.fromhex("0x1.6ac5b262ca1ffp+849"), 1e22, 1.7976931348623157e308, 2.0**1000]:
        for name in ("sin", "cos", "tan"):
            yield name, (x,), nearest(FUNCTIONS[name](mpf(x)))
    for _ in range(200):
        x = log_uniform(-1074, 1022, signed=False)
        y = random.uniform(-745, 709) / math.log(x)
        yield "pow", (x, y), nearest(mpmath.power(mpf(x), mpf(y)))
        x = random.uniform(0.5, 2)
        y = log_uniform(-8, 9)
        yield "pow", (x, y), nearest(mpmath.power(mpf(x), mpf(y)))
        x = 1 + log_uniform(-50, -5)
        y = random.uniform(-700, 700) / abs(x - 1)
        yield "pow", (x, y), nearest(mpmath.power(mpf(x), mpf(y)))
        x = random.uniform(-30, 30)
        y = random.randint(-20, 20)
        yield "pow", (x, float(y)), nearest(mpf(x) ** y)
    for beta in (0.9, 0.99, 0.999, 0.5, 0.98):
        for t in (1, 2, 3, 10, 100, 1000, 5000):
            yield "pow", (beta, float(t)), nearest(mpf(beta) ** t)
    for base in (-7, -3, 2, 3, 5, 6, 7, 10, 12, 15, 255):
        for n in range(0, 16):
            yield "pow", (float(base), float(n)), nearest(mpf(base) ** n)
    for n in (-1074, -1073, -1022, -1021, -1, 0, 1, 1023):
        yield "pow", (2.0, float(n)), nearest(mpf(2) ** n)
        if n < 1023:
            yield "log2", (math.ldexp(1, n),), float(n)
    for n in range(0, 23):
        yield "log10", (float(10**n),), float(n)
    for _ in range(150):
        y, x = log_uniform(-8, 8), log_uniform(-8, 8)
        yield "atan2", (y, x), nearest(mpmath.atan2(mpf(y), mpf(x)))
        y, x = log_uniform(-1074, 1022), log_uniform(-1074, 1022)
        yield "atan2", (y, x), nearest(mpmath.atan2(mpf(y), mpf(x)))
        scale = random.randint(-1000, 1000)
        y, x = math.ldexp(log_uniform(-9, 9), scale), math.ldexp(log_uniform(-9, 9), scale)
        yield "atan2", (y, x), nearest(mpmath.atan2(mpf(y), mpf(x)))


def later_rows():
    for _ in range(200):
        for name, size in (("erf", 6.2), ("softplus", 45)):
            for x in (random.uniform(-size, size), random.uniform(-1, 1), log_uniform(-40, 1)):
                yield name, (x,), nearest(LATER[name](mpf(x)))
        x = log_uniform(-1074, -10)
        yield "erf", (x,), nearest(mpmath.erf(mpf(x)))
        for low, high in ((-8, 8), (-1074, 1022), (-1074, -1000), (1000, 1022)):
            x, y = log_uniform(low, high), log_uniform(low, high)
            yield "hypot", (x, y), nearest(mpmath.hypot(mpf(x), mpf(y)))
        for x, y in (
            (random.uniform(-100, 100), random.uniform(-10, 10)),
            (log_uniform(-60, 60), log_uniform(-60, 60)),
            (log_uniform(-1074, 1022), log_uniform(-1074, 1022)),
            (float(random.randint(-99, 99)), float(random.randint(1, 12))),
        ):
            yield "mod", (x, y), x % y
    for j in range(-97, 98):
        for x in (j / 16, j / 16 + 1 / 32, math.nextafter(j / 16, 9), math.nextafter(j / 16, -9)):
            yield "erf", (x,), nearest(mpmath.erf(mpf(x)))


def later_special_rows():
    one = {
        "erf": [(0, 0), (-0.0, -0.0), (INF, 1), (-INF, -1), (SMALL, SMALL)],
        "softplus": [(INF, INF), (-INF, 0), (800, 800), (-800, 0), (0, math.log(2))],
    }
    for name, cases in one.items():
        for x, result in cases + [(NAN, NAN)]:
            yield name, (float(x),), float(result)
    values = [0.0, -0.0, 1.0, -1.0, 0.5, -3.0, 1e300, -1e300, SMALL, INF, -INF, NAN]
    for x in values:
        for y in values:
            yield "hypot", (x, y), math.hypot(x, y)
            yield "mod", (x, y), x % y if y != 0 else NAN


def special_rows():
    pi = math.pi
    one = {
        "exp": [(0, 1), (-0.0, 1), (INF, INF), (-INF, 0), (710, INF), (-746, 0), (1, math.e)],
        "expm1": [(0.0, 0.0), (-0.0, -0.0), (INF, INF), (-INF, -1), (SMALL, SMALL)],
        "log": [(0, -INF), (-0.0, -INF), (1, 0), (INF, INF), (-1, NAN), (-INF, NAN)],
        "log2": [(0, -INF), (1, 0), (INF, INF), (-1, NAN), (SMALL, -1074)],
        "log10": [(0, -INF), (1, 0), (INF, INF), (-1, NAN)],
        "log1p": [(0, 0), (-0.0, -0.0), (-1, -INF), (-2, NAN), (INF, INF), (SMALL, SMALL)],
        "sin": [(0, 0), (-0.0, -0.0), (INF, NAN), (-INF, NAN), (SMALL, SMALL)],
        "cos": [(0, 1), (-0.0, 1), (INF, NAN), (-INF, NAN), (SMALL, 1)],
        "tan": [(0, 0), (-0.0, -0.0), (INF, NAN), (-INF, NAN), (-SMALL, -SMALL)],
        "asin": [(0, 0), (-0.0, -0.0), (1, pi / 2), (-1, -pi / 2), (1.5, NAN), (-INF, NAN)],
        "acos": [(1, 0), (0, pi / 2), (-1, pi), (1.5, NAN), (INF, NAN)],
        "atan": [(0, 0), (-0.0, -0.0), (INF, pi / 2), (-INF, -pi / 2), (1, pi / 4)],
        "sinh": [(0, 0), (-0.0, -0.0), (INF, INF), (-INF, -INF), (800, INF), (-800, -INF)],
        "cosh": [(0, 1), (INF, INF), (-INF, INF), (800, INF)],
        "tanh": [(0, 0), (-0.0, -0.0), (INF, 1), (-INF, -1), (SMALL, SMALL), (1e300, 1)],
        "sigmoid": [(0, 0.5), (INF, 1), (-INF, 0), (800, 1), (-800, 0)],
    }
    for name, cases in one.items():
        for x, result in cases + [(NAN, NAN)]:
            yield name, (float(x),), float(result)
    values = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 1e300, -1e300, INF, -INF, NAN]
    for x in values:
        for y in values:
            yield "atan2", (x, y), math.atan2(x, y)  # exact or constants, but for the plain ones
            try:
                power = math.pow(x, y)
            except ValueError:
                odd = abs(y) < 2**53 and y % 2 == 1
                power = NAN if x != 0 else math.copysign(INF, x) if odd else INF
            except OverflowError:
                power = -INF if x < 0 and abs(y) < 2**53 and y % 2 == 1 else INF
            yield "pow", (x, y), power


def main():
    lines = []
    earlier = list(special_rows()) + list(rows())
    for name, arguments, result in earlier + list(later_special_rows()) + list(later_rows()):
        lines.append(" ".join([name, *(bits(a) for a in arguments), bits(result)]))
    OUT.write_text("\n".join(lines) + "\n")


main()
