# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumb_bench(bench_import SOURCES bench_import.cpp LIBS plumb::exchange)
