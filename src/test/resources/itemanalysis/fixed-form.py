"""Computes fixed-form.json from the definitions of Moodle's "Quiz statistics calculations", with Python's standard library
and nothing of this project: python3 fixed-form.py > fixed-form.json"""

import json
import math
import random
import statistics

people, items = 40, 7
draw = random.Random(20261129)
scores = []
for _ in range(people):
    ability = draw.gauss(0, 1)
    row = []
    for item in range(items):
        p = 1 / (1 + math.exp(-(ability * (0.3 * item - 0.3) - 0.4 * (item - 4))))
        right = draw.random() < p
        row.append(1.0 if right else (round(draw.choice([0, 0, 1 / 3, 0.5, 2 / 3]), 6) if item % 2 else 0.0))
    scores.append(row)


def covariance(a, b):
    ma, mb = statistics.fmean(a), statistics.fmean(b)
    return sum((x - ma) * (y - mb) for x, y in zip(a, b)) / (len(a) - 1)


def wilson(share, n, z=1.959964):
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return middle - half, middle + half


totals = [sum(row) for row in scores]
columns = [[row[i] for row in scores] for i in range(items)]
roots = sum(math.sqrt(c) for c in (covariance(column, totals) for column in columns) if c > 0)
figures = []
for column in columns:
    rest = [total - own for total, own in zip(totals, column)]
    covmax = covariance(sorted(column), sorted(rest))
    r = covariance(column, rest) / math.sqrt(covariance(column, column) * covariance(rest, rest))
    with_total = covariance(column, totals)
    low, high = wilson(statistics.fmean(column), people)
    figures.append({
        "facility": statistics.fmean(column),
        "low": low,
        "high": high,
        "deviation": statistics.stdev(column),
        "discrimination": r,
        "discriminationLow": math.tanh(math.atanh(r) - 1.959964 / math.sqrt(people - 3)),
        "discriminationHigh": math.tanh(math.atanh(r) + 1.959964 / math.sqrt(people - 3)),
        "efficiency": covariance(column, rest) / covmax,
        "effectiveWeight": math.sqrt(with_total) / roots if with_total >= 0 else None,
    })
consistency = items / (items - 1) * (1 - sum(covariance(c, c) for c in columns) / covariance(totals, totals))
print(json.dumps({"scores": scores, "items": figures, "internalConsistency": consistency}, indent=1))
