"""Reads the names that sources keep to themselves and reports those that two files of one library share.

    check_batches.py ROOT    prints one line per violation; exit 1 if there is one

The first start compiles several sources as one (CMAKE_UNITY_BUILD): what two of them define in their unnamed
namespaces then meets. Which sources share a batch changes with every new file, so the names of a whole library must
differ. Overloads may share a name where their parameters differ.
"""

import collections
import pathlib
import re
import sys

# A library each; a folder below belongs to it.
LIBRARIES = ("simulation", "render", "assets/bake", "app/base", "app/files", "app/body", "app/check", "app/marks",
             "app/studio", "app/session", "app/window", "app/commands")

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
UNNAMED = re.compile(r"^namespace \{$(.*?)^\}  // namespace$", re.S | re.M)
CONSTANT = re.compile(r"^(?:inline |static )*(?:constexpr|const) [^=;({]*?\b(k[A-Z]\w*)", re.M)
TYPE = re.compile(r"^(?:struct|class|enum|enum class|union) (\w+)", re.M)
ALIAS = re.compile(r"^using (\w+) = ([^;]*);", re.M)
FUNCTION = re.compile(r"^[\w\[][\w:<>,&*\[\] ]*?[ &*](\w+)\(([^{;]*?)\)(?: noexcept)? \{", re.M)
NAME_OF_PARAMETER = re.compile(r"\b\w+(?=\s*(?:,|$|=))")


def own_names(text):
    """What the unnamed namespaces of a source define: (name, what it stands for where two may say the same)."""
    names = set()
    # The end of an unnamed namespace is told from that of a named one by clang-format's comment.
    for block in UNNAMED.findall(text):
        block = COMMENT.sub("", block)
        names.update((name, None) for pattern in (CONSTANT, TYPE) for name in pattern.findall(block))
        names.update((name, " ".join(of.split())) for name, of in ALIAS.findall(block))
        for name, parameters in FUNCTION.findall(block):
            kinds = NAME_OF_PARAMETER.sub("", " ".join(parameters.split()))
            names.add((f"{name}({kinds.replace(' ', '')})", None))
    return names


def violations(root):
    root = pathlib.Path(root)
    for library in LIBRARIES:
        places = collections.defaultdict(list)
        for path in sorted((root / library).rglob("*.cpp")):
            for name, of in own_names(path.read_text(encoding="utf-8")):
                places[name].append((path.relative_to(root).as_posix(), of))
        for name, found in sorted(places.items()):
            files = [file for file, _ in found]
            # Two aliases may say the same.
            same = found[0][1] is not None and len({of for _, of in found}) == 1
            if len(files) > 1 and not same:
                yield f"{files[0]}: `{name}` is also in {', '.join(files[1:])}; sources compiled as one need names of their own"


def main():
    found = list(violations(sys.argv[1]))
    print("\n".join(found) if found else "no name stands twice")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
