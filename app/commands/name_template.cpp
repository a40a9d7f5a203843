#include "app/commands/name_template.h"

#include <algorithm>
#include <array>

#include "app/base/number_text.h"
#include "app/base/option_value.h"

namespace app {
namespace {

constexpr std::array<std::string_view, 15> kFields = {
    "region", "view",    "week",      "responder", "layer", "compare", "expression", "pose",
    "effort", "product", "treatment", "state",     "width", "height",  "n"};
constexpr std::array<std::string_view, 5> kNumbers = {"week", "effort", "width", "height", "n"};

std::string padded(double value, int digits) {
  std::string text = number_text(value);
  const std::size_t whole = std::min(text.find('.'), text.size());
  if (whole < static_cast<std::size_t>(digits)) text.insert(0, static_cast<std::size_t>(digits) - whole, '0');
  return text;
}

}  // namespace

NameTemplate::NameTemplate(std::string_view text) {
  if (text.empty()) fail_option("--name", "is empty, expected a file name");
  if (text.front() == '.' || text.find_first_of("/\\") != std::string_view::npos)
    fail_option("--name", "is a path, expected a plain file name; the folder is given with -o");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    if (open > at) pieces_.push_back({std::string(text.substr(at, open - at))});
    if (open == text.size()) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) fail_option("--name", "has a { without its }");
    std::string_view inside = text.substr(open + 1, close - open - 1);
    Piece piece{"", true, 0};
    if (const std::size_t colon = inside.find(':'); colon != std::string_view::npos) {
      const std::string_view format = inside.substr(colon + 1);
      inside = inside.substr(0, colon);
      const bool number = std::find(kNumbers.begin(), kNumbers.end(), inside) != kNumbers.end();
      if (!number || format.size() != 2 || format[0] != '0' || format[1] < '1' || format[1] > '9')
        fail_option("--name", "{" + std::string(inside) + ":" + std::string(format) +
                                  "} is not a format, expected such as {week:02}");
      piece.digits = format[1] - '0';
    }
    if (std::find(kFields.begin(), kFields.end(), inside) == kFields.end())
      fail_option("--name", "unknown field {" + std::string(inside) + "}, expected " + list_of(kFields));
    piece.text = inside;
    pieces_.push_back(std::move(piece));
    at = close + 1;
  }
  if (!text.ends_with(".png")) pieces_.push_back({".png"});
}

std::string NameTemplate::expand(const Values& values) const {
  std::string name;
  for (const Piece& piece : pieces_) {
    if (!piece.field) {
      name += piece.text;
    } else if (piece.text == "week") {
      name += padded(values.week, piece.digits);
    } else if (piece.text == "effort") {
      name += padded(values.effort, piece.digits);
    } else if (piece.text == "width") {
      name += padded(values.width, piece.digits);
    } else if (piece.text == "height") {
      name += padded(values.height, piece.digits);
    } else if (piece.text == "n") {
      name += padded(values.number, piece.digits);
    } else {
      const std::array<std::pair<std::string_view, const std::string*>, 10> words = {
          {{"region", &values.region},
           {"view", &values.view},
           {"responder", &values.responder},
           {"layer", &values.layer},
           {"compare", &values.compare},
           {"expression", &values.expression},
           {"pose", &values.pose},
           {"product", &values.product},
           {"treatment", &values.treatment},
           {"state", &values.state}}};
      for (const auto& [field, word] : words)
        if (field == piece.text) name += *word;
    }
  }
  return name;
}

}  // namespace app
