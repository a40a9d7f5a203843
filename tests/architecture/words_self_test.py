"""Plants English in small sources and expects check_words to name it, and to pass by what may stay."""

import tempfile
import unittest

from check_words import FILES, violations
from planted_tree import write

GOOD = {
    "app/check/a.cpp": 'void f() { add("finding.no_session", {{"units", text}}); }  // one two three four\n',
    "app/files/a.cpp": 'void f(bool b) {\n  if (b)\n    throw InputError(path +\n                     ": is no plan at all");\n}\n',
    "app/commands/a.cpp": 'const std::string hint = near.empty() ? "expected one of " + list : "did you mean " + near;\n',
    "app/base/a.cpp": 'Failure f() { return {ExitCode::input, "not enough memory for it"}; }\n',
    "app/commands/command_line.cpp": 'c.add_option("--weeks", w, "Weeks to show, such as 0,8");\n',
    "app/window/a.cpp": 'ImGui::PushID("plan/session"); /* "Remove this plan" */ const char c = \'"\'; ui.px(8);\n',
    "app/marks/a.cpp": 'const std::string words = number + "\\u00A0" + " mm"; // " sites are here"\n',
    "render/a.cpp": 'auto b = gl::Buffer(gl::BufferUse::indices, "part coarse indices");\nstatic_assert(x, "one two three");\n',
    "render/b.cpp": '#include "one two three.h"\nconst char* kSource = "void main";\n',
    "simulation/a.cpp": 'void f() { fail(path, "is " + plain(value) + " which is too much"); }\n',
}

BAD = [
    ("app/check/a.cpp", 'add(Severity::note, "no session: the untreated body is shown");\n', ":1:"),
    ("app/check/a.cpp", 'text = number_text(units) + " sites";\n', '" sites"'),
    ("app/studio/a.cpp", '\nreturn "Week " + n;\n', ":2:"),
    ("app/window/a.cpp", 'throw InputError("is broken beyond repair");\nline(ui, "Remove session");\n', ":2:"),
    ("app/window/a.cpp", 'if (a) {\n  line(ui, "Remove session");\n}\n', ":2:"),
    ("app/body/a.cpp", 'return "the lines are no deeper";\n', "deeper"),
    ("app/body/a.cpp", 'text += " U per site (";\n', "per site"),
    ("app/body/a.cpp", 'return "two "\n    "words here";\n', "two words here"),
    ("app/body/a.cpp", 'return R"(see its label)";\n', "see its label"),
    ("app/body/a.cpp", "const char c = '\"'; return \"see its label\"; // \"\n", "see its label"),
    ("render/a.cpp", 'std::string f() { return "no light at all"; }\n', "no light"),
    ("simulation/a.h", 'inline const char* kWord = "Most people see none";\n', "Most people"),
    ("app/files/json_field.cpp", "int a;\n", "any more"),
    ("app/commands/command_line.cpp", "int a;\n", "any more"),
]


class Words(unittest.TestCase):
    def test_a_good_tree_passes(self):
        with tempfile.TemporaryDirectory() as root:
            write(root, GOOD)
            self.assertEqual(violations(root), [])

    def test_each_bad_example_is_named(self):
        for name, text, word in BAD:
            with self.subTest(name=name, text=text), tempfile.TemporaryDirectory() as root:
                write(root, {**GOOD, name: text})
                found = violations(root)
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(name + ":"), found)
                self.assertIn(word, found[0])

    def test_files_that_may_speak_do(self):
        for name in FILES:
            with self.subTest(name=name), tempfile.TemporaryDirectory() as root:
                write(root, {name: 'const char* kWords = "Results vary from one person to another";\n'})
                self.assertEqual(violations(root), [])


if __name__ == "__main__":
    unittest.main()
