// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/block_ops.h"

namespace plumb::cost {

const BlockOps* builtAvx2BlockOps() noexcept;   // block_avx2.cpp
const BlockOps* builtAvx512BlockOps() noexcept; // block_avx512.cpp

namespace {

bool processorHasAvx2() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

bool processorHasAvx512() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx512f") != 0;
#else
    return false;
#endif
}

const BlockOps& fastest() noexcept {
    for (const BlockOps* ops : {avx512BlockOps(), avx2BlockOps()})
        if (ops != nullptr)
            return *ops;
    return portableBlockOps();
}

} // namespace

const BlockOps* avx2BlockOps() noexcept {
    return processorHasAvx2() ? builtAvx2BlockOps() : nullptr;
}

const BlockOps* avx512BlockOps() noexcept {
    return processorHasAvx512() ? builtAvx512BlockOps() : nullptr;
}

const BlockOps& blockOps() noexcept {
    static const BlockOps& ops = fastest();
    return ops;
}

double* alignedRoom(std::vector<double>& memory, std::size_t count) {
    constexpr std::size_t kLine = 64;
    constexpr std::size_t kSpare = kLine / sizeof(double);
    if (memory.size() < count + kSpare)
        memory.resize(count + kSpare);
    const std::size_t off = reinterpret_cast<std::uintptr_t>(memory.data()) % kLine;
    return memory.data() + (off == 0 ? 0 : (kLine - off) / sizeof(double));
}

} // namespace plumb::cost
