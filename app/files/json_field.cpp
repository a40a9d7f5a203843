#include "app/files/json_field.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/base/nearest.h"

namespace app {
namespace {

std::string_view kind_of(const JsonValue& value) {
  constexpr std::string_view kKinds[] = {"null", "true or false", "a number", "text", "a list", "an object"};
  return kKinds[value.data.index()];
}

constexpr std::size_t kLongestQuote = 60;

std::string in_quotes(std::string_view word) {
  if (word.size() <= kLongestQuote) return "\"" + std::string(word) + "\"";
  return "\"" + std::string(word.substr(0, kLongestQuote)) + "...\"";
}

}  // namespace

void Field::fail(const std::string& message) const {
  fail_file(file_->owner, file_->path, path_.empty() ? message : path_ + ": " + message);
}

void Field::fail_key(std::string_view key, const std::string& message) const {
  fail_inside(std::string(key) + ": " + message);
}

void Field::fail_inside(const std::string& complaint) const {
  fail_file(file_->owner, file_->path, path_.empty() ? complaint : path_ + "." + complaint);
}

void Field::fail_type(std::string_view expected) const {
  fail("is " + std::string(kind_of(*value_)) + ", expected " + std::string(expected));
}

void Field::fail_word(const std::string& word, std::span<const std::string_view> known) const {
  fail(in_quotes(word) + " is not known, expected " + list_of(known));
}

const JsonValue::Object& Field::object() const {
  const auto* object = std::get_if<JsonValue::Object>(&value_->data);
  if (!object) fail_type("an object");
  return *object;
}

void Field::allow_keys(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, value] : object()) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::span<const std::string_view> keys(known.begin(), known.size());
    const std::string near = nearest(key, keys);
    const std::string hint =
        near.empty() ? "expected one of " + list_of(keys) : "did you mean \"" + near + "\"?";
    const std::string shown = key.size() <= kLongestQuote ? key : key.substr(0, kLongestQuote) + "...";
    fail_file(file_->owner, file_->path,
              (path_.empty() ? shown : path_ + "." + shown) + ": unknown key, " + hint);
  }
}

std::optional<Field> Field::find(std::string_view key) const {
  for (const auto& member : object()) {
    if (member.key == key)
      return Field(*file_, member.value, path_.empty() ? std::string(key) : path_ + "." + std::string(key));
  }
  return std::nullopt;
}

Field Field::at(std::string_view key) const {
  if (auto field = find(key)) return *field;
  fail_key(key, "missing, expected to be given");
}

std::vector<Field> Field::items() const {
  const auto* array = std::get_if<JsonValue::Array>(&value_->data);
  if (!array) fail_type("a list");
  std::vector<Field> fields;
  for (std::size_t i = 0; i < array->size(); ++i)
    fields.push_back(Field(*file_, (*array)[i], path_ + "[" + std::to_string(i) + "]"));
  return fields;
}

std::vector<std::pair<std::string, Field>> Field::members() const {
  std::vector<std::pair<std::string, Field>> fields;
  for (const auto& [key, value] : object())
    fields.emplace_back(key, Field(*file_, value, path_.empty() ? key : path_ + "." + key));
  return fields;
}

double Field::number() const {
  const auto* number = std::get_if<double>(&value_->data);
  if (!number) fail_type("a number");
  if (!std::isfinite(*number)) fail("is not a finite number, expected one");
  return *number;
}

int Field::integer() const {
  const double value = number();
  if (std::floor(value) != value || std::abs(value) > std::numeric_limits<int>::max())
    fail("is not a whole number, expected one");
  return static_cast<int>(value);
}

bool Field::boolean() const {
  const auto* flag = std::get_if<bool>(&value_->data);
  if (!flag) fail_type("true or false");
  return *flag;
}

std::string Field::text(std::size_t max_length) const {
  const auto* text = std::get_if<std::string>(&value_->data);
  if (!text) fail_type("text");
  if (text->size() > max_length)
    fail("is longer than " + std::to_string(max_length) + " bytes, expected a short text");
  return *text;
}

}  // namespace app
