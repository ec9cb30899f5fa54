"""Every rule restated in NumPy from its formula, with no regard to anyone's order of operations.

How far this is from a library is how far two right implementations are from each other: the
tolerance of chaotic runs follows from it.
"""
import math

import numpy as np


def root(x):
    return np.sqrt(x)


def slot(state, name, like, initial=0.0):
    return state.setdefault(name, np.full_like(like, initial))


def moments(w, g, state, b1, b2):
    state["v"] = b1 * slot(state, "v", w) + (1 - b1) * g
    state["s"] = b2 * slot(state, "s", w) + (1 - b2) * g * g
    return state["v"], state["s"]


def decayed(w, g, dialect, alpha, decay):
    """Parameter and gradient after weight decay: Keras takes it from the parameter."""
    return (w - w * decay * alpha, g) if dialect == "keras" else (w, g + decay * w)


def gd(w, g, t, state, d, alpha, weight_decay=0):
    w, g = decayed(w, g, d, alpha, weight_decay)
    return w - alpha * g


def momentum(w, g, t, state, d, alpha, beta, dampening=0, nesterov=0, corrected=0, weight_decay=0):
    w, g = decayed(w, g, d, alpha, weight_decay)
    v = slot(state, "v", w)
    if d == "keras":
        v = state["v"] = beta * v - alpha * g
        return w + (beta * v - alpha * g if nesterov else v)
    if d == "lecture":
        v = state["v"] = beta * v + (1 - beta) * g
        return w - alpha * (v / (1 - beta**t) if corrected else v)
    v = state["v"] = g.copy() if t == 1 else beta * v + (1 - dampening) * g
    return w - alpha * (g + beta * v if nesterov else v)


def adagrad(w, g, t, state, d, alpha, eps, initial_accumulator=0, alpha_decay=0, weight_decay=0):
    rate = alpha / (1 + (t - 1) * alpha_decay)
    w, g = decayed(w, g, d, alpha, weight_decay)
    s = state["s"] = slot(state, "s", w, initial_accumulator) + g * g
    return w - rate * g / (root(s) + eps if d == "pytorch" else root(s + eps))


def rmsprop(w, g, t, state, d, alpha, beta, eps, centered=0, momentum=0, weight_decay=0):
    w, g = decayed(w, g, d, alpha, weight_decay)
    s = state["s"] = beta * slot(state, "s", w) + (1 - beta) * g * g
    if centered:
        v = state["v"] = beta * slot(state, "v", w) + (1 - beta) * g
        s = s - v * v
    step = alpha * g / (root(s) + eps if d == "pytorch" else root(s + eps))
    if momentum:
        step = state["velocity"] = momentum * slot(state, "velocity", w) + step
    return w - step


def adadelta(w, g, t, state, d, alpha, beta, eps):
    s = state["s"] = beta * slot(state, "s", w) + (1 - beta) * g * g
    u = slot(state, "u", w)
    delta = root(u + eps) / root(s + eps) * g
    state["u"] = beta * u + (1 - beta) * delta * delta
    return w - alpha * delta


def adam(w, g, t, state, d, alpha, beta1, beta2, eps, weight_decay=0, kind="adam"):
    if kind == "adamw":
        w = w * (1 - alpha * weight_decay)
    else:
        w, g = decayed(w, g, d, alpha, weight_decay)
    v, s = moments(w, g, state, beta1, beta2)
    c1, c2 = 1 - beta1**t, 1 - beta2**t
    if kind == "amsgrad":
        raw = s / c2 if d == "optax" else s
        top = state["top"] = np.maximum(slot(state, "top", w), raw)
        s = top * c2 if d == "optax" else top
    if d == "keras":
        return w - alpha * math.sqrt(c2) / c1 * v / (root(s) + eps)
    return w - alpha * (v / c1) / (root(s / c2) + eps)


def adamw(*arguments, **settings):
    return adam(*arguments, kind="adamw", **settings)


def amsgrad(*arguments, **settings):
    return adam(*arguments, kind="amsgrad", **settings)


def nadam(w, g, t, state, d, alpha, beta1, beta2, eps, momentum_decay=0, weight_decay=0):
    w, g = decayed(w, g, d, alpha, weight_decay)
    v, s = moments(w, g, state, beta1, beta2)
    if d == "optax":
        ahead = beta1 * v / (1 - beta1 ** (t + 1)) + (1 - beta1) * g / (1 - beta1**t)
    else:
        mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))
        following = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))
        product = state["product"] = state.get("product", 1.0) * mu
        ahead = following * v / (1 - product * following) + (1 - mu) * g / (1 - product)
    return w - alpha * ahead / (root(s / (1 - beta2**t)) + eps)


def adamax(w, g, t, state, d, alpha, beta1, beta2, eps, weight_decay=0):
    w, g = decayed(w, g, d, alpha, weight_decay)
    v = state["v"] = beta1 * slot(state, "v", w) + (1 - beta1) * g
    inside, outside = (0, eps) if d == "keras" else (eps, 0)
    u = state["u"] = np.maximum(beta2 * slot(state, "u", w), np.abs(g) + inside)
    return w - alpha / (1 - beta1**t) * v / (u + outside)


def radam(w, g, t, state, d, alpha, beta1, beta2, eps, weight_decay=0):
    g = g + weight_decay * w
    v, s = moments(w, g, state, beta1, beta2)
    c1, c2 = 1 - beta1**t, 1 - beta2**t
    limit = 2 / (1 - beta2) - 1
    length = limit - 2 * t * beta2**t / c2
    if not (length > 5 if d == "pytorch" else length >= 5):
        return w - alpha * v / c1
    r = math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
    below = (root(s) + eps) / math.sqrt(c2) if d == "pytorch" else root(s / c2) + eps
    return w - alpha * r * (v / c1) / below


def lion(w, g, t, state, d, alpha, beta1, beta2, weight_decay=0):
    v = slot(state, "v", w)
    direction = np.sign(beta1 * v + (1 - beta1) * g)
    state["v"] = beta2 * v + (1 - beta2) * g
    return w - alpha * (direction + weight_decay * w)


def deviations(rule, dialect, settings, gradient, start, path, slopes):
    """Largest deviation, relative to the larger of 1 and the value: gradients replayed, and own."""
    step = globals()[rule]

    def distance(a, b):
        return float(np.max(np.abs(a - b) / np.maximum(1, np.abs(b))))

    state, replay = {}, 0.0
    for t, g in enumerate(slopes):
        w = step(path[t], g, t + 1, state, dialect, **settings)
        replay = max(replay, distance(w, path[t + 1]))
    state, closed, w = {}, 0.0, np.array(start)
    for t in range(len(slopes)):
        g = np.array(gradient([float(v) for v in w], t))
        w = step(w, g, t + 1, state, dialect, **settings)
        closed = max(closed, distance(w, path[t + 1]))
    return replay, closed
