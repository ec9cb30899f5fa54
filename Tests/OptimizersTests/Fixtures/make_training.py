"""Makes training.txt beside this file: schedules, clipping, averages of weights and whole chains, by
PyTorch and Optax in float64. `make_reference.py` says what to install; `--check` as there.

A line is `name numbers`: the name is the one that the tests in TrainingReferenceTests.swift use.
"""
import os
import sys

os.environ["ATEN_CPU_CAPABILITY"] = "default"
os.environ["JAX_PLATFORMS"] = "cpu"

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy as np
import optax
import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)

COUNT = 60
lines = []


def put(name, values):
    lines.append(name + " " + " ".join(repr(float(value)) for value in np.ravel(values)))


# ------------------------------------------------------------------------------- schedules
def by_optax(name, schedule):
    put(f"schedule.{name}.optax", [schedule(count) for count in range(COUNT)])


def by_torch(name, rate, make):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)
    scheduler = make(optimizer)
    values = []
    for _ in range(COUNT):
        values.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    put(f"schedule.{name}.pytorch", values)


lr = torch.optim.lr_scheduler
by_optax("constant", optax.constant_schedule(0.3))
by_optax("linear", optax.linear_schedule(0.5, 0.05, 40))
by_torch("linear", 0.5, lambda o: lr.LinearLR(o, 1.0, 0.1, 40))
by_optax("cosine", optax.cosine_decay_schedule(0.4, 50, alpha=0.05))
by_torch("cosine", 0.4, lambda o: lr.CosineAnnealingLR(o, COUNT, eta_min=0.02))
by_optax("exponential", optax.exponential_decay(0.2, 7, 0.6))
by_torch("exponential", 0.2, lambda o: lr.ExponentialLR(o, 0.9))
by_optax("staircase", optax.exponential_decay(0.2, 7, 0.6, staircase=True))
by_torch("staircase", 0.2, lambda o: lr.StepLR(o, 7, 0.6))
by_optax("steps", optax.piecewise_constant_schedule(1.0, {10: 0.5, 25: 0.1, 40: 3.0}))
by_torch("steps", 1.0, lambda o: lr.MultiStepLR(o, [10, 25, 40], 0.5))
by_optax("warmup", optax.warmup_cosine_decay_schedule(0.01, 0.6, 8, 48, 0.02))
by_torch(
    "warmup", 0.6,
    lambda o: lr.SequentialLR(
        o, [lr.LinearLR(o, 0.25, 1.0, 8), lr.CosineAnnealingLR(o, 100, eta_min=0.02)], [8]))
by_optax(
    "joined",
    optax.join_schedules(
        [optax.constant_schedule(0.1), optax.linear_schedule(0.2, 0.4, 10),
         optax.exponential_decay(0.4, 5, 0.5)], [5, 20]))

# ------------------------------------------------------------------------------- clipping
GRADIENTS = [np.array([3.0, -4.0, 0.5]), np.array([12.0, 1e-3])]
for limit in [1.0, 100.0]:
    clip = optax.clip_by_global_norm(limit)
    put(f"clip.norm.{limit:g}.optax",
        np.concatenate(clip.update([jnp.array(g) for g in GRADIENTS], clip.init(None))[0]))
    tensors = [torch.nn.Parameter(torch.zeros(len(g))) for g in GRADIENTS]
    for tensor, g in zip(tensors, GRADIENTS):
        tensor.grad = torch.tensor(g)
    norm = torch.nn.utils.clip_grad_norm_(tensors, limit)
    put(f"clip.norm.{limit:g}.pytorch", np.concatenate([t.grad.numpy() for t in tensors]))
    put(f"clip.norm.{limit:g}.before", [norm])
clip = optax.clip(2.0)
put("clip.value.optax",
    np.concatenate(clip.update([jnp.array(g) for g in GRADIENTS], clip.init(None))[0]))


# ------------------------------------------------------------------------------- averages
def weights(t):
    return np.array([np.sin(0.7 * t), 1.0 / t, 2.0 - 0.01 * t])


def by_averaged_model(name, **settings):
    model = torch.nn.ParameterList([torch.nn.Parameter(torch.zeros(3))])
    averaged = torch.optim.swa_utils.AveragedModel(model, **settings)
    values = []
    for t in range(1, 21):
        with torch.no_grad():
            model[0].copy_(torch.tensor(weights(t)))
        averaged.update_parameters(model)
        values.append(next(averaged.parameters()).detach().numpy().copy())
    put(name, values)


by_averaged_model("average.equal.pytorch")
by_averaged_model(
    "average.decaying.pytorch",
    multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.9))
ema = optax.ema(0.9, debias=True)
state, values = ema.init(jnp.zeros(3)), []
for t in range(1, 21):
    value, state = ema.update(jnp.array(weights(t)), state)
    values.append(value)
put("average.corrected.optax", values)

# ------------------------------------------------------------------------------- whole trainings
START = [np.array([-5.0, 2.0]), np.array([3.0])]
SCALE = [np.array([2.0, 20.0]), np.array([0.5])]

# Optax counts in int32, which JAX divides to a float32 whatever the parameters are.
rate = optax.warmup_cosine_decay_schedule(0.0, 0.3, 5, 40, 0.01)
chain = optax.chain(
    optax.clip_by_global_norm(1.0), optax.scale_by_adam(b2=0.99),
    optax.add_decayed_weights(0.1), optax.scale_by_learning_rate(lambda count: rate(count.astype(float))))
w = [jnp.array(x) for x in START]
state, values = chain.init(w), []
for _ in range(COUNT):
    updates, state = chain.update([s * x for s, x in zip(SCALE, w)], state, w)
    w = optax.apply_updates(w, updates)
    values.append(np.concatenate(w))
put("training.chain.optax", values)

first, second = [torch.nn.Parameter(torch.tensor(x)) for x in START]
optimizer = torch.optim.AdamW(
    [{"params": [first]}, {"params": [second], "lr": 0.05, "weight_decay": 0.0}],
    lr=0.2, weight_decay=0.3)
scheduler = lr.CosineAnnealingLR(optimizer, COUNT)
values = []
for _ in range(COUNT):
    for tensor, scale in zip([first, second], SCALE):
        tensor.grad = torch.tensor(scale) * tensor.detach()
    torch.nn.utils.clip_grad_norm_([first, second], 2.0)
    optimizer.step()
    scheduler.step()
    values.append(np.concatenate([first.detach().numpy(), second.detach().numpy()]))
put("training.groups.pytorch", values)

# ------------------------------------------------------------------------------- the file
text = (
    f"# Made by make_training.py: torch {torch.__version__}, optax {optax.__version__}, "
    f"jax {jax.__version__}, float64\n" + "\n".join(lines) + "\n")
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.txt")
if "--check" in sys.argv:
    sys.exit(0 if open(path).read() == text else "training.txt would change")
open(path, "w").write(text)
