/* Golmac: MIT licence, see LICENSE. */
/* Where files are found and written: +path= words, the library's place in the system, the main source, the story. */
#include "compiler/driver/command_line.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

static const struct { const char *name; size_t list, text; bool early; } variables[] = {
    { "include_path", offsetof(struct options, include_path), 0, false },
    { "source_path", offsetof(struct options, source_path), 0, true },
    { "code_path", offsetof(struct options, code_path), 0, false },
    { "icl_path", offsetof(struct options, icl_path), 0, true },
    { "debugging_name", 0, offsetof(struct options, debug_name), false },
    { "transcript_name", 0, offsetof(struct options, transcript_name), false },
    { "language_name", 0, offsetof(struct options, language_name), false },
    { "charset_map", 0, offsetof(struct options, map_name), false },
    { "module_path", 0, 0, false },              /* of older compilers: accepted, without effect */
    { "temporary_path", 0, 0, false }
};
enum { VARIABLE_COUNT = sizeof variables / sizeof *variables };

static const char *const library_places[] = {
    "/usr/share/inform6/library", "/usr/local/share/inform6/library", "/usr/share/inform/6/library",
    "/usr/share/inform6/std/lib"
};

static int find_variable(const char *text, size_t length)
{
    for (int i = 0; i < VARIABLE_COUNT; i++)
        if (strlen(variables[i].name) == length && !strncasecmp(variables[i].name, text, length))
            return i;
    return -1;
}

/* Directories separated by commas; an empty one is the current directory. Added ones come first. A list has a
   directory once. */
static void set_list(struct compiler *c, struct path_list *list, const char *value, bool add)
{
    struct path_list old = *list, new = {0};
    const char *end;
    for (const char *p = value; *value; p = end + 1) {
        end = strchr(p, ',');
        end = end ? end : p + strlen(p);
        *vector_add(&c->arena, &new.dirs) = arena_string(&c->arena, p, (size_t)(end - p));
        if (!*end)
            break;
    }
    for (int i = 0; add && i < old.dirs.count; i++) {
        bool known = false;
        for (int j = 0; j < new.dirs.count; j++)
            known |= !strcmp(old.dirs.at[i], new.dirs.at[j]);
        if (!known)
            *vector_add(&c->arena, &new.dirs) = old.dirs.at[i];
    }
    *list = new;
}

enum options_answer paths_apply(struct compiler *c, const char *text, position at)
{
    bool add = *text == '+';
    const char *name = text + add, *equals = strchr(name, '=');
    int variable = equals ? find_variable(name, (size_t)(equals - name)) : 0;
    char *options = (char *)&c->options;
    if (variable < 0) {
        diag_hint(&c->diagnostics, "golc -h1 explains include_path, source_path, code_path, icl_path and the others");
        diag(&c->diagnostics, DIAG_UNKNOWN_PATH, at, (int)(equals - name), name);
        return OPTIONS_BAD;
    }
    if (variables[variable].list)
        set_list(c, (struct path_list *)(void *)(options + variables[variable].list), equals ? equals + 1 : name, add);
    else if (variables[variable].text)
        *(const char **)(void *)(options + variables[variable].text) = arena_string(&c->arena, equals + 1,
                                                                                    strlen(equals + 1));
    return OPTIONS_COMPILE;
}

bool paths_early(const char *text)
{
    const char *name = text + (*text == '+'), *equals = strchr(name, '=');
    int variable = equals ? find_variable(name, (size_t)(equals - name)) : -1;
    return variable >= 0 && variables[variable].early;
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISDIR(status.st_mode);
}

static bool has_extension(const char *name)
{
    const char *slash = strrchr(name, '/'), *dot = strrchr(slash ? slash : name, '.');
    return dot != NULL && dot != (slash ? slash + 1 : name);
}

static const char *find_in(struct compiler *c, const char *dir, const char *name, const char *extension)
{
    const char *slash = *dir && dir[strlen(dir) - 1] != '/' ? "/" : "";
    const char *with = arena_format(&c->arena, "%s%s%s%s", dir, slash, name, extension);
    const char *plain = arena_format(&c->arena, "%s%s%s", dir, slash, name);
    if (!has_extension(name) && is_file(with))
        return with;
    if (is_file(plain))
        return plain;
    return is_file(with) ? with : NULL;
}

/* A name with a '/' is a path already. */
const char *paths_find(struct compiler *c, const struct path_list *list, const char *name, const char *extension)
{
    const char *found = NULL;
    if (!list->dirs.count || strchr(name, '/'))
        return find_in(c, "", name, extension);
    for (int i = 0; i < list->dirs.count && !found; i++)
        found = find_in(c, list->dirs.at[i], name, extension);
    return found;
}

/* The source's name with the version's extension, in code_path, else in the current folder. */
const char *paths_story_name(struct compiler *c)
{
    const struct options *options = &c->options;
    const char *slash = strrchr(options->source_file, '/'), *name = slash ? slash + 1 : options->source_file;
    const char *dot = strrchr(name, '.');
    const char *dir = options->code_path.dirs.count ? options->code_path.dirs.at[0] : "";
    const char *between = *dir && dir[strlen(dir) - 1] != '/' ? "/" : "";
    size_t length = dot && dot != name ? (size_t)(dot - name) : strlen(name);
    return arena_format(&c->arena, "%s%s%.*s.z%d", dir, between, (int)length, name, options->version);
}

/* After the user's folders, or else the current one. */
void paths_add_library(struct compiler *c)
{
    if (c->options.include_path.dirs.count == 0)
        *vector_add(&c->arena, &c->options.include_path.dirs) = "";
    for (size_t i = 0; i < sizeof library_places / sizeof *library_places && !c->options.no_library_default; i++) {
        struct stat status;
        if (stat(library_places[i], &status) == 0 && S_ISDIR(status.st_mode))
            *vector_add(&c->arena, &c->options.include_path.dirs) = library_places[i];
    }
}
