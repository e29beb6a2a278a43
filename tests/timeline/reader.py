# Golmac: MIT licence, see LICENSE.
#
# A reader of journals that knows no more than saves/README.md says, and no less: what it makes of one is compared with what golmac
# makes of it (reader.t).
#
#   reader.py JOURNAL STORY             the turns, as /timeline lists them without its lines
#   reader.py JOURNAL STORY TURN SAVE...   whether each turn's state is what its Quetzal file, exported by golmac, holds
import struct
import sys
import zlib

LINE, KEY, STORY, MOVE, NAME = range(5)
NONE = 0xFFFFFFFF
FROM_STORY = 1
MEMORY = 2090
DISPLAY = {0x01, 0x10, 0x11, *range(0x1E, 0x28), 0x2C, 0x2D, 0x32, 0x33}  # of the header: what an interpreter says of itself


class Wrong(Exception):
    pass


def read_header(journal, story):
    for header in journal[:128], journal[128:256]:
        version, records = struct.unpack_from("<HH", header, 8)
        if (header[:8] == b"\x89ZTL\r\n\x1a\n" and version == 1 and records == 256
                and struct.unpack_from("<I", header, 124)[0] == zlib.crc32(header[:124])):
            break
    else:
        raise Wrong("no header")
    if header[12:22] != story[2:4] + story[0x12:0x18] + story[0x1C:0x1E]:
        raise Wrong("of another story")
    size, number, crc = struct.unpack_from("<I", header, 22)[0], header[26:42], struct.unpack_from("<I", header, 106)[0]
    if size != len(story) or crc not in (0, zlib.crc32(story)):
        raise Wrong("the story has other bytes")
    if any(header[110:124]) or not header[42:106].rstrip(b"\0").isascii():
        raise Wrong("the header's last bytes")
    return number


class Record:
    def __init__(self, body):
        self.number, self.parent, self.kind, self.flags, self.state_size = struct.unpack_from("<IIBBI", body)
        self.command, self.place, self.text, self.difference = body[14:].split(b"\0", 3)


def read_records(journal, number):
    at, last = 256, -1
    while at + 8 + 17 <= len(journal):
        size, crc = struct.unpack_from("<II", journal, at)
        body = journal[at + 8:at + 8 + size]
        if 17 <= size == len(body) and crc == zlib.crc32(number + journal[at:at + 4] + body):
            record = Record(body)
            if record.number > last:
                last = record.number
                yield record
                at += 8 + size
                continue
        at += 1


class Journal:
    def __init__(self, journal, story):
        self.story = story
        self.points, self.turns, self.branches, self.states = {}, [], {}, {}
        self.current = NONE
        for record in read_records(journal, read_header(journal, story)):
            self.take(record)

    def take(self, record):
        if record.kind in (MOVE, NAME):
            self.current = record.parent
            if record.kind == NAME:
                self.branches = {name: end for name, end in self.branches.items() if end != record.parent}
                self.branches[record.command] = record.parent
            return
        self.points[record.number] = record
        for name, end in self.branches.items():
            if end == record.parent:
                self.branches[name] = record.number
        if record.kind in (LINE, KEY):
            self.turns.append(record)
        self.current = record.number

    def turn_at(self, number):
        while number in self.points and self.points[number].kind == STORY:
            number = self.points[number].parent
        return number

    def lines(self):
        ends = {self.turn_at(end): name for name, end in self.branches.items()}
        for turn, record in enumerate(self.turns):
            yield b"%c %d%s%s%s%s%s%s%s" % (
                b"*" if record.number == self.turn_at(self.current) else b" ", turn, b" key" if record.kind == KEY else b"",
                b" > " if record.command else b"", record.command, b" | " if record.place else b"", record.place,
                b" = " if record.number in ends else b"", ends.get(record.number, b""))

    def state(self, record):
        if record.number not in self.states:
            self.states[record.number] = self.made_state(record)
        return self.states[record.number]

    def made_state(self, record):
        if record.flags & FROM_STORY:
            size = struct.unpack_from(">H", self.story, 0x0E)[0]
            state = bytes(MEMORY) + self.story[:size]
        else:
            state = self.state(self.points[record.parent])
        return apply(state, record.difference, record.state_size)


def take_count(data, at):
    count = shift = 0
    while True:
        count |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if not data[at - 1] & 0x80:
            return count, at


def apply(state, difference, size):
    """The state that the difference leads to."""
    out = bytearray(max(len(state), size))
    out[:len(state)] = state
    place = at = 0
    while at < len(difference):
        same, at = take_count(difference, at)
        changed, at = take_count(difference, at)
        place += same
        for byte in difference[at:at + changed]:
            out[place] ^= byte
            place += 1
        at += changed
    if any(out[size:]):
        raise Wrong("something is left past the end of the state")
    return bytes(out[:size])


# ---- What a state says, and what a Quetzal file says

def frames_of(stack, current):
    """From the lowest: return address, locals, whether a result is wanted, its variable, arguments, words."""
    frames, end, at = [], len(stack), current
    while True:
        low, high, result, below = stack[at:at + 4]
        count = high >> 8 & 15
        frames.insert(0, (low | (high & 0xFF) << 16, count, high >> 12 == 0, result & 0xFF, result >> 8, stack[at + 4:end]))
        if at == 0:
            return frames
        at, end = below, at


def chunks(save):
    if save[:4] != b"FORM" or save[8:12] != b"IFZS":
        raise Wrong("no Quetzal file")
    at, found = 12, {}
    while at < len(save):
        name, size = save[at:at + 4], struct.unpack_from(">I", save, at + 4)[0]
        found[name] = save[at + 8:at + 8 + size]
        at += 8 + size + (size & 1)
    return found


def unpack_memory(packed, story, size):
    memory, place, at = bytearray(story[:size]), 0, 0
    while at < len(packed):
        if packed[at]:
            memory[place] ^= packed[at]
            place += 1
            at += 1
        else:
            place += packed[at + 1] + 1
            at += 2
    return bytes(memory)


def unpack_frames(stack):
    frames, at = [], 0
    while at < len(stack):
        high, low, flags, result, given, pushed = struct.unpack_from(">BHBBBH", stack, at)
        count = flags & 15
        words = struct.unpack_from(">%dH" % (count + pushed), stack, at + 8)
        frames.append((low | high << 16, count, not flags & 0x10, result, given.bit_length(), list(words)))
        at += 8 + 2 * (count + pushed)
    return frames


def compare(state, story, save):
    layout, dynamic = struct.unpack_from(">H", state)[0], struct.unpack_from(">H", story, 0x0E)[0]
    registers = state[2048:MEMORY]
    words, current, depth = struct.unpack_from(">HHH", registers, 8)
    instruction, = struct.unpack_from(">I", registers, 28)
    count = registers[27]
    operands = list(struct.unpack_from(">4H", registers, 32))[:count]
    end = MEMORY + dynamic + 2 * words
    stack = list(struct.unpack_from(">%dH" % words, state, MEMORY + dynamic))
    ours, save = frames_of(stack, current), chunks(save)
    theirs = unpack_frames(save[b"Stks"])

    wrong = []
    if layout != 1 or len(state) != end:
        wrong.append("the state's layout or size")
    if registers[:4] != b"ZMS1" or registers[16:26] != save[b"IFhd"][:10]:
        wrong.append("the registers' beginning")
    if struct.unpack_from(">H", registers, 40)[0] != dynamic or registers[26] not in (1, 2):
        wrong.append("dynamic memory's size, or what is waited for")
    if depth != len(ours) - (story[0] != 6):
        wrong.append("how many frames there are")
    memory = unpack_memory(save[b"CMem"], story, dynamic)
    for address in range(dynamic):
        if state[MEMORY + address] != memory[address] and address not in DISPLAY:
            wrong.append("dynamic memory at %04x" % address)
    if len(theirs) != len(ours) + 1 or theirs[-1][0] != instruction:
        wrong.append("the frame that returns")
    taken = theirs[len(ours) - 1][5][len(ours[-1][5]):]
    if any(operand not in operands for operand in taken):
        wrong.append("operands that were on the stack")
    del theirs[len(ours) - 1][5][len(ours[-1][5]):]
    if theirs[1:-1] != ours[1:] or theirs[0][5] != ours[0][5]:
        wrong.append("the stack: %s, and not %s" % (theirs, ours))
    return wrong


def main(path, story_path, *turn):
    with open(path, "rb") as file, open(story_path, "rb") as story_file:
        journal = Journal(file.read(), story_file.read())
    if not turn:
        sys.stdout.buffer.write(b"".join(line + b"\n" for line in journal.lines()))
        return 0
    wrong = 0
    for number, save_path in zip(turn[::2], turn[1::2]):
        with open(save_path, "rb") as file:
            for what in compare(journal.state(journal.turns[int(number)]), journal.story, file.read()):
                print("turn %s: %s" % (number, what))
                wrong += 1
    return wrong > 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Wrong as wrong:
        sys.exit("%s: %s" % (sys.argv[1], wrong))
