#include "app/files/claims_file.h"

#include "app/base/names.h"
#include "app/files/json_field.h"

namespace app {
namespace {

constexpr Names<ClaimSource, 2> kSourceNames{
    {{ClaimSource::leaflet, "leaflet"}, {ClaimSource::trial, "trial"}}};
constexpr Names<ClaimKind, 3> kKindNames{
    {{ClaimKind::onset, "onset"}, {ClaimKind::peak, "peak"}, {ClaimKind::lasts, "lasts"}}};

Claim read_claim(const Field& field, const Field& sources) {
  field.allow_keys({"region", "by", "what", "weeks", "source"});
  Claim claim;
  claim.region = field.at("region").one_of(kRegionNames);
  claim.source = field.at("by").one_of(kSourceNames);
  claim.kind = field.at("what").one_of(kKindNames);
  const auto weeks = field.at("weeks").items();
  if (weeks.size() != 2) field.at("weeks").fail("expected two weeks, from and to");
  claim.from_week = weeks[0].number();
  claim.to_week = weeks[1].number();
  if (claim.from_week < 0 || claim.to_week < claim.from_week)
    field.at("weeks").fail("expected from at least 0 and to at least from");
  const Field source = field.at("source");
  if (!sources.find(source.text())) source.fail("not in sources");
  return claim;
}

}  // namespace

std::vector<Claim> read_claims(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_claims", "sources", "claims"});
  std::vector<Claim> claims;
  for (const Field& field : root.at("claims").items())
    claims.push_back(read_claim(field, root.at("sources")));
  return claims;
}

}  // namespace app
