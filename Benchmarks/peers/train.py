"""An MLP 64-64-10 on the digits: train.py LIBRARY DIGITS.csv SPLIT EPOCHS SEED...

Libraries: torch, torch-fused (Adam(fused=True)), jax (a whole epoch in one jitted scan). ReLU, softmax
cross-entropy, batch 64, Adam with alpha 0.003, float32, one thread, pixels divided by 16; tests on
every fifth row (mod5) or the last 360 (tail). Prints, for each seed, the processor time of an epoch
in milliseconds, the first left out, and the accuracy on the test rows at the end, in percent.
"""
import os
import statistics
import sys
import time

library, path, split, epochs = *sys.argv[1:4], int(sys.argv[4])
# On one processor, since the time of a thread that runs on another is counted late.
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
BATCH, ALPHA = 64, 0.003

import numpy as np

rows = np.loadtxt(path, delimiter=",", skiprows=1, dtype=np.float32)
x, y = rows[:, :64] / 16, rows[:, 64].astype(np.int64)
index = np.arange(len(rows))
is_test = index % 5 == 4 if split == "mod5" else index >= len(rows) - 360
train_x, train_y, test_x, test_y = x[~is_test], y[~is_test], x[is_test], y[is_test]


def start_values(random):
    def weights(inputs, outputs, gain):
        scale = (gain / inputs) ** 0.5
        return (random.normal(size=(inputs, outputs)) * scale).astype(np.float32)

    return [weights(64, 64, 2), np.zeros(64, np.float32),
            weights(64, 10, 1), np.zeros(10, np.float32)]


def train_jax(random, times):
    import jax
    import jax.numpy as jnp
    import optax

    steps = len(train_x) // BATCH
    optimizer = optax.adam(ALPHA)
    parameters = [jnp.asarray(value) for value in start_values(random)]
    state = optimizer.init(parameters)
    data_x, data_y = jnp.asarray(train_x), jnp.asarray(train_y)

    def forward(p, x):
        return jax.nn.relu(x @ p[0] + p[1]) @ p[2] + p[3]

    def loss(p, x, y):
        return optax.softmax_cross_entropy_with_integer_labels(forward(p, x), y).mean()

    def epoch(p, state, order):
        def step(carry, rows):
            p, state = carry
            g = jax.grad(loss)(p, data_x[rows], data_y[rows])
            changes, state = optimizer.update(g, state, p)
            return (optax.apply_updates(p, changes), state), None

        whole = order[: steps * BATCH].reshape(steps, BATCH)
        carry, _ = jax.lax.scan(step, (p, state), whole)
        rest = order[steps * BATCH:]
        return step(carry, rest)[0] if len(rest) else carry

    jitted = jax.jit(epoch, donate_argnums=(0, 1))
    for _ in range(epochs):
        order = jnp.asarray(random.permutation(len(train_x)))
        begin = time.process_time()
        parameters, state = jitted(parameters, state, order)
        jax.block_until_ready(parameters)
        times.append(time.process_time() - begin)
    return np.asarray(forward(parameters, jnp.asarray(test_x))).argmax(1)


def train_torch(random, times):
    import torch

    torch.set_num_threads(1)
    start = start_values(random)
    model = torch.nn.Sequential(
        torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    with torch.no_grad():
        for layer, k in [(model[0], 0), (model[2], 2)]:
            layer.weight.copy_(torch.from_numpy(start[k].T.copy()))
            layer.bias.copy_(torch.from_numpy(start[k + 1]))
    options = {"fused": True} if library == "torch-fused" else {}
    optimizer = torch.optim.Adam(model.parameters(), lr=ALPHA, **options)
    data_x, data_y = torch.from_numpy(train_x), torch.from_numpy(train_y)
    for _ in range(epochs):
        order = torch.from_numpy(random.permutation(len(train_x)))
        begin = time.process_time()
        for first in range(0, len(order), BATCH):
            rows = order[first : first + BATCH]
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(model(data_x[rows]), data_y[rows])
            loss.backward()
            optimizer.step()
        times.append(time.process_time() - begin)
    with torch.no_grad():
        return model(torch.from_numpy(test_x)).numpy().argmax(1)


for seed in sys.argv[5:]:
    times = []
    train = train_jax if library == "jax" else train_torch
    answer = train(np.random.default_rng(int(seed)), times)
    print(1000 * statistics.median(times[1:]), 100 * float((answer == test_y).mean()))
