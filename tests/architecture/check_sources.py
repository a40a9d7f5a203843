"""Reads assets/sources.bib and all that cites it, and reports what has no source or no use.

    check_sources.py ROOT      prints one line per violation; exit 1 if there is one

A clinical entry has what it takes to find it, or says `verified = {no: what is missing}`: title, author, year and, for
an article, its journal and a DOI, PMID, PMC or NCT number; for anything else one of these, an ISBN or a page address.
Keys in the clinical files and in comments of the code (`source key X`, `[key]`, `[key, key]`), authors with a year and
identifiers in the texts that people read are those of an entry. No entry is kept that nothing cites.
"""

import csv
import json
import pathlib
import re
import sys

BIB = "assets/sources.bib"
CODE = ("app", "assets/bake", "render", "shaders", "simulation")
CODE_ENDS = {".cpp", ".h", ".glsl", ".frag", ".vert"}
NO_PAPER = "assumption"  # the entry that figures without a source cite
PAPER = {"doi": r"10\.\d{4,9}/\S+", "pmid": r"\d{5,9}", "pmcid": r"PMC\d+", "nct": r"NCT\d{8}"}
NO_ARTICLE = {"isbn": r"[\d-]{9,16}[\dX]", "url": r"https?://\S+"}  # enough where no paper is meant
IDENTIFIERS = PAPER | NO_ARTICLE
METHOD_FIELDS = ("author", "title", "year")

ENTRY = re.compile(r"^@(\w+)\{([^,\s]+),\n(.*?)^\}", re.M | re.S)
FIELD = re.compile(r"^  (\w+) = \{(.*)\},?$", re.M)
STRING_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*')
KEY = re.compile(r"[a-z][a-z_]*\d{4}[a-z_]*")
BRACKETS = re.compile(r"\[([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*)\]")
NAMED_KEY = re.compile(r"source key `?([a-z][a-z0-9_]*)")
AUTHOR_YEAR = re.compile(r"([A-Z][\w'-]*) ((?:19|20)\d\d),")
IN_TEXT = {"doi": re.compile(r"\bdoi (10\.\d{4,9}/[^\s,;)]+)"), "pmid": re.compile(r"\bPMID (\d+)"),
           "pmcid": re.compile(r"\b(PMC\d+)"), "nct": re.compile(r"\b(NCT\d+)")}


def read_bib(text):
    """Fields by key, with the `@type` among them, and the problems of the form."""
    entries, problems = {}, []
    for match in ENTRY.finditer(text):
        key = match[2]
        if key in entries:
            problems.append(f"{key} is there twice")
        entries[key] = {"@type": match[1], **dict(FIELD.findall(match[3]))}
    if text.count("\n@") + text.startswith("@") != len(ENTRY.findall(text)):
        problems.append("an entry is not of the form `@type{key,`, one `  field = {text},` a line, `}`")
    return entries, problems


def entry_problems(key, fields):
    for name, form in IDENTIFIERS.items():
        if name in fields and not re.fullmatch(form, fields[name]):
            yield f"{key}: {name} `{fields[name]}` is not of the form of one"
    if "verified" in fields and not re.fullmatch(r"no: \S.*", fields["verified"]):
        yield f"{key}: verified `{fields['verified']}` does not say `no: what is missing`"
    if key == NO_PAPER:
        return
    if fields.get("keywords") == "method":
        for name in METHOD_FIELDS:
            if not fields.get(name):
                yield f"{key}: has no {name}"
    elif "verified" not in fields:
        article = fields["@type"] == "article"
        if not any(name in fields for name in (PAPER if article else IDENTIFIERS)):
            names = "DOI, PMID, PMC nor NCT number" if article else "DOI, PMID, PMC, NCT number, ISBN nor url"
            yield f"{key}: has neither {names}, and does not say `verified = {{no: ...}}`"
        for name in (*METHOD_FIELDS, "journal") if article else METHOD_FIELDS:
            if not fields.get(name):
                yield f"{key}: has no {name}, and does not say `verified = {{no: ...}}`"


def comments(text):
    """Comments of C++ or GLSL as (line number, text); lines that follow each other are one comment."""
    found = []
    for match in STRING_OR_COMMENT.finditer(text):
        if match[0].startswith("//"):
            line = text.count("\n", 0, match.start()) + 1
            words = match[0].lstrip("/").strip()
            alone = not text[text.rfind("\n", 0, match.start()) + 1:match.start()].strip()
            if found and alone and found[-1][2] == line - 1:
                found[-1] = (found[-1][0], found[-1][1] + " " + words, line)
            else:
                found.append((line, words, line))
    return [(line, words) for line, words, _ in found]


def keys_in(comment, known):
    yield from NAMED_KEY.findall(comment)
    for group in BRACKETS.findall(comment):
        names = group.split(", ")
        if any(KEY.fullmatch(name) or name in known for name in names):
            yield from names


def lists_of_sources(node):
    if isinstance(node, dict):
        for name, value in node.items():
            if name == "sources" and isinstance(value, list):
                yield from value
            else:
                yield from lists_of_sources(value)
    elif isinstance(node, list):
        for value in node:
            yield from lists_of_sources(value)


def texts_of(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, (dict, list)):
        for value in node.values() if isinstance(node, dict) else node:
            yield from texts_of(value)


class Citations:
    """Collects who is cited where, and what is cited but not there."""

    def __init__(self, entries):
        self.entries, self.cited, self.problems = entries, set(), []

    def key(self, where, key):
        if key in self.entries:
            self.cited.add(key)
        else:
            self.problems.append(f"{where}: cites `{key}`, which {BIB} does not have")

    def identifiers(self, where, text):
        for name, form in IN_TEXT.items():
            for value in form.findall(text):
                keys = [key for key, fields in self.entries.items() if fields.get(name) == value.rstrip(".")]
                self.cited.update(keys)
                if not keys:
                    self.problems.append(f"{where}: names {value}, which no entry of {BIB} has")

    def authors(self, where, text):
        for name, year in AUTHOR_YEAR.findall(text):
            keys = [key for key, fields in self.entries.items()
                    if fields.get("year") == year and re.search(rf"\b{re.escape(name)}\b", fields.get("author", ""))]
            self.cited.update(keys)
            if not keys:
                self.problems.append(f"{where}: names {name} {year}, whom no entry of {BIB} has")


def read_citations(root, entries):
    citations = Citations(entries)
    for path in sorted((root / "assets/clinical").glob("*.json")):
        name, data = path.relative_to(root).as_posix(), json.loads(path.read_text(encoding="utf-8"))
        for key in lists_of_sources(data):
            citations.key(name, key)
        for text in texts_of(data):
            citations.identifiers(name, text)
        named = data.get("sources") if isinstance(data, dict) else None
        for text in texts_of(named):
            citations.authors(name, text)
    table = root / "assets/clinical/published.csv"
    if table.exists():
        for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
            citations.key("assets/clinical/published.csv", row["source"])
    words = root / "assets/texts/en.json"
    if words.exists():
        for key, text in json.loads(words.read_text(encoding="utf-8")).items():
            citations.identifiers(f"assets/texts/en.json: {key}", text)
            if key.startswith("card.") and ".source" in key:
                citations.authors(f"assets/texts/en.json: {key}", text)
    for folder in CODE:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in CODE_ENDS:
                continue
            for line, comment in comments(path.read_text(encoding="utf-8")):
                where = f"{path.relative_to(root).as_posix()}: line {line}"
                for key in keys_in(comment, entries):
                    citations.key(where, key)
                citations.identifiers(where, comment)
    return citations


def violations(root):
    root = pathlib.Path(root)
    entries, problems = read_bib((root / BIB).read_text(encoding="utf-8"))
    found = [f"{BIB}: {problem}" for problem in problems]
    for key, fields in entries.items():
        found += [f"{BIB}: {problem}" for problem in entry_problems(key, fields)]
    citations = read_citations(root, entries)
    found += citations.problems
    found += [f"{BIB}: {key}: is cited nowhere" for key in entries if key not in citations.cited]
    return found


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    all_entries, _ = read_bib((top / BIB).read_text(encoding="utf-8"))
    if not all_entries:
        sys.exit(f"{BIB}: no entries found")
    bad = violations(top)
    unread = sum("verified" in fields for fields in all_entries.values())
    print("\n".join(bad) or f"{len(all_entries)} sources, all cited; {unread} say what was not read")
    sys.exit(1 if bad else 0)
