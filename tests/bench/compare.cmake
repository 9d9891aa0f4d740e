# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumb_bench(bench_compare SOURCES bench_compare.cpp LIBS plumb::session)
