#pragma once

#include <array>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "app/files/kept_files.h"
#include "simulation/kept_array.h"
#include "simulation/sided.h"

namespace app {

template <typename T>
concept HasMembers = requires(T& value, int& visit) {
  T::visit_members(value, visit);
};

/// Writes values down in the order in which they are given. KeptReader reads them back; what it is given is
/// the same types in the same order. See simulation::KeptArray.
class KeptWriter {
 public:
  explicit KeptWriter(KeptSink& sink) : sink_(sink) {}
  template <typename... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }

 private:
  template <typename T>
  void put(const T& value) {
    if constexpr (HasMembers<const T>) {
      T::visit_members(value, *this);
    } else {
      static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
      sink_.add(std::as_bytes(std::span(&value, 1)));
    }
  }
  template <typename T>
  void put_row(std::span<const T> values) {
    put(static_cast<std::uint64_t>(values.size()));
    if constexpr (std::is_trivially_copyable_v<T>) {
      sink_.align();
      sink_.add(std::as_bytes(values));
    } else {
      for (const T& value : values) put(value);
    }
  }
  void put(const std::string& text) { put_row(std::span<const char>(text)); }
  template <typename T>
  void put(const std::vector<T>& values) {
    put_row(std::span<const T>(values));
  }
  template <typename T>
  void put(const simulation::KeptArray<T>& values) {
    put_row(std::span<const T>(values));
  }
  template <typename T, std::size_t N>
  void put(const std::array<T, N>& values) {
    for (const T& value : values) put(value);
  }
  template <typename T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename A, typename B>
  void put(const std::pair<A, B>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename T>
  void put(const simulation::Sided<T>& sides) {
    (*this)(sides.left, sides.right);
  }

  KeptSink& sink_;
};

/// Reads what a KeptWriter wrote. Rows of KeptArray stay where they are, all else is copied. Throws
/// std::runtime_error when the bytes do not suffice.
class KeptReader {
 public:
  explicit KeptReader(const KeptBytes& kept) : kept_(kept), rest_(kept.bytes) {}
  template <typename... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool done() const { return rest_.empty(); }

 private:
  std::span<const std::byte> take(std::size_t size) {
    if (size > rest_.size()) throw std::runtime_error("kept file: it ends too early");
    const auto bytes = rest_.first(size);
    rest_ = rest_.subspan(size);
    return bytes;
  }
  void align() {
    const std::size_t over = (kept_.bytes.size() - rest_.size()) % kKeptAlignment;
    if (over > 0) take(kKeptAlignment - over);
  }
  template <typename T>
  void get(T& value) {
    if constexpr (HasMembers<T>) {
      T::visit_members(value, *this);
    } else {
      static_assert(std::is_trivially_copyable_v<T> && !std::is_pointer_v<T>);
      std::memcpy(static_cast<void*>(&value), take(sizeof value).data(), sizeof value);
    }
  }
  std::size_t count(std::size_t least_bytes) {
    std::uint64_t told = 0;
    get(told);
    if (told > rest_.size() / least_bytes) throw std::runtime_error("kept file: a row is too long");
    return told;
  }
  template <typename T>
  std::span<const T> row() {
    const std::size_t size = count(sizeof(T));
    align();
    return {reinterpret_cast<const T*>(take(size * sizeof(T)).data()), size};
  }
  void get(std::string& text) {
    const auto letters = row<char>();
    text.assign(letters.begin(), letters.end());
  }
  template <typename T>
  void get(std::vector<T>& values) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      const auto read = row<T>();
      values.assign(read.begin(), read.end());
    } else {
      values.clear();
      values.resize(count(1));
      for (T& value : values) get(value);
    }
  }
  template <typename T>
  void get(simulation::KeptArray<T>& values) {
    values = simulation::KeptArray<T>(row<T>(), kept_.owner);
  }
  template <typename T, std::size_t N>
  void get(std::array<T, N>& values) {
    for (T& value : values) get(value);
  }
  template <typename T>
  void get(std::optional<T>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there) get(value.emplace());
  }
  template <typename A, typename B>
  void get(std::pair<A, B>& pair) {
    (*this)(pair.first, pair.second);
  }
  template <typename T>
  void get(simulation::Sided<T>& sides) {
    (*this)(sides.left, sides.right);
  }

  KeptBytes kept_;
  std::span<const std::byte> rest_;
};

/// KeptFiles::keep() of values.
template <typename... T>
void keep_values(const KeptFiles& files, std::string_view key, const T&... values) {
  files.keep(key, [&](KeptSink& sink) {
    KeptWriter write(sink);
    write(values...);
  });
}

}  // namespace app
