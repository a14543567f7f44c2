#!/usr/bin/env python3
"""make_articles.py COUNT [SEED]: writes COUNT articles as JSON Lines, the same each time, for measuring under load.

They are made of the sample corpus' sentences in new company, a few of which have words that hardly any other article has,
so that the index holds common words, rare ones and phrases in about the shares that prose has. Facets are stated, so that
the councils, ratings and themes of the taxonomy are spread over all articles. What they say is nonsense.
"""
import datetime, itertools, json, pathlib, random, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
RATINGS = {"good": 50, "requires-improvement": 33, "outstanding": 5, "inadequate": 4, None: 8}
SYLLABLES = "ba de ki lo mu ra se ti vo wen con pre hal mer ton dun".split()
PUBLISHERS = [f"Sample {kind} {number}" for kind in ("Gazette", "Herald", "Newsroom", "Digest") for number in range(1, 13)]


def sentences():
    found = set()
    for folder in ("newspaper", "press", "trade", "minutes", "notes"):
        for file in sorted((ROOT / "corpus" / folder).iterdir()):
            for line in file.read_text("utf-8").splitlines():
                found.update(s for s in re.split(r"(?<=[.!?]) +", line) if 5 <= len(s.split()) <= 45)
    return sorted(found)


def values(facet):
    lines = (ROOT / "indexer/taxonomy/values" / f"{facet}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]


def zipf(count, flatness=3):
    return list(itertools.accumulate(1 / (rank + flatness) for rank in range(count)))


def rare_word(draw):
    return "".join(draw.choices(SYLLABLES, k=draw.randint(2, 4)))


def articles(count, seed):
    draw = random.Random(seed)
    pool, councils, themes = sentences(), values("council"), values("theme")
    draw.shuffle(pool), draw.shuffle(councils), draw.shuffle(themes)
    weights = {"pool": zipf(len(pool), 300), "councils": zipf(len(councils)), "themes": zipf(len(themes))}
    first_day = datetime.date(2023, 1, 1)
    for number in range(count):
        lines = []
        for _ in range(draw.randint(4, 9)):
            paragraph = draw.choices(pool, cum_weights=weights["pool"], k=draw.randint(2, 4))
            if draw.random() < 0.3: paragraph.append(f"Of {rare_word(draw)} and {rare_word(draw)} more is heard elsewhere.")
            lines.append(" ".join(paragraph))
        rating = draw.choices(list(RATINGS), list(RATINGS.values()))[0]
        yield {"id": f"made-{number:07}", "title": " ".join(draw.choice(pool).split()[:8]).rstrip(".,:;"),
               "date": str(first_day + datetime.timedelta(days=draw.randrange(1200))), "publisher": draw.choice(PUBLISHERS),
               "language": "en", "text": "\n\n".join(lines),
               "facets": {"rating": [rating] if rating else [],
                          "council": draw.choices(councils, cum_weights=weights["councils"]),
                          "theme": sorted(set(draw.choices(themes, cum_weights=weights["themes"], k=draw.randint(0, 5))))}}


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3): sys.exit(__doc__)
    for article in articles(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) == 3 else 1):
        print(json.dumps(article, ensure_ascii=False))
