/* Golmac: MIT licence, see LICENSE.

   Blurb files (Inform Designer's Manual, section 43; Inform 7's are understood as far as they concern the Blorb): an
   command a line, words and texts in quotes, ! begins a comment. A palette's braces may span lines. */
#include "frontends/tools/golblorb/box.h"

#include <ctype.h>
#include <string.h>

struct reader { struct box *box; struct span text; size_t at; int line; };

static int peek(const struct reader *reader)
{
    return reader->at < reader->text.size ? reader->text.at[reader->at] : '\n';
}

static void pass_blanks(struct reader *reader)
{
    while (reader->at < reader->text.size && peek(reader) != '\n' && isspace(peek(reader)))
        reader->at++;
    if (peek(reader) == '!')
        while (peek(reader) != '\n')
            reader->at++;
}

static int take_word(struct reader *reader, struct word *word, struct message *why)
{
    size_t start;

    word->quoted = peek(reader) == '"';
    start = reader->at += word->quoted;
    while (word->quoted ? peek(reader) != '"' && peek(reader) != '\n' : !isspace(peek(reader)))
        reader->at++;
    word->text = arena_string(reader->box->arena, (const char *)reader->text.at + start, reader->at - start);
    if (strlen(word->text) != reader->at - start)
        return message_set(why, "there is a zero byte: this is no text");
    if (word->quoted && peek(reader) != '"')
        return message_set(why, "a text in quotes does not end on its line");
    reader->at += word->quoted;
    return 0;
}

/* The words of one command; none for an empty line. */
static int take_line(struct reader *reader, struct words *words, struct message *why)
{
    VECTOR(struct word) found = { 0 };
    bool braces = false;

    for (;;) {
        pass_blanks(reader);
        if (peek(reader) != '\n') {
            if (take_word(reader, vector_add(reader->box->arena, &found), why) != 0)
                return -1;
            braces = braces ? strcmp(vector_last(&found)->text, "}") != 0 : strcmp(vector_last(&found)->text, "{") == 0;
        } else {
            reader->at++;
            reader->line++;
            if (!braces || reader->at >= reader->text.size)
                break;
        }
    }
    *words = (struct words){ found.at, found.count };
    return 0;
}

static int perform_line(struct reader *reader, struct message *why)
{
    struct words words;
    const struct command *command;

    if (take_line(reader, &words, why) != 0)
        return -1;
    if (words.count == 0)
        return 0;
    command = command_find(words.at->text, strlen(words.at->text));
    if (!command)
        return message_set(why, "\"%s\" is no command: golblorb --help lists them", words.at->text);
    return command->perform(reader->box, (struct words){ words.at + 1, words.count - 1 }, why);
}

int blurb_read(struct box *box, const char *path, struct span text, struct message *why)
{
    struct reader reader = { box, text, 0, 0 };
    const char *slash = strrchr(path, '/');
    struct message fault;

    box->folder = slash ? arena_string(box->arena, path, (size_t)(slash + 1 - path)) : "";
    while (reader.at < text.size) {
        int line = reader.line + 1;

        if (perform_line(&reader, &fault) != 0)
            return message_set(why, "%s:%d: %s", path, line, fault.text);
    }
    box->folder = "";
    return 0;
}
