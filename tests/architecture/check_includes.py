"""Reads every include of the repository and reports those that go against the arrows of the design.

    check_includes.py ROOT      prints one line per violation; exit 1 if there is one

app -> render, simulation; render and simulation know neither each other nor app; each outside library is used in
the places named below and nowhere else. No folders of simulation include one another in a circle.
"""

import pathlib
import re
import sys

FOLDERS = ("app", "assets", "render", "simulation", "tests")

# Which of our folders a folder may include; the longest prefix of the including file counts.
OURS = {
    "simulation/": ("simulation/",),
    "render/": ("render/",),
    "render/gl/": ("render/gl/", "render/error.h"),
    "app/": ("app/", "simulation/", "render/"),
    "assets/": ("assets/", "render/", "simulation/"),
    "tests/": ("tests/", "app/", "assets/", "render/", "simulation/"),
}
# Inside a folder that may be included, what still may not: (including, included).
CLOSED = (("app/", "render/gl/"), ("assets/", "render/gl/"), ("assets/", "render/context/"))

# Library by how its header is written, and the files that may use it (regular expressions on the path).
LIBRARIES = {
    r"glm/": (r"", "anywhere"),
    r"(unsupported/)?Eigen/": (r"(simulation|assets|tests)/", "simulation, assets"),
    r"metis\.h$": (r"simulation/tissue/tissue_system\.cpp$", "simulation/tissue/tissue_system.cpp"),
    r"glad/": (r"render/gl/[^/]+\.cpp$", "render/gl/*.cpp"),
    r"GLFW/": (r"render/context/", "render/context"),
    r"EGL/": (r"render/context/", "render/context"),
    r"(GL|GLES\d|KHR)/": (r"$^", "nowhere; glad takes its place"),
    r"imgui_impl_": (r"render/context/imgui_backend\.", "render/context/imgui_backend"),
    r"imgui(_internal|_stdlib|_freetype|_demo)?\.h$|misc/(cpp|freetype)/imgui_":
        (r"(app|tests)/|render/context/imgui_backend\.", "app and render/context/imgui_backend"),
    r"assimp/": (r"(render/mesh/assimp_file\.(h|cpp)$|tests/)", "render/mesh/assimp_file"),
    r"opensubdiv/": (r"render/mesh/subdivision\.cpp$", "render/mesh/subdivision.cpp"),
    r"nlohmann/": (r"((app|assets|tests)/.*\.cpp$|assets/)", "app/*.cpp and assets"),
    r"CLI/": (r"(app|assets)/.*\.cpp$", "app/*.cpp and assets/*.cpp"),
    r"png\.h$": (r"(render/image|assets/bake|tests)/.*\.cpp$", "render/image/*.cpp and assets/bake/*.cpp"),
    r"(ft2build\.h$|freetype/|FT_\w+_H$)": (r"render/image/.*\.cpp$", "render/image/*.cpp"),
    r"(gtest|gmock)/": (r"tests/", "tests"),
    r"benchmark/": (r"tests/", "tests"),
    r"(unistd|dlfcn|fcntl|pthread|spawn|poll)\.h$|sys/": (r"(app|assets|render|tests)/.*\.(h|cpp)$", "app, render, assets, tests"),
}

STANDARD = re.compile(r"[a-z_0-9]+$")
# The model knows no file, stream, clock or thread.
NOT_IN_SIMULATION = {
    "iostream", "fstream", "sstream", "ostream", "istream", "iomanip", "ios", "iosfwd", "streambuf", "syncstream",
    "spanstream", "cstdio", "filesystem", "chrono", "ctime", "thread", "future", "print",
}

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>|(\w+))', re.M)
COMMENT = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.S)
GL_CALL = re.compile(r"(?<![\w:.>])gl[A-Z]\w*\s*\(")
GL_TYPE = re.compile(r"\bGL(?:u?int(?:64)?|enum|sizei(?:ptr)?|intptr|float|double|u?byte|u?short|boolean|bitfield|char|void|sync|fixed|half|handleARB|DEBUGPROC)\b")
RANDOM_DEVICE = re.compile(r"(?<![\w.>])(?:random_device\b|(?:srand|rand|time|clock|getenv)(?=\s*\())")


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp", ".hpp", ".cc", ".inl") and path.is_file():
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def longest_prefix(name, table):
    return max((prefix for prefix in table if name.startswith(prefix)), key=len)


def check_ours(root, name, include):
    allowed = OURS[longest_prefix(name, OURS)]
    if not include.startswith(allowed):
        return f'includes "{include}", allowed are {", ".join(allowed)}'
    for including, included in CLOSED:
        if name.startswith(including) and include.startswith(included):
            return f'includes "{include}": {included} is closed to {including}'
    if not (root / include).is_file():
        return f'includes "{include}", which is no path from the top of the repository'
    return None


def check_outside(name, include):
    for pattern, (users, where) in LIBRARIES.items():
        if re.match(pattern, include):
            return None if re.match(users, name) else f"includes <{include}>, which may be used in {where} only"
    if not STANDARD.match(include):
        return f"includes <{include}>, a library that the table of tests/architecture/check_includes.py does not name"
    if name.startswith("simulation/") and include in NOT_IN_SIMULATION:
        return f"includes <{include}>: the model knows no file, stream, clock or thread"
    return None


def check_file(root, name, text):
    includes = INCLUDE.findall(text)
    for ours, outside, macro in includes:
        problem = check_ours(root, name, ours) if ours else check_outside(name, outside or macro)
        if problem:
            yield problem
    own = re.sub(r"\.cpp$", ".h", name)
    if name.endswith(".cpp") and (root / own).is_file() and (not includes or includes[0][0] != own):
        yield f'does not include its own header "{own}" first'
    code = COMMENT.sub(" ", text)
    if name.endswith(".h"):
        if "#pragma once" not in text:
            yield "has no #pragma once"
        for found in sorted(set(GL_TYPE.findall(code))):
            yield f"a header names the OpenGL type {found}"
    if not re.match(r"render/gl/[^/]+\.cpp$", name):
        for found in sorted(set(GL_CALL.findall(code))):
            yield f"calls {found.rstrip('( ')}, which only render/gl/*.cpp may do"
    if name.startswith("simulation/"):
        for found in sorted(set(RANDOM_DEVICE.findall(code))):
            yield f"uses {found.strip()}: the seed is an argument, the week too"


def folder_of(name):
    parts = name.split("/")
    return "/".join(parts[:2]) if parts[0] == "simulation" and len(parts) > 2 else None


def round_trips(files):
    """Folders of the model that include one another, straight or by way of others."""
    arrows = {}
    for name, text in files:
        folder = folder_of(name)
        for ours, _, _ in INCLUDE.findall(text):
            target = folder_of(ours)
            if folder and target and target != folder:
                arrows.setdefault(folder, set()).add(target)

    def way(at, to, seen):
        for step in sorted(arrows.get(at, ())):
            if step == to:
                return [at, to]
            if step not in seen:
                seen.add(step)
                rest = way(step, to, seen)
                if rest:
                    return [at] + rest
        return None

    for folder in sorted(arrows):
        found = way(folder, folder, set())
        if found:
            yield f'{folder}: includes go round: {" -> ".join(found)}'


def violations(root):
    root = pathlib.Path(root)
    files = list(sources(root))
    found = [f"{name}: {problem}" for name, text in files for problem in check_file(root, name, text)]
    return found + list(round_trips(files))


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    count = sum(1 for _ in sources(top))
    if count == 0:
        sys.exit(f"{top}: no source files found")
    found = violations(top)
    print("\n".join(found) or f"{count} files keep to the arrows")
    sys.exit(1 if found else 0)
