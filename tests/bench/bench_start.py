#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Plumbline authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start to first mapped window: plumbline opening a review beside Debian's sqlitebrowser opening the same file.

    tests/bench/bench_start.py PLUMBLINE REVIEW.plumb [RUNS]

Starts its own Xvfb without a window manager, alternates the programs, and measures from fork to the MapNotify of the first
top-level window of at least 200 x 200 pixels. Prints medians and their ratio; needs xvfb, libx11-6 and sqlitebrowser.
"""
import ctypes
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time

MAP_NOTIFY = 19
SUBSTRUCTURE_NOTIFY_MASK = 1 << 19


class XMapEvent(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("event", ctypes.c_ulong), ("window", ctypes.c_ulong), ("override_redirect", ctypes.c_int)]


class XEvent(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("map", XMapEvent), ("pad", ctypes.c_long * 24)]


class Watcher:
    """Sees windows being mapped on one display."""

    def __init__(self, display):
        x = self.x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = ctypes.c_ulong
        x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
        x.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        x.XPending.argtypes = [ctypes.c_void_p]
        x.XGetGeometry.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_void_p] * 7
        self.display = x.XOpenDisplay(display.encode())
        if not self.display:
            raise SystemExit("can't open " + display)
        x.XSelectInput(self.display, x.XDefaultRootWindow(self.display), SUBSTRUCTURE_NOTIFY_MASK)
        x.XFlush.argtypes = [ctypes.c_void_p]
        x.XFlush(self.display)
        # A window can be gone before its size is asked for; that is no reason to stop.
        self.handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda d, e: 0)
        x.XSetErrorHandler(self.handler)

    def drain(self):
        event = XEvent()
        while self.x.XPending(self.display):
            self.x.XNextEvent(self.display, ctypes.byref(event))

    def large(self, window):
        root, width, height = ctypes.c_ulong(), ctypes.c_uint(), ctypes.c_uint()
        a, b, c, d = ctypes.c_int(), ctypes.c_int(), ctypes.c_uint(), ctypes.c_uint()
        self.x.XGetGeometry(self.display, window, ctypes.byref(root), ctypes.byref(a), ctypes.byref(b), ctypes.byref(width),
                            ctypes.byref(height), ctypes.byref(c), ctypes.byref(d))
        return width.value >= 200 and height.value >= 200

    def wait_for_window(self, seconds):
        event = XEvent()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.x.XPending(self.display):
                time.sleep(0.0005)
                continue
            self.x.XNextEvent(self.display, ctypes.byref(event))
            if event.type == MAP_NOTIFY and self.large(event.map.window):
                return time.monotonic()
        raise SystemExit("no window appeared")


def once(watcher, command, env):
    watcher.drain()
    start = time.monotonic()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return (watcher.wait_for_window(20) - start) * 1000
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.15)


def main():
    program, review = sys.argv[1], sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    display = ":%d" % (200 + os.getpid() % 500)
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1440x900x24"], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            if os.path.exists("/tmp/.X11-unix/X" + display[1:]):
                break
            time.sleep(0.02)
        time.sleep(0.2)
        with tempfile.TemporaryDirectory() as home:
            env = dict(os.environ, DISPLAY=display, HOME=home, XDG_CONFIG_HOME=home, QT_QPA_PLATFORM="xcb")
            watcher = Watcher(display)
            ours, peer = [], []
            for run in range(runs + 1):
                a, b = once(watcher, [program, review], env), once(watcher, ["sqlitebrowser", review], env)
                if run:  # the first pair only warms the caches
                    ours.append(a)
                    peer.append(b)
        a, b = statistics.median(ours), statistics.median(peer)
        print(f"plumbline      {a:7.1f} ms median of {runs}  (min {min(ours):.1f}, max {max(ours):.1f})")
        print(f"sqlitebrowser  {b:7.1f} ms median of {runs}  (min {min(peer):.1f}, max {max(peer):.1f})")
        print(f"ratio          {a / b:7.2f}")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
