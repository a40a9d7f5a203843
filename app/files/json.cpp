#include "app/files/json.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "app/base/error.h"

namespace app {
namespace {

constexpr std::size_t kMaxDepth = 64;

std::string place_of(std::string_view text, std::size_t position) {
  std::size_t line = 1;
  std::size_t column = 1;
  // nlohmann counts bytes from 1 and stops on the byte it could not take.
  const std::size_t end = std::min(position == 0 ? 0 : position - 1, text.size());
  for (std::size_t i = 0; i < end; ++i) {
    if (text[i] == '\n') {
      ++line;
      column = 1;
    } else {
      ++column;
    }
  }
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// The part of nlohmann's message that a person can use.
std::string plain_reason(std::string message) {
  std::replace_if(
      message.begin(), message.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  const std::size_t start = message.rfind("syntax error");
  if (start != std::string::npos) return message.substr(start);
  const std::size_t bracket = message.find("] ");
  return bracket == std::string::npos ? message : message.substr(bracket + 2);
}

/// Builds the tree while parsing, so that keys given twice are seen.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, const std::filesystem::path& path, FileOwner owner)
      : text_(text), path_(path), owner_(owner) {}

  JsonValue take() { return std::move(root_); }

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(value); }
  bool number_integer(number_integer_t value) override { return add(static_cast<double>(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(static_cast<double>(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add(value); }
  bool string(string_t& value) override { return add(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Object{}); }
  bool start_array(std::size_t) override { return open(JsonValue::Array{}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    if (!keys_.back().insert(name).second)
      fail_file(owner_, path_, field_path() + name + ": given twice, expected once");
    std::get<JsonValue::Object>(stack_.back().data).push_back({name, {}});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    if (std::string_view(error.what()).find("out_of_range") != std::string_view::npos)
      fail_file(owner_, path_, place_of(text_, position) + ": a number is too large to be read");
    fail_file(owner_, path_, place_of(text_, position) + ": not valid JSON, " + plain_reason(error.what()));
  }

 private:
  bool open(JsonValue container) {
    if (stack_.size() >= kMaxDepth) fail_file(owner_, path_, "nested too deeply");
    stack_.push_back(std::move(container));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    JsonValue done = std::move(stack_.back());
    stack_.pop_back();
    keys_.pop_back();
    return add(std::move(done));
  }

  bool add(JsonValue value) {
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (auto* object = std::get_if<JsonValue::Object>(&stack_.back().data)) {
      object->back().value = std::move(value);
    } else {
      std::get<JsonValue::Array>(stack_.back().data).push_back(std::move(value));
    }
    return true;
  }

  std::string field_path() const {
    std::string path;
    for (std::size_t i = 0; i + 1 < stack_.size(); ++i) {
      if (const auto* object = std::get_if<JsonValue::Object>(&stack_[i].data)) {
        path += object->back().key;
      } else {
        path += '[';
        path += std::to_string(std::get<JsonValue::Array>(stack_[i].data).size());
        path += ']';
      }
      if (std::holds_alternative<JsonValue::Object>(stack_[i + 1].data)) path += ".";
    }
    return path;
  }

  std::string_view text_;
  const std::filesystem::path& path_;
  FileOwner owner_;
  JsonValue root_;
  std::vector<JsonValue> stack_;
  std::vector<std::unordered_set<std::string>> keys_;  // of each in stack_
};

nlohmann::ordered_json to_library(const JsonValue& value) {
  using Json = nlohmann::ordered_json;
  struct Visitor {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool v) const { return v; }
    Json operator()(double v) const {
      constexpr double kLargestWhole = 9007199254740992.0;  // 2^53
      if (std::floor(v) == v && std::abs(v) < kLargestWhole) return static_cast<std::int64_t>(v);
      return v;
    }
    Json operator()(const std::string& v) const { return v; }
    Json operator()(const JsonValue::Array& v) const {
      Json out = Json::array();
      for (const auto& item : v) out.push_back(to_library(item));
      return out;
    }
    Json operator()(const JsonValue::Object& v) const {
      Json out = Json::object();
      for (const auto& member : v) out[member.key] = to_library(member.value);
      return out;
    }
  };
  return std::visit(Visitor{}, value.data);
}

}  // namespace

JsonFile parse_json(std::string_view text, const std::filesystem::path& path, FileOwner owner) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Builder builder(text, path, owner);
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
    fail_file(owner, path, "not valid JSON");
  return {path, owner, builder.take()};
}

JsonFile read_json(const std::filesystem::path& path, FileOwner owner, std::size_t max_bytes) {
  return parse_json(read_file(path, owner, max_bytes), path, owner);
}

std::string format_json(const JsonValue& value) {
  return to_library(value).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace app
