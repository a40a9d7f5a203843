#include "render/file/baked_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include "render/error.h"

namespace render {
namespace {

static_assert(std::endian::native == std::endian::little, "baked files are little-endian");

constexpr std::size_t kPage = 4096;
constexpr std::size_t kKindSize = 16;

struct Header {
  char kind[kKindSize];
  std::uint32_t version, sections;
  std::uint64_t file_size, directory_offset, directory_size;
  std::uint32_t directory_checksum, header_checksum;
  std::uint64_t zero;
};
static_assert(sizeof(Header) == 64);
constexpr std::size_t kCheckedHeader = offsetof(Header, header_checksum);

struct SectionEntry {
  std::uint64_t offset, size, checksum;
};

struct ArrayEntry {
  std::uint64_t section, offset, count;
};

std::uint32_t checksum_of(const void* bytes, std::size_t size) {
  return static_cast<std::uint32_t>(crc32_z(0, static_cast<const Bytef*>(bytes), size));
}

template <typename T>
void append(std::vector<std::uint8_t>& bytes, const T& value) {
  const auto* from = reinterpret_cast<const std::uint8_t*>(&value);
  bytes.insert(bytes.end(), from, from + sizeof value);
}

void pad(std::vector<std::uint8_t>& bytes, std::size_t multiple) {
  bytes.resize((bytes.size() + multiple - 1) / multiple * multiple, 0);
}

}  // namespace

BakedFileWriter::BakedFileWriter(std::string_view kind, std::uint32_t version, std::size_t sections)
    : kind_(kind), version_(version), sections_(sections) {
  if (kind_.empty() || kind_.size() >= kKindSize) throw std::invalid_argument("baked file: 1 to 15 letters");
}

void BakedFileWriter::add_number(std::uint64_t number) {
  append(directory_, number);
}

void BakedFileWriter::add_text(std::string_view text) {
  add_number(text.size());
  directory_.insert(directory_.end(), text.begin(), text.end());
}

void BakedFileWriter::add_bytes(std::size_t section, std::span<const std::byte> bytes, std::size_t count) {
  std::vector<std::uint8_t>& into = sections_.at(section);
  pad(into, kAlignment);
  append(directory_, ArrayEntry{section, into.size(), count});
  const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data());
  into.insert(into.end(), from, from + bytes.size());
}

std::vector<std::uint8_t> BakedFileWriter::finish() const {
  std::vector<std::uint8_t> file(sizeof(Header), 0), directory;
  for (const std::vector<std::uint8_t>& section : sections_) {
    pad(file, kPage);
    append(directory, SectionEntry{file.size(), section.size(), checksum_of(section.data(), section.size())});
    file.insert(file.end(), section.begin(), section.end());
  }
  directory.insert(directory.end(), directory_.begin(), directory_.end());
  pad(file, BakedFileWriter::kAlignment);
  Header header{};
  std::copy(kind_.begin(), kind_.end(), header.kind);
  header.version = version_;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.directory_offset = file.size();
  header.directory_size = directory.size();
  header.directory_checksum = checksum_of(directory.data(), directory.size());
  file.insert(file.end(), directory.begin(), directory.end());
  header.file_size = file.size();
  header.header_checksum = checksum_of(&header, kCheckedHeader);
  std::memcpy(file.data(), &header, sizeof header);
  return file;
}

std::shared_ptr<const BakedFile> BakedFile::open(const std::filesystem::path& path, std::string_view kind,
                                                 std::uint32_t version) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0) throw AssetError(path.string() + ": cannot be opened: " + std::strerror(errno));
  struct stat status {};
  void* mapped = MAP_FAILED;
  std::size_t size = 0;
  if (::fstat(handle, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
    size = static_cast<std::size_t>(status.st_size);
    mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0);
  }
  ::close(handle);
  if (mapped == MAP_FAILED) throw AssetError(path.string() + ": is empty or no file that can be mapped");
  const std::shared_ptr<BakedFile> file(
      new BakedFile(path, {static_cast<const std::byte*>(mapped), size}));  // its destructor unmaps
  file->read_header(kind, version);
  return file;
}

BakedFile::BakedFile(std::filesystem::path path, std::span<const std::byte> bytes)
    : path_(std::move(path)), bytes_(bytes) {}

BakedFile::~BakedFile() {
  ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

void BakedFile::fail(const std::string& what) const {
  throw AssetError(path_.string() + ": " + what +
                   "; delete the folder of baked files and run `bash app/run`, which makes them anew");
}

void BakedFile::read_header(std::string_view kind, std::uint32_t version) {
  Header header{};
  if (bytes_.size() < sizeof header) fail("is cut short");
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string_view(header.kind, ::strnlen(header.kind, kKindSize)) != kind)
    fail("is not a file of the kind " + std::string(kind));
  if (header.version != version)
    fail("is of version " + std::to_string(header.version) + ", expected " + std::to_string(version));
  if (header.header_checksum != checksum_of(&header, kCheckedHeader)) fail("its header is damaged");
  if (header.file_size != bytes_.size())
    fail("is " + std::to_string(bytes_.size()) + " bytes long, expected " + std::to_string(header.file_size));
  const std::uint64_t entries = header.sections * sizeof(SectionEntry);
  if (header.directory_offset > bytes_.size() ||
      header.directory_size != bytes_.size() - header.directory_offset || entries > header.directory_size)
    fail("its directory is damaged");
  directory_ = bytes_.subspan(header.directory_offset);
  if (header.directory_checksum != checksum_of(directory_.data(), directory_.size()))
    fail("its directory is damaged");
  sections_ = std::vector<Section>(header.sections);
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    SectionEntry entry{};
    std::memcpy(&entry, directory_.data() + i * sizeof entry, sizeof entry);
    if (entry.offset > bytes_.size() || entry.size > bytes_.size() - entry.offset)
      fail("its directory is damaged");
    sections_[i].bytes = bytes_.subspan(entry.offset, entry.size);
    sections_[i].checksum = static_cast<std::uint32_t>(entry.checksum);
  }
  directory_ = directory_.subspan(entries);
}

void BakedFile::verify(std::size_t section) const {
  const Section& checked = sections_.at(section);
  std::call_once(checked.verified, [&] {
    if (checksum_of(checked.bytes.data(), checked.bytes.size()) != checked.checksum)
      fail("is damaged in section " + std::to_string(section));
  });
}

void BakedFile::release(std::size_t section) const {
  const std::span<const std::byte> bytes = sections_.at(section).bytes;
  // A hint: where it is not followed nothing is lost.
  if (!bytes.empty()) ::madvise(const_cast<std::byte*>(bytes.data()), bytes.size(), MADV_DONTNEED);
}

std::span<const std::byte> BakedFileReader::take(std::size_t size) {
  if (size > rest_.size()) file_->fail("its directory ends early");
  const std::span<const std::byte> taken = rest_.first(size);
  rest_ = rest_.subspan(size);
  return taken;
}

std::uint64_t BakedFileReader::number() {
  std::uint64_t number = 0;
  std::memcpy(&number, take(sizeof number).data(), sizeof number);
  return number;
}

std::string BakedFileReader::text() {
  const std::span<const std::byte> letters = take(number());
  return {reinterpret_cast<const char*>(letters.data()), letters.size()};
}

std::span<const std::byte> BakedFileReader::array_bytes(std::size_t value_size) {
  ArrayEntry entry{};
  std::memcpy(&entry, take(sizeof entry).data(), sizeof entry);
  if (entry.section >= file_->sections_.size()) file_->fail("its directory names a missing section");
  const std::span<const std::byte> section = file_->sections_[entry.section].bytes;
  if (entry.offset > section.size() || entry.count > (section.size() - entry.offset) / value_size ||
      entry.offset % BakedFileWriter::kAlignment != 0)
    file_->fail("its directory names a missing array");
  return section.subspan(entry.offset, entry.count * value_size);
}

}  // namespace render
