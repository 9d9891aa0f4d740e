// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cost/block_ops.h"

namespace plumb::cost {

const BlockOps* builtAvx2BlockOps() noexcept; // block_avx2.cpp

namespace {

bool processorHasAvx2() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") != 0;
#else
    return false;
#endif
}

} // namespace

const BlockOps* avx2BlockOps() noexcept {
    return processorHasAvx2() ? builtAvx2BlockOps() : nullptr;
}

const BlockOps& blockOps() noexcept {
    const BlockOps* fast = avx2BlockOps();
    return fast != nullptr ? *fast : portableBlockOps();
}

} // namespace plumb::cost
