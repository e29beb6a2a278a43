/* Golmac: MIT licence, see LICENSE.

   The chunks of a saved game. Lengths may be wrong and pad bytes may lack: the letters of the chunks that are known
   show where the next one begins. */
#include "frontends/tools/goldump/doctor.h"

#include <string.h>

static const char known[][5] = { "IFhd", "CMem", "UMem", "Stks", "ANNO", "AUTH", "(c) ", "IntD" };

static bool is_known(struct span file, size_t at)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (span_is(file, at, known[i]))
            return true;
    return false;
}

static bool is_letters(struct span file, size_t at)
{
    for (size_t i = 0; i < 4; i++)
        if (span_byte(file, at + i) < 32 || span_byte(file, at + i) > 126)
            return false;
    return span_has(file, at, 8);
}

/* The next chunk that is known, from a place on; the file's end if there is none. */
static size_t find_known(struct span file, size_t at)
{
    while (at + 8 <= file.size && !is_known(file, at))
        at++;
    return at + 8 <= file.size ? at : file.size;
}

/* Where the chunk's content ends and the next chunk begins. */
static size_t end_of_chunk(struct patient *save, const char *type, size_t at, size_t *content_end)
{
    struct span file = save->file;
    size_t length = span_long(file, at + 4), end = at + 8 + length, next = end + (length & 1);

    *content_end = end;
    if (next == file.size || (next < file.size && (is_known(file, next) || is_letters(file, next))))
        if (!((length & 1) && is_known(file, end) && !is_known(file, next)))
            return next;
    if ((length & 1) && (end == file.size || is_known(file, end))) {
        doctor_defect(save, DEFECT_PADDING, type, at, length);
        return end;
    }
    next = find_known(file, at + 8);
    if (strcmp(type, "IFhd") == 0 && next >= at + 8 + HEADER_CHUNK && next <= at + 8 + HEADER_CHUNK + 1)
        *content_end = at + 8 + HEADER_CHUNK;
    else
        *content_end = next;
    doctor_defect(save, DEFECT_LENGTH, type, at, length);
    return next;
}

static void read_chunk(struct patient *save, size_t *at)
{
    struct save_chunk *chunk = vector_add(save->dump->arena, &save->chunks);
    size_t end;

    memcpy(chunk->type, save->file.at + *at, 4);
    for (int i = 0; i < 4; i++)
        if (chunk->type[i] < 32 || chunk->type[i] > 126)
            chunk->type[i] = '?';
    chunk->content = span_part(save->file, *at + 8, 0);
    *at = end_of_chunk(save, arena_string(save->dump->arena, chunk->type, 4), *at, &end);
    if (end > (size_t)(chunk->content.at - save->file.at))
        chunk->content = span_part(save->file, (size_t)(chunk->content.at - save->file.at),
                                   end - (size_t)(chunk->content.at - save->file.at));
}

static const struct save_chunk *find_chunk(struct patient *save, const char *type)
{
    const struct save_chunk *found = NULL;

    for (int i = 0; i < save->chunks.count; i++)
        if (strcmp(save->chunks.at[i].type, type) == 0) {
            if (found)
                doctor_defect(save, DEFECT_TWICE, type);
            else
                found = &save->chunks.at[i];
        }
    return found;
}

/* ---- The form around them ---- */

/* Whether the chunks, by their lengths, end at a place. */
static bool chunks_end_at(struct span file, size_t end)
{
    size_t at = 12;

    while (at + 8 <= end && end <= file.size)
        at += 8 + (size_t)span_long(file, at + 4) + (span_long(file, at + 4) & 1);
    return at == end;
}

static void check_form(struct patient *save)
{
    size_t length = span_long(save->file, 4), actual = save->file.size - 8;

    if (length < actual && chunks_end_at(save->file, length + 8)) {
        save->file.size = length + 8;
        doctor_defect(save, DEFECT_BYTES_AFTER, actual - length);
    } else if (length != actual)
        doctor_defect(save, DEFECT_FORM_LENGTH, length, actual);
    if (strcmp(save->form_type, "IFZS") != 0)
        doctor_defect(save, DEFECT_FORM_TYPE, save->form_type);
}

/* A transfer may have put something before the file: the 128 bytes of MacBinary, the head of a mail. */
static size_t find_form(struct span file)
{
    for (size_t at = 0; at + 12 <= file.size && at <= 4096; at++)
        if (span_is(file, at, "FORM")
            && (span_is(file, at + 8, "IFZS") || (at == 0 && find_known(file, 12) < file.size)))
            return at;
    return SIZE_MAX;
}

int doctor_read_chunks(struct patient *save, struct span file, struct message *why)
{
    size_t form = find_form(file), at = 12;

    if (form == SIZE_MAX)
        return message_set(why, "%s: this is not a saved game in the Quetzal format%s", save->path,
                           file.size < 12 ? ": it is too short" : "");
    save->file = span_part(file, form, file.size - form);
    memcpy(save->form_type, save->file.at + 8, 4);
    for (int i = 0; i < 4; i++)
        if (save->form_type[i] < 32 || save->form_type[i] > 126)
            save->form_type[i] = '?';
    if (form > 0)
        doctor_defect(save, DEFECT_BYTES_BEFORE, form);
    check_form(save);
    while (at + 8 <= save->file.size) {
        if (!is_known(save->file, at) && !is_letters(save->file, at)) {
            size_t next = find_known(save->file, at);

            doctor_defect(save, DEFECT_NO_CHUNK, next - at, at);
            at = next;
            continue;
        }
        read_chunk(save, &at);
    }
    save->header = find_chunk(save, "IFhd");
    save->memory = find_chunk(save, "CMem");
    save->memory = save->memory ? save->memory : find_chunk(save, "UMem");
    save->stack = find_chunk(save, "Stks");
    return 0;
}
