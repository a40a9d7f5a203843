#include "app/files/leg_fields_file.h"

#include <cstring>
#include <type_traits>

#include "app/base/hash.h"

namespace app {
namespace {

constexpr std::string_view kMagic = "FORESHOW LEG 1\n";
constexpr std::size_t kDigits = 64;        // of a SHA-256
constexpr std::uint64_t kMost = 1U << 26;  // entries; more is a broken file

class Writer {
 public:
  template <typename T>
  void value(const T& v) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&v), sizeof v);
  }
  template <typename T>
  void list(const std::vector<T>& values) {
    value(static_cast<std::uint64_t>(values.size()));
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  void text(std::string_view text) { bytes_.append(text); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what Writer wrote; false once the bytes do not suffice.
class FieldsReader {
 public:
  explicit FieldsReader(std::string_view bytes) : bytes_(bytes) {}
  template <typename T>
  bool value(T& v) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (bytes_.size() < sizeof v) return false;
    std::memcpy(&v, bytes_.data(), sizeof v);
    bytes_.remove_prefix(sizeof v);
    return true;
  }
  template <typename T>
  bool list(std::vector<T>& values) {
    std::uint64_t count = 0;
    if (!value(count) || count > kMost || bytes_.size() < count * sizeof(T)) return false;
    values.resize(count);
    std::memcpy(values.data(), bytes_.data(), count * sizeof(T));
    bytes_.remove_prefix(count * sizeof(T));
    return true;
  }
  bool done() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
};

void put(Writer& out, const std::vector<simulation::PackedField>& fields) {
  out.value(static_cast<std::uint64_t>(fields.size()));
  for (const simulation::PackedField& field : fields) {
    out.value(field.scale_mm);
    out.list(field.steps);
  }
}

bool get(FieldsReader& in, std::vector<simulation::PackedField>& fields, std::size_t steps) {
  std::uint64_t count = 0;
  if (!in.value(count) || count > kMost) return false;
  fields.resize(count);
  for (simulation::PackedField& field : fields) {
    if (!in.value(field.scale_mm) || !in.list(field.steps) || field.steps.size() != steps) return false;
  }
  return true;
}

struct Pair {
  std::int32_t first;
  std::int32_t second;
};

}  // namespace

std::string leg_fields_bytes(const simulation::LegFields& fields, std::string_view key) {
  Writer out;
  out.text(kMagic);
  out.text(key);
  for (int axis = 0; axis < 3; ++axis) out.value(fields.grid.origin_mm[axis]);
  out.value(fields.grid.cell_mm);
  out.value(fields.grid.size);
  out.list(fields.grid.free_points);
  out.list(fields.grid.held_points);
  std::vector<Pair> pairs;
  for (const auto& [a, b] : fields.pairs) pairs.push_back({a, b});
  out.list(pairs);
  put(out, fields.linear);
  put(out, fields.second);
  std::string bytes = out.take();
  bytes += sha256_of_text(bytes);
  return bytes;
}

std::optional<simulation::LegFields> leg_fields_from(std::string_view bytes, std::string_view key) {
  const std::string start = std::string(kMagic) + std::string(key);
  if (!bytes.starts_with(start) || bytes.size() < start.size() + kDigits) return std::nullopt;
  const std::string_view payload = bytes.substr(0, bytes.size() - kDigits);
  if (sha256_of_text(payload) != bytes.substr(payload.size())) return std::nullopt;
  FieldsReader in(payload.substr(start.size()));
  simulation::LegFields out;
  bool whole = true;
  for (int axis = 0; axis < 3; ++axis) whole = whole && in.value(out.grid.origin_mm[axis]);
  whole = whole && in.value(out.grid.cell_mm) && in.value(out.grid.size) && in.list(out.grid.free_points) &&
          in.list(out.grid.held_points);
  std::vector<Pair> pairs;
  whole = whole && in.list(pairs) && get(in, out.linear, 3 * out.grid.free_points.size()) &&
          get(in, out.second, 3 * out.grid.free_points.size()) && in.done();
  for (const Pair& pair : pairs) out.pairs.emplace_back(pair.first, pair.second);
  whole = whole && out.pairs == simulation::leg_parameter_pairs() && out.second.size() == out.pairs.size() &&
          out.linear.size() == static_cast<std::size_t>(simulation::leg_parameters::kCount);
  if (!whole) return std::nullopt;
  return out;
}

}  // namespace app
