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

template <typename List>
std::string Texts::filled(std::string_view key, const List& values) const {
  const std::string& words = at(key);
  std::string result;
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t close = words[i] == '{' ? words.find('}', i) : std::string::npos;
    if (close == std::string::npos) {
      result.push_back(words[i++]);
      continue;
    }
    const std::string_view name = std::string_view(words).substr(i + 1, close - i - 1);
    for (const auto& [given, value] : values)
      if (given == name) result += value;
    i = close + 1;
  }
  return result;
}

std::string Texts::fill(std::string_view key, Values values) const {
  return filled(key, values);
}

std::string Texts::fill(std::string_view key,
                        const std::vector<std::pair<std::string, std::string>>& values) const {
  return filled(key, values);
}

const std::string& permanent_label(const Texts& texts) {
  const std::string& words = texts.at("simulation_label");
  if (words.find_first_not_of(" \t\r\n") == std::string::npos)
    throw AssetError(texts.path().string() + ": simulation_label: is blank, expected the permanent label");
  return words;
}

Texts read_texts(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  std::map<std::string, std::string, std::less<>> words;
  for (const auto& [key, field] : Field(file).members()) words.emplace(key, field.text(2000));
  Texts texts(path, std::move(words));
  permanent_label(texts);  // before anything is shown
  return texts;
}

}  // namespace app
