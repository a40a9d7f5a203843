"""Plants one bad example after another in a small tree and expects check_includes to name each."""

import tempfile
import unittest

from check_includes import violations
from planted_tree import write

GOOD = {
    "simulation/plan/plan.h": "#pragma once\n#include <vector>\n#include <glm/glm.hpp>\n",
    "simulation/plan/plan.cpp": '#include "simulation/plan/plan.h"\n#include <Eigen/Sparse>\n#include <random>\n',
    "render/error.h": "#pragma once\n#include <stdexcept>\n",
    "render/gl/handle.h": '#pragma once\n#include "render/error.h"\n// GLuint is named in this comment only\n',
    "render/gl/handle.cpp": '#include "render/gl/handle.h"\n#include <glad/gl.h>\nvoid f() { glFinish(); }\n',
    "render/mesh/assimp_file.cpp": "#include <assimp/scene.h>\n",
    "render/context/imgui_backend.cpp": "#include <imgui.h>\n#include <imgui_impl_glfw.h>\n",
    "render/image/text.cpp": "#include <ft2build.h>\n#include FT_FREETYPE_H\n",
    "app/window/panel.cpp": '#include "simulation/plan/plan.h"\n#include "render/error.h"\n#include <imgui.h>\n',
    "app/files/plan_file.cpp": '#include <nlohmann/json.hpp>\nconst char* text = "glFinish()";\n',
    "tests/app/x_test.cpp": '#include "app/window/panel.h"\n#include <gtest/gtest.h>\n',
    "app/window/panel.h": "#pragma once\n",
}
GOOD["app/window/panel.cpp"] = '#include "app/window/panel.h"\n' + GOOD["app/window/panel.cpp"]

BAD = [
    ("simulation/a.cpp", '#include "render/error.h"\n', "render/error.h"),
    ("simulation/a.cpp", '#include "app/window/panel.h"\n', "app/window/panel.h"),
    ("simulation/a.cpp", "#include <iostream>\n", "iostream"),
    ("simulation/a.cpp", "  #  include <fstream>\n", "fstream"),
    ("simulation/a.cpp", "#include <chrono>\n", "chrono"),
    ("simulation/a.cpp", "#include <nlohmann/json.hpp>\n", "nlohmann"),
    ("simulation/a.cpp", "#include <random>\nstd::random_device d;\n", "random_device"),
    ("simulation/a.cpp", "long now() { return time(nullptr); }\n", "time"),
    ("render/a.cpp", '#include "simulation/plan/plan.h"\n', "simulation/plan/plan.h"),
    ("render/a.cpp", '#include "app/window/panel.h"\n', "app/window/panel.h"),
    ("render/scene/a.cpp", "#include <glad/gl.h>\n", "glad"),
    ("render/gl/a.h", "#pragma once\n#include <glad/gl.h>\n", "glad"),
    ("render/gl/a.h", "#pragma once\nstruct A { GLuint id; };\n", "GLuint"),
    ("render/gl/a.cpp", '#include "render/mesh/mesh.h"\n', "render/mesh/mesh.h"),
    ("render/scene/a.cpp", "void f() { glClear(1); }\n", "glClear"),
    ("render/scene/a.cpp", "#include <GL/gl.h>\n", "GL/gl.h"),
    ("render/scene/a.cpp", "#include <assimp/scene.h>\n", "assimp"),
    ("render/scene/a.cpp", "#include <imgui.h>\n", "imgui.h"),
    ("render/scene/a.cpp", "#include <imgui_impl_glfw.h>\n", "imgui_impl_glfw"),
    ("render/image/a.cpp", "#include <nlohmann/json.hpp>\n", "nlohmann"),
    ("app/window/a.cpp", "#include <GLFW/glfw3.h>\n", "GLFW"),
    ("app/window/a.cpp", "#include <EGL/egl.h>\n", "EGL"),
    ("app/window/a.cpp", "#include <assimp/scene.h>\n", "assimp"),
    ("app/window/a.cpp", '#include "render/gl/handle.h"\n', "render/gl/"),
    ("app/files/a.h", "#pragma once\n#include <nlohmann/json.hpp>\n", "nlohmann"),
    ("app/window/a.cpp", '#include "panel.h"\n', "panel.h"),
    ("app/window/a.cpp", '#include "app/base/nowhere.h"\n', "no path"),
    ("app/window/a.cpp", "#include <boost/any.hpp>\n", "boost"),
    ("app/window/a.h", "struct A {};\n", "pragma once"),
    ("app/window/panel.cpp", '#include <vector>\n#include "app/window/panel.h"\n', "own header"),
    ("app/files/a.cpp", '#include "app/window/panel.h"\n', "app/window/"),
    ("app/commands/a.cpp", '#include "app/window/panel.h"\n', "app/window/"),
    ("app/studio/a.cpp", "#include <imgui.h>\n", "imgui.h"),
    ("app/a.cpp", '#include "simulation/plan/plan.h"\n', "simulation/"),
]

CIRCLE = {
    "simulation/face/a.h": '#pragma once\n#include "simulation/response/b.h"\n',
    "simulation/response/b.h": '#pragma once\n#include "simulation/plan/plan.h"\n',
    "simulation/response/c.h": '#pragma once\n#include "simulation/face/a.h"\n',
}


class Includes(unittest.TestCase):
    def test_a_good_tree_passes(self):
        with tempfile.TemporaryDirectory() as root:
            write(root, GOOD)
            self.assertEqual(violations(root), [])

    def test_each_bad_example_is_named(self):
        for name, text, word in BAD:
            with self.subTest(name=name, text=text), tempfile.TemporaryDirectory() as root:
                write(root, {**GOOD, name: text})
                found = violations(root)
                named = [line for line in found if "in a circle" not in line]
                self.assertTrue(named and all(line.startswith(name + ":") for line in named), found)
                self.assertTrue(any(word in line for line in found), found)

    def test_a_circle_of_folders_is_named(self):
        with tempfile.TemporaryDirectory() as root:
            write(root, {**GOOD, **CIRCLE})
            found = violations(root)
            self.assertEqual([line.partition(":")[0] for line in found], ["simulation/face", "simulation/response"])
            self.assertIn("simulation/response/c.h includes simulation/face/a.h", found[1])

    def test_a_heavy_library_is_found_through_headers(self):
        chain = {
            "simulation/tissue/cells.h": "#pragma once\n#include <Eigen/Core>\n",
            "simulation/calf/leg.h": '#pragma once\n#include "simulation/tissue/cells.h"\n',
            "app/window/legs.cpp": '#include "simulation/calf/leg.h"\n',
        }
        with tempfile.TemporaryDirectory() as root:
            write(root, {**GOOD, **chain})
            found = violations(root)
            self.assertEqual(len(found), 1, found)
            self.assertIn("app/window/legs.cpp: meets <Eigen/Core>", found[0])
            self.assertIn("simulation/calf/leg.h, simulation/tissue/cells.h", found[0])


if __name__ == "__main__":
    unittest.main()
