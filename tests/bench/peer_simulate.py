#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model of bench_simulate.cpp as one would write it in NumPy: whole columns of a million trials, its own generator
and its own distributions. Prints the best of five runs in seconds of processor time, and the mean net present value.

Uses one thread; needs python3-numpy.
"""
import os
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np  # noqa: E402  (after the thread limits)

TRIALS = 1_000_000
HOURS, MONTHS, RATE = 720, 12, 0.1


def pert(rng, low, mode, high):
    up = 4 * (mode - low) / (high - low)
    return low + (high - low) * rng.beta(1 + up, 5 - up, TRIALS)


def lognormal(rng, p10, p90):
    mu = (np.log(p10) + np.log(p90)) / 2
    sigma = np.log(p90 / p10) / (2 * 1.2815515655446004)
    return rng.lognormal(mu, sigma, TRIALS)


def level(month, start, ramp):
    """Mean level in a month: 0 before the start, then linear to 1 over the ramp."""
    def area(t):
        return 0.0 if t <= 0 else t - ramp / 2 if t >= ramp else t * t / (2 * ramp)
    return area(month - start + 1) - area(month - start)


def simulate(seed):
    rng = np.random.default_rng(seed)
    price = pert(rng, 25, 30, 40)
    used = rng.triangular(0.15, 0.3, 0.45, TRIALS)
    requests = lognormal(rng, 500_000, 2_000_000)
    output = rng.triangular(300, 500, 900, TRIALS)
    target = pert(rng, 0.5, 0.6, 0.75)
    one_off = rng.uniform(40_000, 80_000, TRIALS)
    acu = pert(rng, 0.5, 1, 3)
    hits = pert(rng, 0.5, 0.9, 0.98)

    endpoint = price * HOURS
    prefix = requests * (2_000 * 3 / 1e6)
    rest = requests * ((500 * 3 + output * 15) / 1e6)
    store = 2 * 0.24 * HOURS
    baseline = endpoint + prefix + rest + store
    consolidated = used / target - 1
    cached = hits * 0.1 + (1 - hits) * 1.25 - 1
    moved = acu * (0.12 * HOURS) - store
    monthly = (1 + RATE) ** (1 / 12) - 1
    npv = -one_off
    for month in range(1, MONTHS + 1):
        cost = endpoint * (1 + level(month, 1, 3) * consolidated) * (1 - 0.2 * level(month, 4, 2))
        cost = cost + prefix * (1 + level(month, 2, 3) * cached) + rest
        cost = cost + store + level(month, 2, 0) * moved
        npv = npv + (baseline - cost) / (1 + monthly) ** month
    return npv.mean(), npv.std(ddof=1) / np.sqrt(TRIALS), np.percentile(npv, [10, 50, 90])


def main():
    best, mean = float("inf"), 0.0
    for run in range(5):
        start = time.process_time()
        mean = simulate(run)[0]
        best = min(best, time.process_time() - start)
    print(f"{best:.6f} {mean:.3f}")


main()
