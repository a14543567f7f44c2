#!/usr/bin/env python3
"""Makes articles that assay indexes as they stand of a collection of others.

    articles.py COLLECTION.jsonl ARTICLES.jsonl TAXONOMY

COLLECTION has id, url, title, body, date, rating, council and themes on each line. TAXONOMY is a copy of
indexer/taxonomy, of which facets and values are replaced. Then:

    assay-indexer --taxonomy TAXONOMY build --index INDEX ARTICLES.jsonl
"""
import hashlib
import json
import pathlib
import sys

FACETS = """rating\tRating\tordered\tnone\tverdict
council\tCouncil\topen\t\tpublisher
theme\tTheme\topen\t\tpublisher
"""


def article(line):
    source = json.loads(line)
    facets, labels = {"rating": [source["rating"]]}, {}
    for facet, names in (("council", [source["council"]]), ("theme", source["themes"])):
        values = {name.lower().replace(" ", "-"): name for name in names if name}
        if values:
            facets[facet], labels[facet] = list(values), values
    return {
        "id": str(source["id"]), "url": source["url"], "title": source["title"], "date": source["date"],
        "language": "en", "facets": facets, "text": source["body"],
        "extracted": {"fingerprint": hashlib.md5(line.encode()).hexdigest(), "labels": labels},
    }


def main():
    collection, articles, taxonomy = sys.argv[1:]
    (pathlib.Path(taxonomy) / "facets.tsv").write_text(FACETS)
    for values in (pathlib.Path(taxonomy) / "values").glob("*.tsv"):
        if values.name != "rating.tsv":
            values.unlink()
    with open(collection) as lines, open(articles, "w") as out:
        for line in lines:
            out.write(json.dumps(article(line)) + "\n")


if __name__ == "__main__":
    main()
