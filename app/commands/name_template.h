#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// A file name with fields in braces, such as `{region}_{view}_w{week:02}_{responder}`. A number field may
/// ask for leading zeros with `:0N`, N from 1 to 9, counted over its whole part.
class NameTemplate {
 public:
  /// Throws InputError `--name: ...` for an unknown field (names the known ones), an open brace, a format
  /// that is not `:0N`, a path separator, or a name that starts with a dot. A missing `.png` is added.
  explicit NameTemplate(std::string_view text);

  struct Values {
    std::string region, view, responder, layer, compare, expression, pose, product, treatment, state;
    double week = 0.0;
    double effort = 0.0;
    int width = 0;
    int height = 0;
    int number = 1;  // of the picture in this run
  };

  std::string expand(const Values& values) const;

 private:
  struct Piece {
    std::string text;  // literal, or field name
    bool field = false;
    int digits = 0;
  };
  std::vector<Piece> pieces_;
};

inline constexpr const char* kDefaultName = "{region}_{view}_w{week:02}_{responder}";
/// For a pose other than standing.
inline constexpr const char* kDefaultPoseName = "{region}_{view}_w{week:02}_{responder}_{pose}";

}  // namespace app
