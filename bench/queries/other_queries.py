#!/usr/bin/env python3
"""Makes queries like those of a file, of other words: what to warm up with.

    other_queries.py QUERIES ARTICLES.jsonl > OTHERS

ARTICLES has an object with title and body a line. Each word, beginning of a word or phrase becomes another one that
about as many articles hold and that QUERIES does not ask for. Filters, dates, order and facets stay.
"""
import argparse
import bisect
import collections
import itertools
import json
import re

WORD = re.compile(r"[a-z0-9]+")


def sequences(words, length):
    return zip(*(words[i:] for i in range(length)))


class Choice:
    """What to ask for instead, from counts of articles."""

    def __init__(self, counts, taken):
        self.counts, self.taken = counts, set(taken)
        self.order = sorted(counts, key=lambda entry: (counts[entry], entry))
        self.sizes = [counts[entry] for entry in self.order]

    def other(self, entry):
        at = bisect.bisect_left(self.sizes, self.counts.get(entry, 0))
        nearest = sorted(range(max(0, at - 2000), min(len(self.order), at + 2000)), key=lambda i: abs(i - at))
        for i in itertools.chain(nearest, range(len(self.order))):
            if self.order[i] not in self.taken:
                self.taken.add(self.order[i])
                return self.order[i]
        raise SystemExit(f"nothing is left to ask for instead of {entry}")


def texts(path, most):
    with open(path) as lines:
        for line in itertools.islice(lines, most):
            article = json.loads(line)
            yield WORD.findall((article["title"] + " " + article["body"]).lower())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries")
    parser.add_argument("articles")
    parser.add_argument("--sample", type=int, default=2000, help="articles to look at")
    options = parser.parse_args()
    with open(options.queries) as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    # What is counted: words, phrases of each length, beginnings of each length.
    asked = collections.defaultdict(set)
    for _, _, kind, words, *_ in rows:
        words = words.split()
        if kind == "PHRASE":
            asked["PHRASE", len(words)].add(tuple(words))
        elif kind == "PREFIX":
            asked["PREFIX", len(words[0])].add(words[0])
        elif kind != "ALL":
            asked["WORD", 1].update(words)
    counts = {key: collections.Counter() for key in asked}
    for text in texts(options.articles, options.sample):
        for kind, length in asked:
            if kind == "PHRASE":
                found = set(sequences(text, length))
            else:
                found = {word if kind == "WORD" else word[:length] for word in text if len(word) >= length}
            counts[kind, length].update(found)
    choices = {key: Choice(counts[key], asked[key]) for key in asked}
    for row in rows:
        kind, words = row[2], row[3].split()
        if kind == "PHRASE":
            row[3] = " ".join(choices["PHRASE", len(words)].other(tuple(words)))
        elif kind == "PREFIX":
            row[3] = choices["PREFIX", len(words[0])].other(words[0])
        elif kind != "ALL":
            row[3] = " ".join(choices["WORD", 1].other(word) for word in words)
        print("\t".join(row))


if __name__ == "__main__":
    main()
