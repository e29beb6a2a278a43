/* Golmac: MIT licence, see LICENSE.

   Saved games and auxiliary files. */
#include "frontends/session/save.h"
#include "frontends/formats/identity.h"
#include "frontends/base/file.h"
#include "frontends/base/order.h"
#include "frontends/formats/identity.h"
#include "interp/header.h"

#include <errno.h>
#include <string.h>

static int put_byte(void *context, zm_u8 byte) { return putc(byte, (FILE *)context) == EOF; }
static int get_byte(void *context) { return getc((FILE *)context); }
static int go_back(void *context) { return fseek((FILE *)context, 0, SEEK_SET); }

int save_write(const char *path, struct zm *zm, struct message *why)
{
    struct file_writer writer;
    struct zm_sink sink = { NULL, put_byte };
    unsigned error;

    if (file_writer_open(&writer, path, why) != 0)
        return -1;
    sink.context = writer.file;
    errno = 0;
    error = zm->state == ZM_SAVE ? zm_quetzal_write(zm, &sink) : zm_quetzal_write_prompt(zm, &sink);
    if (error == ZM_ERROR_save_prompt) {
        (void)file_writer_close(&writer, 0, why);
        return message_set(why, "%s.", zm_error_text(error));
    }
    return file_writer_close(&writer, error == ZM_ERROR_none, why);
}

/* ---- Restoring ---- */

/* What a save's IFhd chunk says (Quetzal 5.4): release, serial number and checksum of its story; where it stands. */
enum { IDENTITY = 13, AT_PLACE = IDENTITY_BYTES };

static int read_identity(FILE *file, unsigned char *identity)
{
    unsigned char chunk[8];
    unsigned long length;

    if (fseek(file, 12, SEEK_SET) != 0)
        return -1;
    while (fread(chunk, 1, sizeof chunk, file) == sizeof chunk) {
        if (memcmp(chunk, "IFhd", 4) == 0)
            return fread(identity, 1, IDENTITY, file) == IDENTITY ? 0 : -1;
        length = order_long(chunk + 4);
        if (length > 0xFFFFFF || fseek(file, (long)(length + (length & 1)), SEEK_CUR) != 0)
            return -1;
    }
    return -1;
}

static int explain_other_story(const char *path, FILE *file, struct zm *zm, struct message *why)
{
    unsigned char theirs[IDENTITY], ours[IDENTITY_BYTES];
    char saved[IDENTITY_NAME], played[IDENTITY_NAME];

    if (read_identity(file, theirs) != 0)
        return message_set(why, "%s: %s.", path, zm_error_text(ZM_ERROR_wrong_story));
    identity_bytes(ours, zm->story);
    identity_describe(theirs, saved);
    identity_describe(ours, played);
    return message_set(why, "%s: this save is for another story: %s; this one is %s.", path, saved, played);
}

/* Whether the save stands at an instruction that asks for input, where some interpreters' autosaves do, and not
   behind one that saves (Quetzal 5.8): to take what follows for that one's end would lead anywhere. */
static bool is_at_input(FILE *file, struct zm *zm)
{
    enum { AREAD = 0xE4, READ_CHAR = 0xF6, SAVE = 0xB5, EXTENDED = 0xBE, LONGEST_SAVE = 12 };
    unsigned char identity[IDENTITY];
    zm_u32 place, before;
    unsigned byte;

    if (read_identity(file, identity) != 0)
        return false;
    place = (zm_u32)identity[AT_PLACE] << 16 | (zm_u32)identity[AT_PLACE + 1] << 8 | identity[AT_PLACE + 2];
    byte = place < zm->story_size && place > LONGEST_SAVE ? zm_byte(zm, place) : 0;
    if (byte != AREAD && byte != READ_CHAR)
        return false;
    for (before = 3; before <= LONGEST_SAVE; before++)
        if (zm->version >= 5 && zm_byte(zm, place - before) == EXTENDED && zm_byte(zm, place - before + 1) == 0)
            return false;
    return zm->version >= 5 || zm_byte(zm, place - 1) != SAVE;
}

static int explain_damage(const char *path, FILE *file, unsigned error, struct message *why)
{
    char start[4] = "";

    rewind(file);
    if (fread(start, 1, sizeof start, file) != sizeof start || memcmp(start, "FORM", sizeof start) != 0)
        return message_set(why, "%s: %s.", path, zm_error_text(error));
    return message_set(why, "%s: %s. \"goldump save\" tells more of it, and may mend it.", path, zm_error_text(error));
}

int save_read(const struct files *files, const char *path, struct zm *zm, struct message *why)
{
    struct zm_source source = { NULL, get_byte, go_back };
    FILE *file = files_open(files, path, FILE_READ, why);
    unsigned error;
    int result = 0;

    if (!file)
        return -1;
    source.context = file;
    if (is_at_input(file, zm)) {
        fclose(file);
        return message_set(why, "%s: this is another interpreter's autosave, which waits for input: \"goldump save\" "
                           "with --repair makes a saved game of it.", path);
    }
    rewind(file);
    error = zm_quetzal_read(zm, &source);
    if (error == ZM_ERROR_wrong_story)
        result = explain_other_story(path, file, zm, why);
    else if (error)
        result = explain_damage(path, file, error, why);
    fclose(file);
    return result;
}

/* ---- Tables ---- */

int save_write_table(const char *path, struct zm *zm, zm_u16 table, zm_u16 length, struct message *why)
{
    struct file_writer writer;
    unsigned i;
    int ok = 1;

    if (file_writer_open(&writer, path, why) != 0)
        return -1;
    for (i = 0; i < length && ok; i++)
        ok = putc(zm_byte(zm, table + i), writer.file) != EOF;
    return file_writer_close(&writer, ok, why) == 0 ? length : -1;
}

int save_read_table(const struct files *files, const char *path, struct zm *zm, zm_u16 table, zm_u16 length,
               struct message *why)
{
    FILE *file = files_open(files, path, FILE_READ, why);
    unsigned i;
    int byte;

    if (!file)
        return -1;
    for (i = 0; i < length && (byte = getc(file)) != EOF; i++)
        if (zm_put_byte(zm, table + i, (zm_u8)byte) != 0)
            break;
    fclose(file);
    return (int)i;
}
