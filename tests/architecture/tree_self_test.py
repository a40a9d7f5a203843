"""Plants bad files in a small tree and expects check_tree to name each."""

import tempfile
import unittest

from check_tree import LARGEST_BYTES, violations
from planted_tree import write

GOOD = {"LICENSE": "MIT", "README.md": "Debian 12, npm, apt.", "app/run": "echo", "build/x.glb": "built", ".ci/run": ""}

BAD = [
    ("app/setup/setup.sh", "curl https://regist" "ry.npm" "js.org/x", "registry"),
    ("app/setup/setup.sh", "line\nhttp://deb.deb" "ian.org/deb" "ian", "line 2"),
    ("assets/LICENSE", "text", "top"),
    ("render/NOTICE.md", "text", "top"),
    ("tools/x.py", "text", "tools/"),
    ("assets/face.glb", "x", "baked"),
    ("assets/plans/big.json", "x" * (LARGEST_BYTES + 1), "larger"),
]


class Tree(unittest.TestCase):
    def test_a_good_tree_passes(self):
        with tempfile.TemporaryDirectory() as root:
            write(root, GOOD)
            self.assertEqual(violations(root), [])

    def test_each_bad_example_is_named(self):
        for name, text, word in BAD:
            with self.subTest(name=name), tempfile.TemporaryDirectory() as root:
                write(root, {**GOOD, name: text})
                found = violations(root)
                self.assertEqual(len(found), 1, found)
                self.assertIn(word, found[0])
                self.assertTrue(found[0].startswith(name + ":"), found)


if __name__ == "__main__":
    unittest.main()
