#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// All words the user reads, in one language, by key (`timeline.play`).
class Texts {
 public:
  Texts(std::filesystem::path path, std::map<std::string, std::string, std::less<>> words)
      : path_(std::move(path)), words_(std::move(words)) {}

  /// The words of a key. Throws AssetError naming file and key when it is missing.
  const std::string& at(std::string_view key) const;
  bool has(std::string_view key) const { return words_.find(key) != words_.end(); }

  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  /// The words with each {name} replaced by its value. Throws AssetError for a missing key.
  std::string fill(std::string_view key, Values values) const;
  /// The same for values that were gathered at run time.
  std::string fill(std::string_view key,
                   const std::vector<std::pair<std::string, std::string>>& values) const;

  const std::filesystem::path& path() const { return path_; }

  /// Every key and its words, sorted by key.
  const std::map<std::string, std::string, std::less<>>& all() const { return words_; }

 private:
  template <typename List>
  std::string filled(std::string_view key, const List& values) const;

  std::filesystem::path path_;
  std::map<std::string, std::string, std::less<>> words_;
};

/// What stands in every picture, clip and window, `simulation_label`; it cannot be switched off. Throws
/// AssetError when it is missing or blank.
const std::string& permanent_label(const Texts& texts);

/// Reads assets/texts/LANGUAGE.json: one object of strings. Throws AssetError, for a missing permanent
/// label as well.
Texts read_texts(const std::filesystem::path& path);

}  // namespace app
