"""Steps of Adam in a library: adam.py LIBRARY THREADS reads lines `float|double COUNT`, and answers
each with the nanoseconds of one step.

Libraries: torch-loop, torch-foreach, torch-fused, optax, numpy; torch-tiny is a whole step of the
problem x^2 + 10y^2 with two parameters: zero_grad, loss, backward, step.
"""
import os
import statistics
import sys
import time

library, threads = sys.argv[1], int(sys.argv[2])
for name in ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"]:
    os.environ[name] = str(threads)
if threads == 1:
    # On one processor, since the time of a thread that runs on another is counted late.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"

clock = time.process_time_ns if threads == 1 else time.perf_counter_ns


def median(step):
    for _ in range(5):
        step()
    repeats = 1
    while True:
        start = clock()
        for _ in range(repeats):
            step()
        if clock() - start > 4e6:
            break
        repeats *= 2
    times = []
    for _ in range(41 if repeats > 1 else 7):
        start = clock()
        for _ in range(repeats):
            step()
        times.append((clock() - start) / repeats)
    return statistics.median(times)


def torch_step(kind, count):
    import torch

    torch.set_num_threads(threads)
    dtype = torch.float32 if kind == "float" else torch.float64
    if library == "torch-tiny":
        w = torch.nn.Parameter(torch.tensor([-5.0, 2.0], dtype=dtype))
        scale = torch.tensor([1.0, 10.0], dtype=dtype)
        optimizer = torch.optim.Adam([w], lr=0.1)

        def step():
            optimizer.zero_grad()
            loss = (scale * w * w).sum()
            loss.backward()
            optimizer.step()

        return step
    w = torch.nn.Parameter(torch.randn(count, dtype=dtype))
    w.grad = torch.randn(count, dtype=dtype) * 0.1
    options = {"torch-loop": {"foreach": False}, "torch-foreach": {"foreach": True},
               "torch-fused": {"fused": True}}[library]
    return torch.optim.Adam([w], lr=0.001, **options).step


def optax_step(kind, count):
    import jax

    jax.config.update("jax_enable_x64", kind == "double")
    import jax.numpy as jnp
    import numpy as np
    import optax

    dtype = np.float32 if kind == "float" else np.float64
    random = np.random.default_rng(0)
    w = jnp.asarray(random.normal(size=count).astype(dtype))
    g = jnp.asarray((0.1 * random.normal(size=count)).astype(dtype))
    optimizer = optax.adam(0.001)
    state = optimizer.init(w)

    def update(w, state, g):
        changes, state = optimizer.update(g, state, w)
        return optax.apply_updates(w, changes), state

    jitted = jax.jit(update, donate_argnums=(0, 1))

    def step():
        nonlocal w, state
        w, state = jitted(w, state, g)
        w.block_until_ready()

    return step


def numpy_step(kind, count):
    import numpy as np

    dtype = np.float32 if kind == "float" else np.float64
    random = np.random.default_rng(0)
    w = random.normal(size=count).astype(dtype)
    g = (0.1 * random.normal(size=count)).astype(dtype)
    v, s = np.zeros_like(w), np.zeros_like(w)
    a, b = np.empty_like(w), np.empty_like(w)
    t = 0

    def step():
        """In place, with two arrays of scratch."""
        nonlocal t
        t += 1
        np.multiply(v, 0.9, out=v)
        np.multiply(g, 0.1, out=a)
        np.add(v, a, out=v)
        np.multiply(s, 0.999, out=s)
        np.multiply(g, g, out=a)
        np.multiply(a, 0.001, out=a)
        np.add(s, a, out=s)
        np.divide(s, 1 - 0.999**t, out=a)
        np.sqrt(a, out=a)
        np.add(a, 1e-8, out=a)
        np.multiply(v, 0.001 / (1 - 0.9**t), out=b)
        np.divide(b, a, out=b)
        np.subtract(w, b, out=w)

    return step


make = {"optax": optax_step, "numpy": numpy_step}.get(library, torch_step)
for line in sys.stdin:
    kind, count = line.split()
    print(median(make(kind, int(count))), flush=True)
