"""Makes the reference trajectories beside this file, from PyTorch, Optax, Keras and pandas.

    python3 -m venv VENV
    VENV/bin/pip install torch==2.13.0+cpu optax==0.2.8 jax==0.10.2 keras==3.15.1 \
        pandas==3.1.1 numpy==2.4.6
    VENV/bin/python make_reference.py            # writes trajectories/ and averages/
    VENV/bin/python make_reference.py --check    # says what it would change, exit code 1 if anything

Everything is float64. Gradients are computed here, by the formulas of `PROBLEMS`, and handed to the
libraries, so a run tests the update rule and nothing else. Each run is made a second time from a start
that is one bit off; how far that leads stands in the file and sets the tolerance of runs that are chaotic.
"""
import os
import sys

# PyTorch's kernels without fused multiply-add, so that its bits do not depend on the machine.
os.environ["ATEN_CPU_CAPABILITY"] = "default"
os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import keras
import numpy as np
import optax
import pandas
import torch

keras.config.set_floatx("float64")
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = 200

# ------------------------------------------------------------------------------- problems
ROWS_X = [
    [0.034, 4.079], [1.225, -1.531], [-0.298, -1.582], [0.57, -0.168], [0.747, -5.542],
    [1.567, -0.289], [0.68, -0.41], [-0.379, 1.389], [0.825, -0.608], [-0.153, 2.057],
    [-0.87, -4.543], [0.395, -2.012], [-1.92, -2.442], [-0.468, -3.58], [-1.492, 0.11],
    [0.897, -0.699], [-0.744, 1.155], [0.717, -0.9], [0.545, 3.129], [-0.207, -2.441],
    [0.348, 0.743], [1.099, -3.854], [-0.662, -2.515], [-1.734, 0.379]]
ROWS_Y = [
    -2.24, 2.84, 1.653, 1.684, 5.614, 3.054, 2.085, -1.907, 2.27, -1.068, 1.291, 2.474, -0.996,
    2.495, -2.235, 2.126, -1.453, 1.567, -0.774, 1.646, 0.548, 4.385, 1.611, -2.264]


def bowl(w, t):
    x, y = w
    return [2 * x, 20 * y]


def rosenbrock(w, t):
    x, y = w
    bend = y - x * x
    return [-2 * (1 - x) - 400 * x * bend, 200 * bend]


def beale(w, t):
    x, y = w
    a = 1.5 - x + x * y
    b = 2.25 - x + x * y * y
    c = 2.625 - x + x * y * y * y
    return [
        2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1),
        2 * a * x + 4 * b * x * y + 6 * c * x * y * y]


def regression(w, t):
    """Mean of (w1 x1 + w2 x2 + b - y)^2 / 2 over mini-batch t mod 6 of four rows."""
    gradient = [0.0, 0.0, 0.0]
    for row in range(4 * (t % 6), 4 * (t % 6) + 4):
        (x1, x2), y = ROWS_X[row], ROWS_Y[row]
        error = w[0] * x1 + w[1] * x2 + w[2] - y
        gradient[0] += error * x1 / 4
        gradient[1] += error * x2 / 4
        gradient[2] += error / 4
    return gradient


PROBLEMS = {
    "bowl": (bowl, [-5.0, 2.0]),
    "rosenbrock": (rosenbrock, [-1.5, 2.0]),
    "beale": (beale, [1.0, 1.5]),
    "regression": (regression, [0.0, 0.0, 0.0]),
}
ALL = list(PROBLEMS)
# Where a variant of a rule is tried: mini-batches, which come back to no fixed point.
VARIANT = ["bowl", "regression"]

# ------------------------------------------------------------------------------- libraries


def run_torch(make, gradient, start):
    w = torch.nn.Parameter(torch.tensor(start))
    optimizer = make([w])
    path, slopes = [w.detach().numpy().copy()], []
    for t in range(STEPS):
        g = np.array(gradient([float(v) for v in path[-1]], t))
        w.grad = torch.tensor(g)
        optimizer.step()
        slopes.append(g)
        path.append(w.detach().numpy().copy())
    return path, slopes


def run_optax(make, gradient, start):
    w = jnp.array(start)
    optimizer = make
    state = optimizer.init(w)
    path, slopes = [np.array(w)], []
    for t in range(STEPS):
        g = np.array(gradient([float(v) for v in path[-1]], t))
        updates, state = optimizer.update(jnp.array(g), state, w)
        w = optax.apply_updates(w, updates)
        slopes.append(g)
        path.append(np.array(w))
    return path, slopes


def run_keras(make, gradient, start):
    w = keras.Variable(np.array(start), dtype="float64")
    optimizer = make()
    optimizer.build([w])
    path, slopes = [np.array(w.value)], []
    for t in range(STEPS):
        g = np.array(gradient([float(v) for v in path[-1]], t))
        optimizer.apply([jnp.array(g)], [w])
        slopes.append(g)
        path.append(np.array(w.value))
    return path, slopes


def clipped(limit, make):
    """A maker for `run_torch` whose steps clip first, as a training loop does."""
    def build(w):
        optimizer = make(w)
        step = optimizer.step

        def clip_and_step():
            torch.nn.utils.clip_grad_norm_(w, limit)
            step()
        optimizer.step = clip_and_step
        return optimizer
    return build


def cautious(inner):
    """Optax has none: its rule, and of the step the mask of Liang et al., C-Optim's c_adamw.py."""
    def update(g, state, w):
        u, state = inner.update(g, state, w)
        mask = jnp.where(u * g < 0, 1.0, 0.0)
        return u * mask / jnp.maximum(mask.mean(), 1e-3), state
    return optax.GradientTransformation(inner.init, update)


RUNNERS = {"pytorch": run_torch, "optax": run_optax, "keras": run_keras}
VERSIONS = {
    "pytorch": f"torch {torch.__version__}",
    "optax": f"optax {optax.__version__} jax {jax.__version__}",
    "keras": f"keras {keras.__version__} jax {jax.__version__}",
}

# ------------------------------------------------------------------------------- the runs
# Learning rates by problem: bowl, rosenbrock, beale, regression.
RATES = {
    "gd": [0.04, 0.001, 0.01, 0.05], "momentum": [0.01, 0.0002, 0.002, 0.01],
    "momentum.lecture": [0.1, 0.002, 0.02, 0.1],
    "adagrad": [0.5, 0.3, 0.3, 0.3], "rmsprop": [0.05, 0.01, 0.01, 0.02],
    "adadelta": [1.0, 1.0, 1.0, 1.0], "radam": [0.1, 0.002, 0.01, 0.05],
    "lion": [0.05, 0.01, 0.01, 0.02], "rprop": [0.05, 0.01, 0.01, 0.02],
}
ADAM_RATES = [0.1, 0.05, 0.05, 0.05]


def configurations():
    """(rule, dialect, tag, settings beside alpha, problems, alpha -> optimizer or its maker)."""
    from torch import optim
    ko = keras.optimizers

    def t(kind, **more):
        return lambda a: lambda w: kind(w, lr=a, **more)

    def k(kind, **more):
        return lambda a: lambda: kind(learning_rate=a, **more)

    b = {"beta1": 0.9, "beta2": 0.999}
    e8, e7, e2 = {"eps": 1e-8}, {"eps": 1e-7}, {"eps": 0.01}
    kb = {"beta_1": 0.9, "beta_2": 0.999}
    return [
        ("gd", "pytorch", "", {}, ALL, t(optim.SGD)),
        ("gd", "pytorch", "decay", {"weight_decay": 0.1}, VARIANT, t(optim.SGD, weight_decay=0.1)),
        ("gd", "optax", "", {}, VARIANT, lambda a: optax.sgd(a)),
        ("gd", "keras", "decay", {"weight_decay": 0.1}, VARIANT, k(ko.SGD, weight_decay=0.1)),

        ("momentum", "pytorch", "", {"beta": 0.9}, ALL, t(optim.SGD, momentum=0.9)),
        ("momentum", "pytorch", "nesterov", {"beta": 0.9, "nesterov": 1}, ALL,
         t(optim.SGD, momentum=0.9, nesterov=True)),
        ("momentum", "pytorch", "dampening", {"beta": 0.9, "dampening": 0.9}, VARIANT,
         t(optim.SGD, momentum=0.9, dampening=0.9)),
        ("momentum", "pytorch", "decay", {"beta": 0.9, "weight_decay": 0.1}, VARIANT,
         t(optim.SGD, momentum=0.9, weight_decay=0.1)),
        ("momentum", "optax", "", {"beta": 0.9}, VARIANT, lambda a: optax.sgd(a, momentum=0.9)),
        ("momentum", "optax", "nesterov", {"beta": 0.9, "nesterov": 1}, VARIANT,
         lambda a: optax.sgd(a, momentum=0.9, nesterov=True)),
        ("momentum", "keras", "", {"beta": 0.9}, ALL, k(ko.SGD, momentum=0.9)),
        ("momentum", "keras", "nesterov-decay",
         {"beta": 0.9, "nesterov": 1, "weight_decay": 0.1}, VARIANT,
         k(ko.SGD, momentum=0.9, nesterov=True, weight_decay=0.1)),
        # The lecture's average of gradients is Optax's `ema` before the learning rate.
        ("momentum", "lecture", "", {"beta": 0.9}, ALL,
         lambda a: optax.chain(optax.ema(0.9, debias=False), optax.scale(-a))),
        ("momentum", "lecture", "corrected", {"beta": 0.9, "corrected": 1}, ALL,
         lambda a: optax.chain(optax.ema(0.9, debias=True), optax.scale(-a))),

        ("adagrad", "pytorch", "", {"eps": 1e-10}, ALL, t(optim.Adagrad)),
        ("adagrad", "pytorch", "eps", {**e2, "alpha_decay": 0.05, "initial_accumulator": 0.2,
                                       "weight_decay": 0.1}, VARIANT,
         t(optim.Adagrad, eps=0.01, lr_decay=0.05, initial_accumulator_value=0.2,
           weight_decay=0.1)),
        ("adagrad", "optax", "", {**e7, "initial_accumulator": 0.1}, ALL,
         lambda a: optax.adagrad(a)),
        ("adagrad", "optax", "eps", {**e2, "initial_accumulator": 0.1}, VARIANT,
         lambda a: optax.adagrad(a, eps=0.01)),
        ("adagrad", "keras", "", {**e7, "initial_accumulator": 0.1}, VARIANT, k(ko.Adagrad)),
        ("adagrad", "keras", "eps",
         {**e2, "initial_accumulator": 0.1, "weight_decay": 0.1}, VARIANT,
         k(ko.Adagrad, epsilon=0.01, weight_decay=0.1)),

        ("rmsprop", "pytorch", "", {"beta": 0.99, **e8}, ALL, t(optim.RMSprop)),
        ("rmsprop", "pytorch", "centered-momentum",
         {"beta": 0.99, **e2, "centered": 1, "momentum": 0.5, "weight_decay": 0.1}, VARIANT,
         t(optim.RMSprop, eps=0.01, centered=True, momentum=0.5, weight_decay=0.1)),
        ("rmsprop", "optax", "", {"beta": 0.9, **e8}, ALL, lambda a: optax.rmsprop(a)),
        ("rmsprop", "optax", "centered-momentum",
         {"beta": 0.9, **e2, "centered": 1, "momentum": 0.5}, VARIANT,
         lambda a: optax.rmsprop(a, eps=0.01, centered=True, momentum=0.5)),
        ("rmsprop", "keras", "", {"beta": 0.9, **e7}, VARIANT, k(ko.RMSprop)),
        ("rmsprop", "keras", "centered-momentum",
         {"beta": 0.9, **e2, "centered": 1, "momentum": 0.5, "weight_decay": 0.1}, VARIANT,
         k(ko.RMSprop, epsilon=0.01, centered=True, momentum=0.5, weight_decay=0.1)),

        ("adadelta", "pytorch", "", {"beta": 0.9, "eps": 1e-6}, ALL, t(optim.Adadelta)),
        ("adadelta", "optax", "eps", {"beta": 0.9, **e2}, VARIANT,
         lambda a: optax.adadelta(a, rho=0.9, eps=0.01)),
        ("adadelta", "keras", "eps", {"beta": 0.95, **e2}, VARIANT,
         k(ko.Adadelta, rho=0.95, epsilon=0.01)),

        ("adam", "pytorch", "", {**b, **e8}, ALL, t(optim.Adam)),
        ("adam", "pytorch", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         t(optim.Adam, eps=0.01, weight_decay=0.1)),
        ("adam", "optax", "", {**b, **e8}, ALL, lambda a: optax.adam(a)),
        ("adam", "optax", "eps", {**b, **e2}, VARIANT, lambda a: optax.adam(a, eps=0.01)),
        ("adam", "keras", "", {**b, **e7}, ALL, k(ko.Adam)),
        ("adam", "keras", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         k(ko.Adam, epsilon=0.01, weight_decay=0.1)),
        # The lecture's rule is the paper's algorithm 1, and that is Optax's.
        ("adam", "lecture", "", {**b, **e8}, ALL, lambda a: optax.adam(a)),

        ("adamw", "pytorch", "", {**b, **e8, "weight_decay": 0.01}, ALL, t(optim.AdamW)),
        ("adamw", "optax", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         lambda a: optax.adamw(a, eps=0.01, weight_decay=0.1)),
        ("adamw", "keras", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         k(ko.AdamW, epsilon=0.01, weight_decay=0.1)),

        ("amsgrad", "pytorch", "", {**b, **e8}, ALL, t(optim.Adam, amsgrad=True)),
        ("amsgrad", "pytorch", "eps", {**b, **e2}, VARIANT,
         t(optim.Adam, eps=0.01, amsgrad=True)),
        ("amsgrad", "optax", "", {**b, **e8}, ALL, lambda a: optax.amsgrad(a)),
        ("amsgrad", "optax", "eps", {**b, **e2}, VARIANT, lambda a: optax.amsgrad(a, eps=0.01)),
        ("amsgrad", "keras", "eps", {**b, **e2}, VARIANT,
         k(ko.Adam, epsilon=0.01, amsgrad=True)),

        ("nadam", "pytorch", "", {**b, **e8, "momentum_decay": 0.004}, ALL, t(optim.NAdam)),
        ("nadam", "pytorch", "eps", {**b, **e2, "momentum_decay": 0.05}, VARIANT,
         t(optim.NAdam, eps=0.01, momentum_decay=0.05)),
        ("nadam", "optax", "", {**b, **e8}, ALL, lambda a: optax.nadam(a)),
        ("nadam", "optax", "eps", {**b, **e2}, VARIANT, lambda a: optax.nadam(a, eps=0.01)),
        ("nadam", "keras", "eps", {**b, **e2, "momentum_decay": 1}, VARIANT,
         k(ko.Nadam, epsilon=0.01)),

        ("adamax", "pytorch", "", {**b, **e8}, ALL, t(optim.Adamax)),
        ("adamax", "pytorch", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         t(optim.Adamax, eps=0.01, weight_decay=0.1)),
        ("adamax", "optax", "eps", {**b, **e2}, VARIANT, lambda a: optax.adamax(a, eps=0.01)),
        ("adamax", "keras", "eps", {**b, **e2}, VARIANT, k(ko.Adamax, epsilon=0.01)),

        ("radam", "pytorch", "", {**b, **e8}, ALL, t(optim.RAdam)),
        ("radam", "pytorch", "eps", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         t(optim.RAdam, eps=0.01, weight_decay=0.1)),
        ("radam", "optax", "", {**b, **e8}, ALL, lambda a: optax.radam(a)),
        ("radam", "optax", "eps", {**b, **e2}, VARIANT, lambda a: optax.radam(a, eps=0.01)),

        ("lion", "optax", "", {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0}, ALL,
         lambda a: optax.lion(a, b1=0.9, b2=0.99, weight_decay=0)),
        ("lion", "optax", "decay", {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0.1}, VARIANT,
         lambda a: optax.lion(a, b1=0.9, b2=0.99, weight_decay=0.1)),
        ("lion", "keras", "decay", {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0.1}, VARIANT,
         k(ko.Lion, beta_1=0.9, beta_2=0.99, weight_decay=0.1)),

        ("yogi", "optax", "", {**b, "eps": 1e-3, "initial_accumulator": 1e-6}, ALL,
         lambda a: optax.yogi(a)),
        ("adabelief", "optax", "", {**b, "eps": 1e-16, "eps_root": 1e-16}, ALL,
         lambda a: optax.adabelief(a)),
        ("adabelief", "optax", "eps", {**b, **e2, "eps_root": 0.02}, VARIANT,
         lambda a: optax.adabelief(a, eps=0.01, eps_root=0.02)),
        ("adan", "optax", "",
         {"beta1": 0.98, "beta2": 0.92, "beta3": 0.99, **e8, "eps_root": 1e-8}, ALL,
         lambda a: optax.adan(a)),
        ("adan", "optax", "eps-decay",
         {"beta1": 0.98, "beta2": 0.92, "beta3": 0.99, **e2, "eps_root": 0.02,
          "weight_decay": 0.1}, VARIANT,
         lambda a: optax.adan(a, eps=0.01, eps_root=0.02, weight_decay=0.1)),
        ("lamb", "optax", "", {**b, "eps": 1e-6, "weight_decay": 0}, ALL,
         lambda a: optax.lamb(a)),
        ("lamb", "optax", "eps-decay", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         lambda a: optax.lamb(a, eps=0.01, weight_decay=0.1)),
        ("lamb", "keras", "eps-decay", {**b, **e2, "weight_decay": 0.1}, VARIANT,
         k(ko.Lamb, epsilon=0.01, weight_decay=0.1)),
        # What every rule can be told. Clipping is felt where the limit is below most norms.
        ("gd", "optax", "clip", {"clip": 2}, VARIANT,
         lambda a: optax.chain(optax.clip_by_global_norm(2.0), optax.sgd(a))),
        ("adam", "optax", "clip", {**b, **e2, "clip": 2}, ALL,
         lambda a: optax.chain(optax.clip_by_global_norm(2.0), optax.adam(a, eps=0.01))),
        ("adam", "pytorch", "clip", {**b, **e2, "clip": 2}, ALL,
         lambda a: clipped(2.0, t(optim.Adam, eps=0.01)(a))),
        ("adam", "pytorch", "maximize", {**b, **e2, "maximize": 1}, ["regression"],
         t(optim.Adam, eps=0.01, maximize=True)),
        ("momentum", "pytorch", "maximize-decay",
         {"beta": 0.9, "weight_decay": 0.1, "maximize": 1}, ["regression"],
         t(optim.SGD, momentum=0.9, weight_decay=0.1, maximize=True)),
        ("adam", "optax", "cautious", {**b, **e2, "cautious": 1}, ALL,
         lambda a: cautious(optax.adam(a, eps=0.01))),
        ("lion", "optax", "cautious",
         {"beta1": 0.9, "beta2": 0.99, "weight_decay": 0, "cautious": 1}, VARIANT,
         lambda a: cautious(optax.lion(a, b1=0.9, b2=0.99, weight_decay=0))),
        ("rprop", "pytorch", "", {"eta_minus": 0.5, "eta_plus": 1.2}, ALL, t(optim.Rprop)),
        ("rprop", "pytorch", "bounds",
         {"eta_minus": 0.3, "eta_plus": 1.5, "min_step": 0.001, "max_step": 0.1}, VARIANT,
         t(optim.Rprop, etas=(0.3, 1.5), step_sizes=(0.001, 0.1))),
        ("rprop", "optax", "", {"eta_minus": 0.5, "eta_plus": 1.2}, VARIANT,
         lambda a: optax.rprop(a)),
    ]


def number(x):
    return repr(float(x))


def one_bit_off(start):
    return [v + 2.0**-52 * max(1, abs(v)) for v in start]


def distance(path, other):
    """The largest difference of two runs, relative to the larger of 1 and the value."""
    return max(float(np.max(np.abs(a - b) / np.maximum(1, np.abs(b)))) for a, b in zip(path, other))


def trajectory_files():
    """name -> text, one file for each rule in each library."""
    files = {}
    for rule, dialect, tag, settings, problems, make in configurations():
        library = "optax" if dialect == "lecture" else dialect
        name = f"{rule}.{dialect}.txt"
        lines = files.setdefault(
            name, ["# descent-reference 2", f"# {VERSIONS[library]} numpy {np.__version__}"])
        for problem in problems:
            gradient, start = PROBLEMS[problem]
            rates = RATES.get(f"{rule}.{dialect}", RATES.get(rule, ADAM_RATES))
            alpha = rates[ALL.index(problem)]
            path, slopes = RUNNERS[library](make(alpha), gradient, start)
            given = {"alpha": alpha, **settings}
            nudged, _ = RUNNERS[library](make(alpha), gradient, one_bit_off(start))
            closed = distance(nudged, path)
            title = f"{problem}.{rule}.{dialect}" + (f".{tag}" if tag else "")
            words = " ".join(f"{key}={number(value)}" for key, value in given.items())
            lines.append(
                f"run {title} problem={problem} rule={rule} dialect={dialect} "
                f"closed={closed:.3g}")
            lines.append(f"settings {words}")
            for t in range(STEPS):
                lines.append(" ".join(number(v) for v in [*path[t], *slopes[t]]))
            lines.append(" ".join(number(v) for v in path[STEPS]))
            print(f"{title:45} closed {closed:8.1e}", file=sys.stderr)
    return {f"trajectories/{name}": "\n".join(lines) + "\n" for name, lines in files.items()}


def average_files():
    """Averages of a made series of daily temperatures, by pandas."""
    days = np.arange(1, 366)
    random = np.random.Generator(np.random.PCG64(20170825))
    series = np.round(50 + 20 * np.sin(2 * np.pi * (days - 110) / 365) + random.normal(0, 6, 365), 1)
    files = {}
    for beta in [0.5, 0.9, 0.98]:
        table = pandas.Series(series)
        with_zero = pandas.Series(np.concatenate([[0.0], series]))
        corrected = table.ewm(alpha=1 - beta, adjust=True).mean().to_numpy()
        plain = with_zero.ewm(alpha=1 - beta, adjust=False).mean().to_numpy()[1:]
        lines = [
            "# descent-reference 2", f"# pandas {pandas.__version__} numpy {np.__version__}",
            f"# beta {beta}: temperature, average from 0, corrected average"]
        for row in zip(series, plain, corrected):
            lines.append(" ".join(number(v) for v in row))
        files[f"averages/temperature.{beta}.txt"] = "\n".join(lines) + "\n"
    return files


def main():
    is_check = "--check" in sys.argv
    differing = 0
    for name, text in {**trajectory_files(), **average_files()}.items():
        path = os.path.join(HERE, name)
        old = open(path).read() if os.path.exists(path) else None
        if old == text:
            continue
        differing += 1
        if is_check:
            print(f"differs: {name}")
        else:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            open(path, "w").write(text)
    sys.exit(1 if is_check and differing else 0)


if __name__ == "__main__":
    main()
