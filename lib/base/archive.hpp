// Archives: finished tables as bytes, and back.
//
// A class says once, in a member Visit(archive), which of its fields make it
// up; an ArchiveWriter appends them to its bytes and an ArchiveReader fills
// them. Bytes are as they lie in memory: whoever reads them must have been
// built for the same machine, by the same headers.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace framescope {

// Without padding, so that the same fields give the same bytes.
template <typename Field>
concept PlainField = std::is_trivially_copyable_v<Field> &&
    std::has_unique_object_representations_v<Field>;

class ArchiveWriter {
 public:
  static constexpr bool kReads = false;

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (One(fields), ...);
  }

  // Notes how many there are; for those that are handed over one by one.
  template <typename Field>
  void Resize(std::vector<Field>* fields) {
    Size(fields->size());
  }

  const std::string& bytes() const { return bytes_; }

 private:
  void Raw(const void* data, std::size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  void Size(std::uint64_t size) { Raw(&size, sizeof size); }

  template <PlainField Field>
  void One(Field& field) {
    Raw(&field, sizeof field);
  }
  template <PlainField Field>
  void One(std::vector<Field>& fields) {
    Size(fields.size());
    Raw(fields.data(), fields.size() * sizeof(Field));
  }
  void One(std::string& text) {
    Size(text.size());
    Raw(text.data(), text.size());
  }
  void One(std::vector<bool>& fields) {
    Size(fields.size());
    for (const bool field : fields) bytes_ += field ? '\1' : '\0';
  }
  template <typename Field>
  void One(std::vector<std::vector<Field>>& rows) {
    Size(rows.size());
    for (std::vector<Field>& row : rows) One(row);
  }
  template <typename Field>
  requires(!PlainField<Field>) void One(Field& field) { field.Visit(*this); }

  std::string bytes_;
};

class ArchiveReader {
 public:
  static constexpr bool kReads = true;

  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (One(fields), ...);
  }

  // Makes room for as many as were noted.
  template <typename Field>
  void Resize(std::vector<Field>* fields) {
    fields->resize(Size(1));
  }

  // Whether all fields were there so far, and nothing is left.
  bool done() const { return ok_ && bytes_.empty(); }

 private:
  void Raw(void* data, std::size_t size) {
    ok_ = ok_ && size <= bytes_.size();
    if (!ok_ || size == 0) return;
    std::memcpy(data, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  // How many items of at least `least` bytes follow.
  std::size_t Size(std::size_t least) {
    std::uint64_t size = 0;
    Raw(&size, sizeof size);
    ok_ = ok_ && size <= bytes_.size() / least;
    return ok_ ? static_cast<std::size_t>(size) : 0;
  }

  template <PlainField Field>
  void One(Field& field) {
    Raw(&field, sizeof field);
  }
  template <PlainField Field>
  void One(std::vector<Field>& fields) {
    fields.resize(Size(sizeof(Field)));
    Raw(fields.data(), fields.size() * sizeof(Field));
  }
  void One(std::string& text) {
    text.resize(Size(1));
    Raw(text.data(), text.size());
  }
  void One(std::vector<bool>& fields) {
    const std::size_t size = Size(1);
    fields.assign(bytes_.begin(),
                  bytes_.begin() + static_cast<std::ptrdiff_t>(size));
    bytes_.remove_prefix(size);
  }
  template <typename Field>
  void One(std::vector<std::vector<Field>>& rows) {
    rows.resize(Size(sizeof(std::uint64_t)));
    for (std::vector<Field>& row : rows) One(row);
  }
  template <typename Field>
  requires(!PlainField<Field>) void One(Field& field) { field.Visit(*this); }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace framescope
