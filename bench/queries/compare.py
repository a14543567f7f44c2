#!/usr/bin/env python3
"""Sets figures of bench_queries beside those of another engine, class by class.

    compare.py PEER.jsonl OURS.tsv... [--svg CHART.svg]

PEER has an object a line: class, conc (clients), p50_us, qps; its rounds are in the order of OURS, a file a
round. Prints the medians of the rounds and the median of each round's ratio, as a table of Markdown.
"""
import argparse
import collections
import json
import math
import statistics

Figures = collections.namedtuple("Figures", "p50 qps")


def read_peer(path):
    rounds = collections.defaultdict(list)
    with open(path) as lines:
        for line in lines:
            row = json.loads(line)
            rounds[row["class"].replace("mixed", "all"), row["conc"]].append(Figures(row["p50_us"], row["qps"]))
    return rounds


def read_ours(paths):
    rounds = collections.defaultdict(list)
    for path in paths:
        with open(path) as lines:
            for row in list(lines)[1:]:
                kind, clients, _, p50, _, _, qps = row.split("\t")
                rounds[kind, int(clients)].append(Figures(float(p50), float(qps)))
    return rounds


def median(figures):
    return Figures(*(statistics.median(values) for values in zip(*figures)))


def ratios(ours, peer):
    pairs = list(zip(ours, peer))
    return Figures(statistics.median(theirs.p50 / us.p50 for us, theirs in pairs),
                   statistics.median(us.qps / theirs.qps for us, theirs in pairs))


def chart(rows, path):
    """Bars of the latency ratios; a line at 1."""
    width, height, left = 640, 24 * len(rows) + 40, 130
    scale = (width - left - 60) / math.log2(max(128, *(ratio for _, ratio in rows)) * 2)
    at = lambda ratio: left + scale * math.log2(max(ratio, 0.5) * 2)
    bars = "".join(
        f'<text x="{left - 8}" y="{24 * i + 37}" text-anchor="end">{kind}</text>'
        f'<rect x="{at(1):.1f}" y="{24 * i + 24}" width="{max(at(ratio) - at(1), 1):.1f}" height="16" fill="#2a6f97"/>'
        f'<text x="{at(ratio) + 5:.1f}" y="{24 * i + 37}">{ratio:.1f}</text>'
        for i, (kind, ratio) in enumerate(rows))
    with open(path, "w") as out:
        out.write(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
                  f'font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="white"/>'
                  f'<text x="{left}" y="14">Median latency of the peer, as a multiple of ours (logarithmic)</text>'
                  f'{bars}</svg>\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer")
    parser.add_argument("ours", nargs="+")
    parser.add_argument("--svg")
    options = parser.parse_args()
    peer, ours = read_peer(options.peer), read_ours(options.ours)
    print("| class | clients | ours, µs | peer, µs | latency ratio | queries a second, ratio |\n|---|---|---|---|---|---|")
    bars, means = [], collections.defaultdict(list)
    for key in ours:
        if key not in peer:
            continue
        ratio, us, them = ratios(ours[key], peer[key]), median(ours[key]), median(peer[key])
        print(f"| {key[0]} | {key[1]} | {us.p50:,.0f} | {them.p50:,.0f} | {ratio.p50:.1f} | {ratio.qps:.1f} |")
        if key[0] != "all":
            means[key[1]].append(ratio)
            if key[1] == 1:
                bars.append((key[0], ratio.p50))
    for clients, of_classes in means.items():
        mean = [math.exp(statistics.fmean(map(math.log, values))) for values in zip(*of_classes)]
        print(f"| geometric mean | {clients} | | | {mean[0]:.1f} | {mean[1]:.1f} |")
    if options.svg:
        chart(bars, options.svg)


if __name__ == "__main__":
    main()
