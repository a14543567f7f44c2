#!/usr/bin/env python3
"""markdown_to_man.py FILE NAME SECTION SUMMARY DATE SOURCE: writes a manual page to standard output.

Takes the Markdown that docs/ is written in: headings, paragraphs, lists of one level, tables of two columns, blocks
indented by four spaces, `code`, **strong**, *emphasis*, [links](...). Anything else is refused.
"""
import re
import sys

SPECIAL = {"\\": "\\e", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}
WIDTH = 79


def plain(text):
    out = "".join(SPECIAL.get(c, c if ord(c) < 128 else "\\[u%04X]" % ord(c)) for c in text)
    return re.sub(r"(?<![\w])-(?=\S)", r"\\-", out)


def code(text):
    return plain(text).replace("\\-", "-").replace("-", "\\-")


def inline(text):
    """Code first, since nothing else counts in it."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    parts = re.split(r"(`` .+? ``|`[^`]+`)", text)
    out = ""
    for part in parts:
        if part.startswith("`"):
            out += "\\fB" + code(part.strip("`").strip()) + "\\fR"
            continue
        for piece in re.split(r"(\*\*[^*]+\*\*|\*[^*]+\*)", part):
            if piece.startswith("**"):
                out += "\\fB" + plain(piece[2:-2]) + "\\fR"
            elif piece.startswith("*") and len(piece) > 1:
                out += "\\fI" + plain(piece[1:-1]) + "\\fR"
            else:
                out += plain(piece)
    return out.replace("\\|", "|").replace("\\e|", "|")


def wrapped(text):
    lines, line = [], ""
    for word in text.split(" "):
        if line and (len(line) + 1 + len(word) > WIDTH or line.endswith(".")):
            lines.append(line)
            line = ""
        if not line and word[:1] in (".", "'"):
            word = "\\&" + word
        line += (" " if line else "") + word
    return "\n".join(lines + [line])


def cells(row):
    row = row.strip().strip("|")
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)]


def table(rows):
    out = []
    for row in rows[2:]:  # below the head and its line
        columns = cells(row)
        if len(columns) != 2:
            raise SystemExit("a table of other than two columns: " + row)
        out += [".TP", inline(columns[0]).replace("\\fR or \\fB", "\\fR or\\~\\fB"), wrapped(inline(columns[1]))]
    return out


def block(lines):
    first = lines[0]
    if first.startswith("# "):
        return []
    if first.startswith("## "):
        return [".SH " + plain(first[3:]).upper()]
    if first.startswith("### "):
        return [".SS " + plain(first[4:])]
    if first.startswith("    "):
        return [".PP", ".RS 4", ".EX"] + [code(line[4:]) for line in lines] + [".EE", ".RE"]
    if first.startswith("|"):
        return table(lines)
    if first.startswith("* "):
        items = re.split(r"\n\* ", "\n".join(lines)[2:])
        return sum(([".IP \\(bu 2", wrapped(inline(re.sub(r"\s+", " ", item)))] for item in items), [])
    if re.match(r"(\d+\.|>|```|-) ?", first):
        raise SystemExit("not known: " + first)
    return [".PP", wrapped(inline(" ".join(lines)))]


def main():
    path, name, section, summary, date, source = sys.argv[1:]
    with open(path, encoding="utf-8") as document:
        blocks = [b.split("\n") for b in re.split(r"\n\s*\n", document.read().strip("\n"))]
    out = ['.TH %s %s %s "%s" "Miscellaneous"' % (name.upper().replace("-", "\\-"), section, date, source),
           ".nh", ".ad l", ".SH NAME", "%s \\- %s" % (name, summary), ".SH DESCRIPTION"]
    for lines in blocks:
        made = block(lines)
        # A heading begins a paragraph by itself.
        if made[:1] == [".PP"] and out[-1].startswith((".SH", ".SS")):
            made = made[1:]
        out += made
    out += [".SH SEE ALSO", "assay(1), assay\\-searchd(8)"]
    print("\n".join(out))


main()
