// TypeTable: the distinct words of a text, each folded once.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace framescope {

using TypeId = std::uint32_t;

enum TypeFlag : std::uint8_t {
  kCapitalised = 1,  // begins with an upper-case letter
  kAllCaps = 2,      // two letters or more, all upper-case
  kHasDigit = 4
};

// Interns words by their exact bytes and keeps the key of each: NFKC
// case-folded, apostrophes alike ('), possessive endings ('s, s') dropped.
// Belongs to one thread. Ids stay valid until Clear(); a cleared table has a
// new epoch(), by which caches built on ids know that they are stale.
class TypeTable {
 public:
  TypeTable();
  ~TypeTable();
  TypeTable(TypeTable&&) noexcept;
  TypeTable& operator=(TypeTable&&) noexcept;

  // Amortised constant time; folding costs time once for each distinct word.
  TypeId Intern(std::string_view word);
  std::string_view surface(TypeId type) const;
  std::string_view key(TypeId type) const;
  std::uint8_t flags(TypeId type) const;  // TypeFlag bits
  std::uint32_t size() const;
  std::uint64_t epoch() const;
  // Forgets all types when they take more than `max_bytes`. Call only between
  // documents.
  void ClearIfLarger(std::uint64_t max_bytes);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace framescope
