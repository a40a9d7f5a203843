#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/names.h"
#include "app/files/json.h"

namespace app {

/// A value of a JSON file that knows its path, so that every complaint names file, field, fault and what was
/// expected. The file must outlive it. All members throw InputError or AssetError by the file's owner.
class Field {
 public:
  explicit Field(const JsonFile& file) : file_(&file), value_(&file.root) {}

  const std::string& path() const { return path_; }

  /// Throws `FILE: path: message`.
  [[noreturn]] void fail(const std::string& message) const;
  /// The same of a member, be it there or not.
  [[noreturn]] void fail_key(std::string_view key, const std::string& message) const;
  /// Of a complaint that begins with the path of a member.
  [[noreturn]] void fail_inside(const std::string& complaint) const;

  /// Throws when this is not an object, or has a key that is not listed: names it and the nearest known one.
  void allow_keys(std::initializer_list<std::string_view> known) const;

  Field at(std::string_view key) const;
  std::optional<Field> find(std::string_view key) const;
  std::vector<Field> items() const;
  /// The members of an object whose keys are free.
  std::vector<std::pair<std::string, Field>> members() const;

  bool is_object() const { return std::holds_alternative<JsonValue::Object>(value_->data); }
  bool is_number() const { return std::holds_alternative<double>(value_->data); }

  const JsonValue& value() const { return *value_; }
  double number() const;
  int integer() const;
  bool boolean() const;
  std::string text(std::size_t max_length = 200) const;

  template <typename E, std::size_t N>
  E one_of(const Names<E, N>& names) const {
    const std::string word = text();
    for (const auto& [value, name] : names)
      if (name == word) return value;
    fail_word(word, words_of(names));
  }
  template <typename E>
  E one_of(std::span<const std::pair<E, std::string_view>> names) const {
    const std::string word = text();
    std::vector<std::string_view> known;
    for (const auto& [value, name] : names) {
      if (name == word) return value;
      known.push_back(name);
    }
    fail_word(word, known);
  }

 private:
  Field(const JsonFile& file, const JsonValue& value, std::string path)
      : file_(&file), value_(&value), path_(std::move(path)) {}
  [[noreturn]] void fail_word(const std::string& word, std::span<const std::string_view> known) const;
  [[noreturn]] void fail_type(std::string_view expected) const;
  const JsonValue::Object& object() const;

  const JsonFile* file_;
  const JsonValue* value_;
  std::string path_;
};

}  // namespace app
