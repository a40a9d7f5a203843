#include "app/files/texts.h"

#include "app/base/error.h"
#include "app/files/json_field.h"

namespace app {

const std::string& Texts::at(std::string_view key) const {
  const auto found = words_.find(key);
  if (found == words_.end())
    throw AssetError(path_.string() + ": " + std::string(key) + ": missing, expected a text");
  return found->second;
}

std::string Texts::fill(std::string_view key, Values values) const {
  const std::string& words = at(key);
  std::string filled;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t close = words[i] == '{' ? words.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      filled.push_back(words[i++]);
      continue;
    }
    const std::string_view name = std::string_view(words).substr(i + 1, close - i - 1);
    for (const auto& [given, value] : values)
      if (given == name) filled += value;
    i = close + 1;
  }
  return filled;
}

Texts read_texts(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  std::map<std::string, std::string, std::less<>> words;
  for (const auto& [key, field] : Field(file).members()) words.emplace(key, field.text(2000));
  return Texts(path, std::move(words));
}

}  // namespace app
