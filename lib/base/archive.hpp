// Archives: finished tables as bytes, and back.
//
// What is kept says once which of its fields make it up: a class in a member
// Visit(archive), an open struct in a function Visit(archive, fields) of this
// namespace. An ArchiveWriter appends them to its bytes and an ArchiveReader
// fills them. Bytes are as they lie in memory: whoever reads them must have
// been built for the same machine, by the same headers.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace framescope {

// Without padding, so that the same fields give the same bytes.
template <typename Field>
concept PlainField = std::is_trivially_copyable_v<Field> &&
    std::has_unique_object_representations_v<Field>;

template <typename Fields, typename Archive>
concept VisitsItself = requires(Fields fields, Archive archive) {
  fields.Visit(archive);
};

class ArchiveWriter {
 public:
  static constexpr bool kReads = false;

  template <typename... Fields>
  void operator()(Fields&... fields) {
    (One(fields), ...);
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
  void One(std::vector<Field>& fields) {
    Size(fields.size());
    for (Field& field : fields) One(field);
  }
  template <typename First, typename Second>
  void One(std::pair<First, Second>& pair) {
    One(pair.first);
    One(pair.second);
  }
  template <PlainField Field>
  void One(std::optional<Field>& field) {
    bool is_there = field.has_value();
    One(is_there);
    if (is_there) One(*field);
  }
  template <typename Fields>
  requires(!PlainField<Fields>) void One(Fields& fields) {
    if constexpr (VisitsItself<Fields, ArchiveWriter>) {
      fields.Visit(*this);
    } else {
      Visit(*this, fields);
    }
  }

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
  void One(std::vector<Field>& fields) {
    fields.resize(Size(1));
    for (Field& field : fields) One(field);
  }
  template <typename First, typename Second>
  void One(std::pair<First, Second>& pair) {
    One(pair.first);
    One(pair.second);
  }
  template <PlainField Field>
  void One(std::optional<Field>& field) {
    bool is_there = false;
    One(is_there);
    if (!is_there) return field.reset();
    One(field.emplace());
  }
  template <typename Fields>
  requires(!PlainField<Fields>) void One(Fields& fields) {
    if constexpr (VisitsItself<Fields, ArchiveReader>) {
      fields.Visit(*this);
    } else {
      Visit(*this, fields);
    }
  }

  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace framescope
