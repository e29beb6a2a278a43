#!/usr/bin/env python3
# Golmac: MIT licence, see LICENSE.
#
# Draws the pictures and strikes the sounds of the demos: clock.png, noon.png, bell.png, tick.aiff, bell.aiff. They are
# kept beside it, so that a build needs no Python. Run it in this folder to make them anew.
import math
import struct
import zlib

FINE = 4                        # points per pixel, each way, for smooth edges
BLUE, GOLD, DARK, CLEAR = (38, 62, 112, 255), (226, 186, 84, 255), (24, 30, 48, 255), (0, 0, 0, 0)


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def write_png(name, width, height, colour_at):
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            points = [colour_at(x + (i + 0.5) / FINE, y + (j + 0.5) / FINE) for i in range(FINE) for j in range(FINE)]
            alpha = sum(p[3] for p in points)
            for part in range(3):
                rows.append(sum(p[part] * p[3] for p in points) // alpha if alpha else 0)
            rows.append(alpha // len(points))
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 9)) + chunk(b"IEND", b"")
    open(name, "wb").write(b"\x89PNG\r\n\x1a\n" + data)


# A clock face of 160 by 160; hands are (angle in degrees from XII, length, half width).
def face(hands):
    def colour_at(x, y):
        dx, dy = x - 80, y - 80
        far, angle = math.hypot(dx, dy), math.degrees(math.atan2(dx, -dy)) % 360
        if far > 78:
            return CLEAR
        if far > 73:
            return GOLD
        for turn, length, half in hands:
            along = dx * math.sin(math.radians(turn)) - dy * math.cos(math.radians(turn))
            across = abs(dx * math.cos(math.radians(turn)) + dy * math.sin(math.radians(turn)))
            if -12 < along < length and across < half * (1 - max(along, 0) / (length * 1.3)):
                return GOLD
        quarter = min(angle % 90, 90 - angle % 90) < 15
        if far < 5 or (58 < far < 68 and min(angle % 30, 30 - angle % 30) * far < (260 if quarter else 110)):
            return GOLD
        return BLUE
    return colour_at


def bell(x, y):
    dx, dy = x - 24, y - 6
    if math.hypot(dx, y - 41) < 4:
        return DARK
    wide = 6 + 0.006 * dy * dy * 1.6 + (5 if dy > 28 else 0)
    if 0 < dy < 34 and abs(dx) < min(wide + 3 * math.sqrt(max(dy, 0)) / 2, 22):
        return GOLD
    return CLEAR


# One channel, 8 bits, at 11025 samples a second.
def write_aiff(name, seconds, wave):
    rate = 11025
    count = int(seconds * rate)
    sound = bytes(max(-127, min(127, round(127 * wave(i / rate)))) & 255 for i in range(count))
    extended = struct.pack(">HQ", 16383 + 13, rate << (63 - 13))
    common = chunk_iff(b"COMM", struct.pack(">hIh", 1, count, 8) + extended)
    body = b"AIFF" + common + chunk_iff(b"SSND", struct.pack(">II", 0, 0) + sound)
    open(name, "wb").write(b"FORM" + struct.pack(">I", len(body)) + body)


def chunk_iff(kind, data):
    return kind + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)


# The partials of a church bell: hum, prime, tierce, quint, nominal.
def strike(time):
    partials = ((0.5, 0.20, 1.2), (1, 0.25, 2.2), (1.2, 0.22, 2.8), (1.5, 0.12, 3.5), (2, 0.21, 4))
    return sum(loud * math.sin(2 * math.pi * 392 * part * time) * math.exp(-fade * time) for part, loud, fade in partials)


write_png("clock.png", 160, 160, face([(-5, 40, 6)]))
write_png("noon.png", 160, 160, face([(-5, 40, 6), (300, 62, 4)]))
write_png("bell.png", 48, 48, bell)
write_aiff("tick.aiff", 0.06, lambda t: math.sin(2 * math.pi * 1900 * t) * math.exp(-90 * t))
write_aiff("bell.aiff", 0.85, lambda t: strike(t) * min(1, (0.85 - t) * 6))
