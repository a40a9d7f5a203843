"""Plants sources whose own names meet, or do not, and checks that check_batches.py tells them apart."""

import pathlib
import tempfile

import check_batches
import planted_tree


def source(body):
    return "namespace app {\nnamespace {\n\n" + body + "\n}  // namespace\n}  // namespace app\n"


def found(one, other, folder="app/body"):
    with tempfile.TemporaryDirectory() as root:
        planted_tree.write(root, {"app/body/one.cpp": source(one), f"{folder}/other.cpp": source(other)})
        return list(check_batches.violations(root))


def main():
    constant = "constexpr double kStepMm = 2.0;\n"
    function = "double half(double x) {\n  return x / 2;\n}\n"
    assert len(found(constant, "constexpr float kStepMm = 1;\n")) == 1
    assert len(found("struct Band {\n  int a;\n};\n", "class Band {\n};\n")) == 1
    assert len(found("using Row = int;\n", "using Row = double;\n")) == 1
    assert not found("using Row = int;\n", "using Row = int;\n"), "two aliases that say the same"
    assert len(found(function, "double half(double value) {\n  return 0.5 * value;\n}\n")) == 1
    assert "app/body/one.cpp" in found(function, function)[0] and "app/body/other.cpp" in found(function, function)[0]
    assert not found(function, "double half(int x) {\n  return x / 2;\n}\n"), "an overload"
    assert not found(constant, constant, folder="app/marks"), "another library"
    assert not found(constant, "// constexpr double kStepMm = 2.0;\n"), "a comment"
    with tempfile.TemporaryDirectory() as root:
        named = "namespace app {\nconstexpr double kStepMm = 2.0;\n}  // namespace app\n"
        planted_tree.write(root, {"app/body/one.cpp": source(constant), "app/body/other.cpp": named})
        assert not list(check_batches.violations(root)), "only names that a source keeps to itself"
    print("the check of names in batches tells good from bad")


if __name__ == "__main__":
    main()
