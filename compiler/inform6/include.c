/* Golmac: MIT licence, see LICENSE. */
/* Finding and reading source files. */
#include "compiler/inform6/token.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { LARGEST_SOURCE = 1 << 28, LONGEST_NAME = 4096 };

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* A first guess; the file may grow meanwhile. */
static size_t size_of(FILE *in)
{
    struct stat status;
    return fstat(fileno(in), &status) == 0 && status.st_size < LARGEST_SOURCE ? (size_t)status.st_size + 1 : 1 << 16;
}

/* All of a file, and a 0 behind it. */
static unsigned char *read_all(struct compiler *c, FILE *in, size_t *size)
{
    size_t capacity = size_of(in), count = 0, got;
    unsigned char *bytes = arena_alloc(&c->arena, capacity);
    while ((got = fread(bytes + count, 1, capacity - count, in)) > 0) {
        count += got;
        if (count == capacity && capacity < LARGEST_SOURCE) {
            unsigned char *larger = arena_alloc(&c->arena, capacity * 2);
            memcpy(larger, bytes, count);
            bytes = larger;
            capacity *= 2;
        }
    }
    *size = count;
    return bytes;
}

struct source *include_read_main(struct compiler *c, const char *path, position at)
{
    bool ordinary = is_file(path);
    FILE *in = ordinary ? fopen(path, "rb") : NULL;
    struct source *s;
    unsigned char *bytes;
    char *text;
    size_t size = 0;
    int length;
    bool failed;
    if (!in) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, at, path, ordinary ? strerror(errno) : "it is not an ordinary file");
        return NULL;
    }
    bytes = read_all(c, in, &size);
    failed = ferror(in) || size >= LARGEST_SOURCE;
    fclose(in);
    if (failed) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, at, path, size >= LARGEST_SOURCE ? strerror(EFBIG) : strerror(EIO));
        return NULL;
    }
    if (c->options.trace[TRACE_FILES])
        printf("Reading \"%s\"\n", path);
    text = encoding_to_utf8(c, bytes, size, &length);
    s = source_add(&c->sources, path, text, length, at);
    encoding_check(c, bytes, size, s);
    return s;
}

/* The entry of a directory whose name differs from `name` at most by case; NULL if there is none. */
static const char *entry_by_case(struct compiler *c, const char *directory, const char *name)
{
    DIR *d = opendir(directory);
    const char *found = NULL;
    struct dirent *entry;
    while (d && !found && (entry = readdir(d)))
        if (strcasecmp(entry->d_name, name) == 0)
            found = arena_string(&c->arena, entry->d_name, strlen(entry->d_name));
    if (d)
        closedir(d);
    return found;
}

/* The ways to take an included name. All directories are tried for the first way, then all for the second. */
enum manner {
    AS_INFORM_DOES,              /* with ".h" when it has no extension, or ".inf" behind '>' */
    BUT_FOR_CASE,                /* the same, ignoring case */
    AS_WRITTEN,                  /* without an extension */
    MANNER_COUNT
};

struct wanted {
    const char *name;
    const char *extension;       /* for a name that has none; a dot at the end says that there shall be none */
    position at;
};

static const char *find_by_case(struct compiler *c, const char *path, position at)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *other, *found;
    const char *directory = slash ? arena_string(&c->arena, path, (size_t)(slash - path) + 1) : ".";
    other = entry_by_case(c, directory, name);
    if (!other)
        return NULL;
    found = slash ? arena_format(&c->arena, "%s%s", directory, other) : other;
    if (!is_file(found))
        return NULL;
    diag(&c->diagnostics, DIAG_INCLUDE_CASE, at, other, name);
    return found;
}

static const char *find_in(struct compiler *c, const char *directory, const struct wanted *w, enum manner manner)
{
    const char *slash = strrchr(w->name, '/'), *dot = strchr(slash ? slash : w->name, '.');
    bool bare = w->name[0] == '/' || !directory[0] || strcmp(directory, ".") == 0;
    const char *between = bare || directory[strlen(directory) - 1] == '/' ? "" : "/";
    int length = (int)strlen(w->name) - (dot && !dot[1]);
    const char *path = arena_format(&c->arena, "%s%s%.*s%s", bare ? "" : directory, between, length, w->name,
                                    dot || manner == AS_WRITTEN ? "" : w->extension);
    if (manner == BUT_FOR_CASE)
        return find_by_case(c, path, w->at);
    return is_file(path) ? path : NULL;
}

/* The directory of the file with this path; "": the current one. */
static const char *directory_of(struct compiler *c, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_string(&c->arena, path, (size_t)(slash - path) + 1) : "";
}

/* Of the source that the command line names, whoever includes. */
static const char *main_directory(struct compiler *c)
{
    const char *path = "";
    for (int i = c->sources.list.count - 1; i >= 0; i--)
        if (!c->sources.list.at[i]->commands && !c->sources.list.at[i]->veneer)
            path = c->sources.list.at[i]->path;
    return directory_of(c, path);
}

/* The include path, which ends in the system's library, then beside the including file. A name that says a folder is
   looked for from the current one first. */
static const char *search(struct compiler *c, const struct wanted *w, enum manner manner)
{
    const struct path_list *paths = &c->options.include_path;
    const struct source *from = source_find(&c->sources, w->at);
    const char *found = strchr(w->name, '/') ? find_in(c, "", w, manner) : NULL;
    for (int i = 0; i < paths->dirs.count && !found; i++)
        found = find_in(c, paths->dirs.at[i], w, manner);
    if (!found)
        found = find_in(c, directory_of(c, from ? from->path : ""), w, manner);
    return found;
}

struct source *include_open(struct compiler *c, const char *text, int length, position at)
{
    bool beside = length > 0 && text[0] == '>';
    struct wanted w = { .extension = beside ? ".inf" : ".h", .at = at };
    const char *found = NULL;
    if (length >= LONGEST_NAME || memchr(text, '\n', (size_t)length)) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, at, "the included file", strerror(ENAMETOOLONG));
        return NULL;
    }
    w.name = arena_string(&c->arena, text + beside, (size_t)(length - beside));
    if (strcasecmp(w.name, "language__") == 0)
        w.name = c->options.language_name;
    for (int i = 0; i < MANNER_COUNT && !found; i++)
        found = beside ? find_in(c, main_directory(c), &w, i) : search(c, &w, i);
    if (!found) {
        diag(&c->diagnostics, DIAG_CANNOT_OPEN, at, w.name, strerror(ENOENT));
        return NULL;
    }
    return include_read_main(c, found, at);
}
