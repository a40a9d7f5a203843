"""Reads every include of the repository and reports those that go against the arrows of the design.

    check_includes.py ROOT      prints one line per violation; exit 1 if there is one

app -> render, simulation; render and simulation know neither each other nor app; each room of app includes the rooms
below it only; no folders include each other in a circle; each outside library is used in the places named below and
nowhere else.
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
    "app/": (),
    "assets/": ("assets/", "render/", "simulation/"),
    "tests/": ("tests/", "app/", "assets/", "render/", "simulation/"),
}
# The rooms of app, from the ground up: each may include itself, what stands before it, and both siblings.
ROOMS = ("base", "files", "body", "check", "marks", "studio", "sheet", "session")
for number, room in enumerate(ROOMS):
    OURS[f"app/{room}/"] = (*(f"app/{name}/" for name in ROOMS[:number + 1]), "simulation/", "render/")
# What draws a page is a library of its own: it takes the page's words and pictures, and knows nothing else of the program.
OURS["app/sheet/page/"] = ("app/sheet/page/", "app/base/names.h", "render/image/image.h")
# Windows and commands stand side by side on top; only the program itself knows both.
BELOW = (*(f"app/{name}/" for name in ROOMS), "simulation/", "render/")
OURS["app/window/"] = ("app/window/", *BELOW)
OURS["app/commands/"] = ("app/commands/", *BELOW)
OURS["app/main.cpp"] = ("app/window/", "app/commands/", *BELOW)

# Inside a folder that may be included, what still may not: (including, included).
CLOSED = (("app/", "render/gl/"), ("assets/", "render/gl/"), ("assets/", "render/context/"))

# Library by how its header is written, and the files that may use it (regular expressions on the path).
LIBRARIES = {
    r"glm/": (r"", "anywhere"),
    r"(unsupported/)?Eigen/": (r"(simulation|assets|tests)/", "simulation, assets"),
    r"metis\.h$": (r"simulation/tissue/elimination_order\.cpp$", "simulation/tissue/elimination_order.cpp"),
    r"glad/": (r"render/gl/[^/]+\.cpp$", "render/gl/*.cpp"),
    r"GLFW/": (r"render/context/", "render/context"),
    r"EGL/": (r"render/context/", "render/context"),
    r"(GL|GLES\d|KHR)/": (r"$^", "nowhere; glad takes its place"),
    r"imgui_impl_": (r"render/context/imgui_backend\.", "render/context/imgui_backend"),
    r"imgui(_internal|_stdlib|_freetype|_demo)?\.h$|misc/(cpp|freetype)/imgui_":
        (r"(app/window|tests)/|render/context/(imgui_backend|interface_damage)\.",
         "app/window and render/context/imgui_backend and interface_damage"),
    r"assimp/": (r"(render/mesh/assimp_file\.(h|cpp)$|tests/)", "render/mesh/assimp_file"),
    r"opensubdiv/": (r"render/mesh/subdivision\.cpp$", "render/mesh/subdivision.cpp"),
    r"nlohmann/": (r"((app|assets|tests)/.*\.cpp$|assets/)", "app/*.cpp and assets"),
    r"CLI/": (r"(app|assets)/.*\.cpp$", "app/*.cpp and assets/*.cpp"),
    r"png\.h$": (r"(render/image|assets/bake|tests)/.*\.cpp$", "render/image/*.cpp and assets/bake/*.cpp"),
    r"zlib\.h$": (r"(render/file/baked_file|app/base/checksum)\.cpp$", "render/file/baked_file.cpp and app/base/checksum.cpp"),
    r"malloc\.h$": (r"app/main\.cpp$", "app/main.cpp"),
    r"(pango/|cairo-pdf\.h$|fontconfig/)": (r"app/sheet/page/", "app/sheet/page"),
    r"jpeglib\.h$": (r"app/sheet/page/jpeg\.cpp$", "app/sheet/page/jpeg.cpp"),
    r"(ft2build\.h$|freetype/|FT_\w+_H$)": (r"render/image/.*\.cpp$", "render/image/*.cpp"),
    r"(gtest|gmock)/": (r"tests/", "tests"),
    r"benchmark/": (r"tests/", "tests"),
    r"(immintrin|cpuid)\.h$": (r"(simulation/measure/lanes|render/file/sha256_blocks)\.cpp$",
                               "simulation/measure/lanes.cpp and render/file/sha256_blocks.cpp"),
    r"(elf|link|gnu/libc-version)\.h$": (r"app/base/program_id\.cpp$", "app/base/program_id.cpp"),
    r"(unistd|dlfcn|fcntl|pthread|spawn|poll)\.h$|sys/": (r"(app|assets|render|tests)/.*\.(h|cpp)$", "app, render, assets, tests"),
}

# Libraries whose headers take seconds to parse, and the rooms that must not meet them through any chain of ours.
HEAVY = {r"(unsupported/)?Eigen/": r"app/(base|check|marks|studio|session|window|commands)/"}

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


def circles(files):
    """Folders (as deep as they go) of one tree that include each other in a circle, one line per circle."""
    arrows = {}
    for name, text in files:
        if name.startswith("tests/"):
            continue
        folder = name.rpartition("/")[0]
        for ours, _, _ in INCLUDE.findall(text):
            other = ours.rpartition("/")[0]
            if ours and other != folder:
                arrows.setdefault(folder, {}).setdefault(other, f"{name} includes {ours}")

    def reached(start):
        seen, todo = {}, [start]
        while todo:
            at = todo.pop()
            for other, why in arrows.get(at, {}).items():
                if other not in seen:
                    seen[other] = why
                    todo.append(other)
        return seen

    reach = {folder: reached(folder) for folder in arrows}
    for folder in sorted(arrows):
        if folder in reach[folder]:
            ways = [why for other, why in sorted(arrows[folder].items()) if folder in reach.get(other, {})]
            yield f"{folder}: stands in a circle of folders: {'; '.join(ways)}"


def far_reaches(files):
    """Sources that meet a heavy library through headers of ours, one line each with the chain."""
    ours = {name: [own for own, _, _ in INCLUDE.findall(text) if own] for name, text in files}
    outside = {name: [out for _, out, _ in INCLUDE.findall(text) if out] for name, text in files}
    for library, rooms in HEAVY.items():
        for name in sorted(ours):
            if not re.match(rooms, name) or not name.endswith(".cpp"):
                continue
            chains, seen = [[name]], {name}
            while chains:
                chain = chains.pop(0)
                met = [out for out in outside.get(chain[-1], ()) if re.match(library, out)]
                if met and len(chain) > 1:
                    yield f"{name}: meets <{met[0]}> by way of {', '.join(chain[1:])}"
                    break
                chains += [[*chain, own] for own in ours.get(chain[-1], ()) if own not in seen]
                seen.update(ours.get(chain[-1], ()))


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


def violations(root):
    root = pathlib.Path(root)
    files = list(sources(root))
    return [f"{name}: {problem}" for name, text in files for problem in check_file(root, name, text)] + [
        *circles(files), *far_reaches(files)]


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    count = sum(1 for _ in sources(top))
    if count == 0:
        sys.exit(f"{top}: no source files found")
    found = violations(top)
    print("\n".join(found) or f"{count} files keep to the arrows")
    sys.exit(1 if found else 0)
