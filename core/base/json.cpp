// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/json_fault.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <unordered_map>

namespace plumb {
namespace {

constexpr std::size_t kMaxDuplicateMessages = 100;
constexpr std::size_t kMaxPointerBytes = 1000; ///< longer pointers are cut: they come from absurd keys
constexpr std::size_t kScanKeys = 16;          ///< objects with more keys look duplicates up by hash

/// Receives the parser's events and builds the tree without recursion. Members are collected on two stacks and moved
/// into an object of the right size at its end: growing nlohmann's ordered_map would copy every member that is already
/// in it.
class TreeBuilder {
public:
    TreeBuilder(std::string_view bytes, const JsonLimits& limits) : m_bytes(bytes), m_limits(limits) {}

    [[nodiscard]] Json takeRoot() { return std::move(m_root); }
    [[nodiscard]] std::vector<Message> takeProblems() {
        if (m_duplicates > kMaxDuplicateMessages)
            m_problems.push_back(
                {"A001", "",
                 fmt::format("{} more keys stand twice in their object.", m_duplicates - kMaxDuplicateMessages),
                 "Keep one of each."});
        return std::move(m_problems);
    }

    // The names and signatures below are nlohmann_json's SAX interface.
    bool null() { return value(Json(nullptr)); }
    bool boolean(bool v) { return value(Json(v)); }
    bool number_integer(Json::number_integer_t v) { return value(Json(v)); }
    bool number_unsigned(Json::number_unsigned_t v) { return value(Json(v)); }
    bool number_float(Json::number_float_t v, const std::string&) { return value(Json(v)); }
    bool string(std::string& v) { return value(Json(std::move(v))); }
    bool binary(Json::binary_t& v) { return value(Json(std::move(v))); }
    bool start_object(std::size_t) { return open(true); }
    bool start_array(std::size_t) { return open(false); }
    bool key(std::string& name);
    bool end_object();
    bool end_array();
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error);

private:
    struct Frame {
        bool object = false;
        std::size_t firstKey = 0, firstValue = 0;
        std::optional<std::size_t> overwrite; ///< a key that stood before: its value is replaced
        std::unique_ptr<std::unordered_map<std::string, std::size_t>> index; ///< key -> position, for large objects
    };

    bool open(bool object);
    bool value(Json&& v);
    std::optional<std::size_t> findKey(Frame& frame, const std::string& name) const;
    [[nodiscard]] std::string pointer() const;

    std::string_view m_bytes;
    JsonLimits m_limits;
    std::vector<Frame> m_frames;
    std::vector<std::string> m_keys;
    std::vector<Json> m_values;
    bool m_keyPending = false; ///< the innermost object has read a key and waits for its value
    Json m_root;
    std::vector<Message> m_problems;
    std::size_t m_duplicates = 0;
};

bool TreeBuilder::open(bool object) {
    if (m_frames.size() >= static_cast<std::size_t>(m_limits.maxDepth)) {
        m_problems.push_back({"A001", pointer(),
                              fmt::format("Arrays and objects are nested deeper than {} levels.", m_limits.maxDepth),
                              "Use a flatter structure."});
        return false;
    }
    Frame frame;
    frame.object = object;
    frame.firstKey = m_keys.size();
    frame.firstValue = m_values.size();
    m_frames.push_back(std::move(frame));
    m_keyPending = false;
    return true;
}

bool TreeBuilder::value(Json&& v) {
    m_keyPending = false;
    if (m_frames.empty()) {
        m_root = std::move(v);
        return true;
    }
    Frame& frame = m_frames.back();
    if (frame.overwrite) {
        m_values[frame.firstValue + *frame.overwrite] = std::move(v);
        frame.overwrite.reset();
    } else {
        m_values.push_back(std::move(v));
    }
    return true;
}

std::optional<std::size_t> TreeBuilder::findKey(Frame& frame, const std::string& name) const {
    const std::size_t count = m_keys.size() - frame.firstKey;
    if (count <= kScanKeys) {
        for (std::size_t i = 0; i < count; ++i)
            if (m_keys[frame.firstKey + i] == name)
                return i;
        return std::nullopt;
    }
    if (!frame.index) {
        frame.index = std::make_unique<std::unordered_map<std::string, std::size_t>>();
        for (std::size_t i = 0; i < count; ++i)
            frame.index->emplace(m_keys[frame.firstKey + i], i);
    }
    const auto [found, isNew] = frame.index->emplace(name, count);
    return isNew ? std::nullopt : std::optional(found->second);
}

bool TreeBuilder::key(std::string& name) {
    Frame& frame = m_frames.back();
    frame.overwrite = findKey(frame, name);
    m_keyPending = true;
    if (!frame.overwrite) {
        m_keys.push_back(std::move(name));
    } else if (++m_duplicates <= kMaxDuplicateMessages) {
        m_problems.push_back({"A001", pointer(),
                              fmt::format("The key \"{}\" stands twice in its object.", name.substr(0, 100)),
                              "Keep one of the two; readers disagree about which one counts."});
    }
    return true;
}

bool TreeBuilder::end_object() {
    const Frame frame = std::move(m_frames.back());
    m_frames.pop_back();
    Json object = Json::object();
    auto& members = object.get_ref<Json::object_t&>();
    const std::size_t count = m_keys.size() - frame.firstKey;
    members.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        members.emplace_back(std::move(m_keys[frame.firstKey + i]), std::move(m_values[frame.firstValue + i]));
    m_keys.resize(frame.firstKey);
    m_values.resize(frame.firstValue);
    return value(std::move(object));
}

bool TreeBuilder::end_array() {
    const std::size_t first = m_frames.back().firstValue;
    m_frames.pop_back();
    Json array = Json::array();
    auto& elements = array.get_ref<Json::array_t&>();
    const auto begin = m_values.begin() + static_cast<std::ptrdiff_t>(first);
    elements.assign(std::make_move_iterator(begin), std::make_move_iterator(m_values.end()));
    m_values.resize(first);
    return value(std::move(array));
}

bool TreeBuilder::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
    const std::size_t at = position > 0 ? position - 1 : 0;
    JsonFault fault = describeSyntaxFault(m_bytes, at, error.what());
    m_problems.push_back({"A001", pointer(), std::move(fault.text), std::move(fault.fix)});
    return false;
}

/// Where the parser is: the value under construction, or the innermost container between two values.
std::string TreeBuilder::pointer() const {
    std::string path;
    for (std::size_t i = 0; i < m_frames.size() && path.size() <= kMaxPointerBytes; ++i) {
        const Frame& frame = m_frames[i];
        const bool last = i + 1 == m_frames.size();
        if (frame.object) {
            if (last && !m_keyPending)
                break;
            const std::size_t keysEnd = last ? m_keys.size() : m_frames[i + 1].firstKey;
            path = childPointer(path, m_keys[frame.overwrite ? frame.firstKey + *frame.overwrite : keysEnd - 1]);
        } else {
            const std::size_t valuesEnd = last ? m_values.size() : m_frames[i + 1].firstValue;
            path = childPointer(path, valuesEnd - frame.firstValue);
        }
    }
    if (path.size() > kMaxPointerBytes) {
        std::size_t cut = kMaxPointerBytes;
        while (cut > 0 && (static_cast<unsigned char>(path[cut]) & 0xC0U) == 0x80U)
            --cut;
        path.resize(cut);
        path += "\xE2\x80\xA6";
    }
    return path;
}

JsonDocument refuse(std::string text, std::string fix) {
    JsonDocument document;
    document.problems.push_back({"A001", "", std::move(text), std::move(fix)});
    return document;
}

std::string write(const Json& value, int indent) {
    return value.dump(indent, ' ', false, Json::error_handler_t::replace); // "replace": bad UTF-8 does not throw
}

} // namespace

JsonDocument parseJson(std::string_view bytes, const JsonLimits& limits) {
    if (bytes.size() > limits.maxBytes)
        return refuse(fmt::format("The file has {} bytes; at most {} are read.", bytes.size(), limits.maxBytes),
                      "Choose a smaller file.");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (auto fault = wrongKindOfFile(bytes))
        return refuse(std::move(fault->text), std::move(fault->fix));
    try {
        TreeBuilder builder(bytes, limits);
        const bool whole = Json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &builder);
        JsonDocument document;
        document.problems = builder.takeProblems();
        document.usable = whole && document.problems.empty();
        if (whole)
            document.root = builder.takeRoot();
        return document;
    } catch (const std::exception&) {
        return refuse("There is not enough memory to read the file.", "Close other programs or choose a smaller file.");
    }
}

Result<Json> parseJsonOrFail(std::string_view bytes, std::string_view where, const JsonLimits& limits) {
    JsonDocument document = parseJson(bytes, limits);
    if (document.usable)
        return std::move(document.root);
    Error error{ErrorKind::Refused, "json.syntax", {}, std::string(where), {}, std::move(document.problems)};
    error.text = fmt::format("\"{}\" is not a JSON document that can be read: {}", where, error.messages.front().text);
    error.args = {std::string(where), error.messages.front().text};
    return fail(std::move(error));
}

std::string writeJson(const Json& value) {
    return write(value, 2) + "\n";
}

std::string writeJsonCompact(const Json& value) {
    return write(value, -1);
}

std::string childPointer(std::string_view pointer, std::string_view key) {
    std::string out;
    out.reserve(pointer.size() + 1 + key.size());
    out.append(pointer);
    out += '/';
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string childPointer(std::string_view pointer, std::size_t index) {
    return fmt::format("{}/{}", pointer, index);
}

} // namespace plumb
