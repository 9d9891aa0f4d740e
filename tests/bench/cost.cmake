# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
plumb_bench(bench_simulate SOURCES bench_simulate.cpp LIBS plumb::cost)
plumb_bench(bench_picture SOURCES bench_picture.cpp LIBS plumb::cost)
