#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/files/file.h"

namespace app {

/// One key of a JSON object. A template, so that it becomes complete only after the value that holds it.
template <typename Value>
struct JsonMember {
  std::string key;
  Value value;
  bool operator==(const JsonMember&) const = default;
};

/// A JSON value; members keep the order of the file.
struct JsonValue {
  using Member = JsonMember<JsonValue>;
  using Array = std::vector<JsonValue>;
  using Object = std::vector<Member>;
  std::variant<std::monostate, bool, double, std::string, Array, Object> data;

  JsonValue() = default;
  JsonValue(bool value) : data(value) {}
  JsonValue(double value) : data(value) {}
  JsonValue(int value) : data(static_cast<double>(value)) {}
  JsonValue(std::string value) : data(std::move(value)) {}
  JsonValue(std::string_view value) : data(std::string(value)) {}
  JsonValue(const char* value) : data(std::string(value)) {}
  JsonValue(Array value) : data(std::move(value)) {}
  JsonValue(Object value) : data(std::move(value)) {}
  bool operator==(const JsonValue& other) const { return data == other.data; }
};

/// A parsed file and its name for messages.
struct JsonFile {
  std::filesystem::path path;
  FileOwner owner = FileOwner::user;
  JsonValue root;
};

/// Largest plan, kiosk or clinical file that is read.
inline constexpr std::size_t kMaxJsonBytes = 1 << 20;

/// Reads and parses one file. Throws InputError or AssetError (by owner): broken JSON with line and column, a
/// number too large, a key given twice with its path, nesting deeper than 64.
JsonFile read_json(const std::filesystem::path& path, FileOwner owner, std::size_t max_bytes = kMaxJsonBytes);

/// The same for text that is already in memory; `path` serves messages only.
JsonFile parse_json(std::string_view text, const std::filesystem::path& path, FileOwner owner);

/// Text with two spaces of indentation and a last line end; whole numbers without a decimal point, others in
/// the shortest form that reads back equal. The same value gives the same bytes.
std::string format_json(const JsonValue& value);

}  // namespace app
