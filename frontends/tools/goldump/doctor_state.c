/* Golmac: MIT licence, see LICENSE.

   What the chunks of a saved game say: which story (IFhd), its memory (CMem, UMem), its stack (Stks), and where it
   stood. */
#include "frontends/tools/goldump/doctor.h"
#include "frontends/base/order.h"
#include "frontends/formats/identity.h"

#include <string.h>

enum { FRAME_HEAD = 8, DISCARDS = 0x10, SIGHT = 12 /* bytes of the longest save instruction */ };

/* ---- Which story (Quetzal 5) ---- */

static void check_identity(struct patient *save)
{
    uint8_t story[IDENTITY];

    identity_bytes(story, save->dump->image.bytes.at);
    if (memcmp(story, save->identity, IDENTITY) == 0)
        return;
    if (memcmp(story, save->identity, 8) == 0) {
        doctor_defect(save, DEFECT_CHECKSUM, save->identity[8], save->identity[9], story[8], story[9]);
        memcpy(save->identity, story, IDENTITY);
        return;
    }
    doctor_defect(save, DEFECT_OTHER_STORY, order_word(save->identity), (char *)save->identity + 2,
                  order_word(story), (char *)story + 2);
    save->other_story = true;
    save->has_story = false;
}

void doctor_read_header(struct patient *save)
{
    const struct save_chunk *header = save->header;

    if (!header || header->content.size < HEADER_CHUNK) {
        save->header_defect = save->defects.count;
        doctor_defect(save, header ? DEFECT_SHORT_IDENTITY : DEFECT_NO_IDENTITY);
        if (save->has_story)
            identity_bytes(save->identity, save->dump->image.bytes.at);
        return;
    }
    save->has_header = true;
    memcpy(save->identity, header->content.at, IDENTITY);
    save->pc = span_long(header->content, 9) & 0xFFFFFF;
    if (save->has_story)
        check_identity(save);
}

/* ---- Memory (Quetzal 3) ---- */

/* A run is a zero and its length less one. What runs on past dynamic memory without a difference does no harm but is
   refused. */
static void decompress(struct patient *save)
{
    struct span from = save->memory->content;
    size_t at = 0, address = 0, size = save->dump->image.statics, kept = 0;

    while (at < from.size) {
        uint8_t difference = from.at[at++];

        if (difference == 0 && at == from.size) {
            doctor_defect(save, DEFECT_LONE_ZERO);
            break;
        }
        if (difference != 0 && address >= size) {
            doctor_defect(save, DEFECT_MUCH_MEMORY, size);
            break;
        }
        if (difference != 0) {
            save->dynamic.at[address++] ^= difference;
            save->changed++;
            kept = at;
        } else
            address += from.at[at++] + (size_t)1;
    }
    if (address > size)
        doctor_defect(save, DEFECT_LONG_RUN, size);
    save->differences = span_part(from, 0, kept);
}

static void take_plain(struct patient *save)
{
    struct span from = save->memory->content;
    size_t size = save->dump->image.statics;

    for (size_t i = 0; i < size && i < from.size; i++) {
        save->changed += save->dynamic.at[i] != from.at[i];
        save->dynamic.at[i] = from.at[i];
    }
    if (from.size > size)
        doctor_defect(save, DEFECT_LONG_PLAIN, from.size, size);
    if (from.size < size)
        doctor_defect(save, DEFECT_SHORT_PLAIN, from.size, size);
    save->differences = span_part(from, 0, size);
}

void doctor_read_memory(struct patient *save)
{
    if (!save->memory) {
        doctor_defect(save, DEFECT_NO_MEMORY);
        return;
    }
    save->differences = save->memory->content;
    if (!save->has_story)
        return;
    save->dynamic.arena = save->dump->arena;
    bytes_add_block(&save->dynamic, save->dump->image.bytes.at, (int)save->dump->image.statics);
    if (strcmp(save->memory->type, "CMem") == 0)
        decompress(save);
    else
        take_plain(save);
}

/* ---- Stack (Quetzal 4) ---- */

static size_t read_frame(struct patient *save, size_t at)
{
    struct span from = save->stack->content;
    struct frame f = { .back = span_long(from, at) >> 8, .flags = span_byte(from, at + 3) };
    size_t size;

    f.locals = f.flags & 15;
    f.result = span_byte(from, at + 4);
    f.arguments = span_byte(from, at + 5);
    size = 2 * ((size_t)f.locals + span_word(from, at + 6));
    if (!span_has(from, at, FRAME_HEAD) || !span_has(from, at + FRAME_HEAD, size))
        return 0;
    f.words = span_part(from, at + FRAME_HEAD, size);
    *vector_add(save->dump->arena, &save->frames) = f;
    return FRAME_HEAD + size;
}

static void add_first_frame(struct patient *save)
{
    struct frame first = { 0 };

    (void)vector_add(save->dump->arena, &save->frames);
    for (int i = save->frames.count - 1; i > 0; i--)
        save->frames.at[i] = save->frames.at[i - 1];
    save->frames.at[0] = first;
}

void doctor_read_stack(struct patient *save)
{
    size_t at = 0, size;

    if (!save->stack) {
        doctor_defect(save, DEFECT_NO_STACK);
        return;
    }
    while (at < save->stack->content.size) {
        size = read_frame(save, at);
        if (size == 0)
            break;
        at += size;
    }
    if (at + 1 == save->stack->content.size && span_byte(save->stack->content, at) == 0)
        doctor_defect(save, DEFECT_STACK_ZERO);
    else if (at < save->stack->content.size)
        doctor_defect(save, DEFECT_STACK_CUT, save->frames.count + 1);
    if (save->has_story && save->dump->image.version != 6 && save->frames.count > 0 && save->frames.at[0].back != 0) {
        add_first_frame(save);
        doctor_defect(save, DEFECT_NO_FIRST_FRAME);
    }
}

/* ---- Where it stood ---- */

/* Whether the bytes before an address are a save instruction that goes on there: with its store or its branch. */
static bool follows_save(const struct dump *dump, size_t pc)
{
    struct instruction i;

    for (size_t back = 1; back <= SIGHT && back < pc; back++) {
        size_t tail;

        if (instruction_decode(dump, pc - back, &i) != NULL || strcmp(i.opcode->name, "save") != 0 || i.operand_count)
            continue;
        tail = i.branch == BRANCH_NONE ? 1 : (image_byte(dump, pc) & 0x40) ? 1 : 2;
        if (i.next == pc + tail)
            return true;
    }
    return false;
}

static bool is_input(const struct dump *dump, size_t pc)
{
    struct instruction i;

    return instruction_decode(dump, pc, &i) == NULL
        && (strcmp(i.opcode->name, "sread") == 0 || strcmp(i.opcode->name, "aread") == 0
            || strcmp(i.opcode->name, "read_char") == 0);
}

/* A store that is thrown away, or a branch when true, and back to an instruction that asks for input. */
static bool returns_to_input(const struct patient *save)
{
    const struct dump *dump = save->dump;
    uint8_t first = image_byte(dump, save->pc), second = image_byte(dump, save->pc + 1);
    bool back = dump->image.version < 4 ? (first | 1) == 0xC1 : first < 16 && (second | 1) == 0xB1;

    return back && save->frames.count > 0 && is_input(dump, save->frames.at[save->frames.count - 1].back);
}

/* The routine at work: the one that the newest frame's caller called. */
static const struct routine *newest_routine(const struct patient *save)
{
    const struct dump *dump = save->dump;
    size_t back = save->frames.count ? save->frames.at[save->frames.count - 1].back : 0;
    const struct routine *caller = routine_around(dump, back ? back - 1 : 0);
    struct instruction i;

    for (size_t at = caller ? caller->code : 0; caller && at < back; at = i.next)
        if (instruction_decode(dump, at, &i) != NULL)
            return NULL;
        else if ((i.next == back || i.next == back + 1) && (i.opcode->flags & ZM_ROUTINE)
                 && i.operands[0].type != OPERAND_VARIABLE)
            return routine_at(dump, image_routine(dump, i.operands[0].value));
    return NULL;
}

/* Where a saved game stands that this instruction made: at its store byte or its branch (Quetzal 5.8). */
static size_t place_of(const struct dump *dump, const struct instruction *i)
{
    if (i->store >= 0)
        return i->next - 1;
    return follows_save(dump, i->next - 1) ? i->next - 1 : i->next - 2;
}

/* The place of the routine's only save instruction; 0: it has none; SIZE_MAX: it has several. */
static size_t only_save(const struct dump *dump, const struct routine *r)
{
    size_t found = 0;
    struct instruction i;

    for (size_t at = r->code; at < r->end; at = i.next) {
        if (instruction_decode(dump, at, &i) != NULL)
            break;
        if (strcmp(i.opcode->name, "save") == 0 && i.operand_count == 0)
            found = found ? SIZE_MAX : place_of(dump, &i);
    }
    return found;
}

static size_t only_save_of_story(const struct dump *dump)
{
    size_t found = 0;

    for (int k = 0; k < dump->routines.count; k++) {
        size_t place = only_save(dump, &dump->routines.at[k]);

        if (place)
            found = found ? SIZE_MAX : place;
    }
    return found;
}

/* Without a program counter: the game was saved by the routine at work, if that has one save instruction, or by the
   story's only one. */
static void restore_place(struct patient *save)
{
    const struct dump *dump = save->dump;
    const struct routine *newest;
    size_t place;

    routines_find(save->dump);
    newest = newest_routine(save);
    place = newest ? only_save(dump, newest) : 0;
    if (place == 0)
        place = only_save_of_story(dump);
    save->place = place && place != SIZE_MAX ? PLACE_SAVE : PLACE_NOWHERE;
    if (save->place == PLACE_NOWHERE)
        return;
    save->pc = place;
    save->defects.at[save->header_defect].mended = true;
}

/* Quetzal has no word for a game that waits for input: it is made to stand in a routine which returns to that at
   once. */
static void mend_input(struct patient *save)
{
    const struct dump *dump = save->dump;
    size_t at;

    for (at = dump->image.statics; at < dump->image.bytes.size; at++) {
        uint8_t first = image_byte(dump, at), second = image_byte(dump, at + 1);

        if (dump->image.version < 4 ? (first | 1) == 0xC1 : first < 16 && (second | 1) == 0xB1)
            break;
    }
    save->was_at_input = true;
    doctor_defect(save, at < dump->image.bytes.size ? DEFECT_AT_INPUT : DEFECT_AT_INPUT_LOST);
    if (at == dump->image.bytes.size)
        return;
    *vector_add(dump->arena, &save->frames) = (struct frame){
        .back = save->pc, .locals = 15, .flags = DISCARDS | 15,
        .words = { arena_alloc(dump->arena, 30), 30 } };
    save->pc = at;
    save->place = PLACE_PROMPT;
}

void doctor_find_place(struct patient *save)
{
    const struct dump *dump = save->dump;

    if (!save->has_story)
        return;
    if (!save->has_header) {
        restore_place(save);
        return;
    }
    save->place = follows_save(dump, save->pc) ? PLACE_SAVE : returns_to_input(save) ? PLACE_PROMPT
        : is_input(dump, save->pc) ? PLACE_INPUT : PLACE_NOWHERE;
    if (save->place == PLACE_INPUT)
        mend_input(save);
    else if (save->place == PLACE_NOWHERE)
        doctor_defect(save, DEFECT_NOWHERE, save->pc);
}
