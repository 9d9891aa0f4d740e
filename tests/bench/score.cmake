# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumb_bench(bench_plan SOURCES bench_plan.cpp LIBS plumb::score)
