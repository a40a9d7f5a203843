#include "app/files/kiosk_file.h"

#include <algorithm>
#include <string>

#include "app/base/names.h"
#include "app/files/json_field.h"

namespace app {
namespace {

std::string plain(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void read_number(const Field& root, std::string_view key, double least, double most, double& value) {
  const auto field = root.find(key);
  if (!field) return;
  value = field->number();
  if (!(value >= least && value <= most))
    field->fail(plain(value) + " is out of range, expected " + plain(least) + " to " + plain(most));
}

void read_pin(const Field& root, std::string& pin) {
  const auto field = root.find("exit_pin");
  if (!field) return;
  pin = field->text();
  const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits || (!pin.empty() && (pin.size() < 4 || pin.size() > 12)))
    field->fail("not a PIN, expected 4 to 12 digits, or \"\" for no exit by the screen");
}

}  // namespace

KioskSettings read_kiosk_settings(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::user);
  const Field root(file);
  root.allow_keys({"foreshow_kiosk", "region", "idle_seconds", "countdown_seconds", "hold_seconds",
                   "exit_pin", "text_scale", "reduced_motion"});
  if (const Field version = root.at("foreshow_kiosk"); version.integer() != 1)
    version.fail("unknown format, expected 1");
  KioskSettings settings;
  if (const auto region = root.find("region")) settings.region = region->one_of(kRegionNames);
  read_number(root, "idle_seconds", 10, 3600, settings.idle_s);
  read_number(root, "countdown_seconds", 20, 300, settings.countdown_s);
  read_number(root, "hold_seconds", 2, 30, settings.hold_s);
  read_number(root, "text_scale", 1, 2, settings.text_scale);
  if (const auto reduced = root.find("reduced_motion")) settings.reduced_motion = reduced->boolean();
  read_pin(root, settings.exit_pin);
  return settings;
}

}  // namespace app
