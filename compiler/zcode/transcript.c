/* Golmac: MIT licence, see LICENSE. */
/* -r: gametext.txt, all the text of the story for proof-reading, one text a line, as the source would write it.
   With $TRANSCRIPT_FORMAT=1 a letter for its kind opens each line (the Addendum lists them). */
#include "compiler/zcode/back.h"
#include "frontends/base/utf.h"

struct transcript {
    const struct zcode *z;
    FILE *out;
    bool letters;
};

static void put_character(FILE *out, uint32_t character)
{
    char text[UTF8_PER_CHARACTER];
    size_t size = utf8_put(text, character);
    fwrite(text, 1, size, out);
}

static void put_text(FILE *out, struct text t)
{
    for (int i = 0; i < t.length; i++) {
        uint32_t u = t.units[i];
        if (u >= TEXT_LOW_STRING)
            fprintf(out, "@%02d", (int)(u - TEXT_LOW_STRING));
        else if (u >= TEXT_ZSCII)
            fprintf(out, "@@%d", (int)(u - TEXT_ZSCII));
        else if (u == '^' || u == '~')
            fprintf(out, "@{%X}", (unsigned)u);
        else
            put_character(out, u == '\n' ? '^' : u == '"' ? '~' : u);
    }
}

static void put_line(struct transcript *t, char letter, struct text text)
{
    if (t->letters)
        fprintf(t->out, "%c: ", letter);
    put_text(t->out, text);
    putc('\n', t->out);
}

static void put_note(struct transcript *t, const char *note)
{
    fprintf(t->out, "%s%s\n", t->letters ? "I: " : "", note);
}

static char letter_of(const struct zcode *z, int string)
{
    const struct ir_string *s = &z->program->strings.at[string];
    const struct source *source = source_find(&z->c->sources, s->at);
    if (s->is_name)
        return 'S';
    return z->low_string_at[string] >= 0 ? 'L' : source && source->veneer ? 'V' : 'G';
}

/* The texts of the program, or the names that it has of its own things. */
static void put_strings(struct transcript *t, bool names)
{
    const struct ir_program *p = t->z->program;
    for (int i = 0; i < p->strings.count; i++)
        if (p->strings.at[i].live && p->strings.at[i].is_name == names)
            put_line(t, letter_of(t->z, i), p->strings.at[i].text);
}

static void put_routines(struct transcript *t)
{
    const struct ir_program *p = t->z->program;
    for (int i = 0; i < p->routines.count; i++) {
        const struct ir_routine *r = p->routines.at[i];
        for (int k = 0; k < r->code.count && r->live; k++)
            if (r->code.at[k].text.length && r->code.at[k].operation != IR_BYTES)
                put_line(t, r->veneer ? 'W' : 'H', r->code.at[k].text);
    }
}

static void put_dictionary(struct transcript *t)
{
    const struct ir_program *p = t->z->program;
    fprintf(t->out, "%s[Dictionary contains %d entries:]\n", t->letters ? "I: " : "", t->z->entry_count);
    for (int i = 0; i < p->words.count; i++)
        if (p->words.at[i].live)
            put_line(t, 'D', p->words.at[i].text);
}

void transcript_write(const struct zcode *z, FILE *out)
{
    const struct ir_program *p = z->program;
    struct transcript t = { z, out, z->c->options.setting[SETTING_TRANSCRIPT_FORMAT] == 1 };
    fprintf(out, "%sTranscript of the text of \"%s\"\n", t.letters ? "I: " : "", z->c->options.source_file);
    put_note(&t, "[From golc " GOLC_VERSION "]");
    if (t.letters)
        put_note(&t, "[I:info, G:game text, V:veneer text, L:lowmem string, A:abbreviation, D:dict word, "
                     "O:object name, S:symbol, H:game text inline in opcode, W:veneer text inline in opcode]");
    put_note(&t, "");
    for (int i = 0; i < z->abbreviations.count; i++)
        put_line(&t, 'A', z->abbreviations.at[i].text);
    put_strings(&t, false);
    put_routines(&t);
    for (int i = 0; i < p->objects.count; i++)
        if (p->objects.at[i].live)
            put_line(&t, 'O', p->objects.at[i].short_name);
    put_strings(&t, true);
    put_note(&t, "");
    put_dictionary(&t);
    put_note(&t, "");
    put_note(&t, arena_format(&z->c->arena, "[Compiled Z-machine version %d]", z->version));
    fprintf(out, "%s[End of transcript: release %d, serial %s]\n", t.letters ? "I: " : "", p->release, p->serial);
}
