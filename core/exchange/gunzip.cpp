// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gunzip.h"

#include <algorithm>
#include <limits>
#include <vector>
#include <zlib.h>

namespace plumb::exchange {
namespace {

constexpr std::size_t kPackedBlock = 64u << 10;
constexpr int kGzipWindow = 15 + 16; ///< largest window, gzip header and checksum

class Unpacker final : public ImportSource {
public:
    explicit Unpacker(ImportSource& packed) : m_packed(packed), m_bytes(kPackedBlock) {
        m_ready = inflateInit2(&m_stream, kGzipWindow) == Z_OK;
    }
    ~Unpacker() override {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    [[nodiscard]] Result<std::size_t> read(std::span<char> into) override {
        if (!m_ready)
            return fail(ErrorKind::System, "import.memory", "There is not enough memory to unpack the file.");
        const std::size_t wanted = std::min<std::size_t>(into.size(), std::numeric_limits<uInt>::max());
        m_stream.next_out = reinterpret_cast<Bytef*>(into.data());
        m_stream.avail_out = static_cast<uInt>(wanted);
        while (m_stream.avail_out == wanted && wanted != 0 && !m_done)
            PLUMB_CHECK(step());
        return wanted - m_stream.avail_out;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return 0; }

private:
    /// One turn: takes in packed bytes when there are none, and unpacks.
    Result<void> step() {
        if (m_stream.avail_in == 0) {
            PLUMB_TRY(got, m_packed.read(m_bytes));
            m_stream.next_in = reinterpret_cast<Bytef*>(m_bytes.data());
            m_stream.avail_in = static_cast<uInt>(got);
            if (got == 0 && !m_betweenMembers)
                return fail(ErrorKind::Refused, "import.gzip",
                            "The gzip file ends before its content does. Copy or download it again.");
            m_done = got == 0;
            if (m_done)
                return {};
        }
        if (m_betweenMembers) {
            // Zeros that pad a file to a block are no next member.
            while (m_stream.avail_in > 0 && *m_stream.next_in == 0) {
                ++m_stream.next_in;
                --m_stream.avail_in;
            }
            if (m_stream.avail_in == 0)
                return {};
            inflateReset(&m_stream);
            m_betweenMembers = false;
        }
        const int state = inflate(&m_stream, Z_NO_FLUSH);
        m_betweenMembers = state == Z_STREAM_END;
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return fail(ErrorKind::Refused, "import.gzip",
                        "The gzip file is damaged: its bytes can't be unpacked. Copy or download it again.");
        return {};
    }

    ImportSource& m_packed;
    std::vector<char> m_bytes;
    z_stream m_stream{};
    bool m_ready = false, m_done = false, m_betweenMembers = false;
};

} // namespace

bool looksLikeGzip(std::string_view bytes) noexcept {
    return bytes.size() >= 2 && bytes[0] == '\x1F' && bytes[1] == '\x8B';
}

std::unique_ptr<ImportSource> unpacked(ImportSource& packed) {
    return std::make_unique<Unpacker>(packed);
}

} // namespace plumb::exchange
