/* Golmac: MIT licence, see LICENSE.

   Patterns of the C library: extended regular expressions, with \d, \D and (?: of Perl's. Others of Perl's are refused,
   so that no script means one thing here and another elsewhere. */
#include "frontends/tools/goltest/pattern.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

struct pattern { regex_t regex; };

static const struct { const char *perl, *posix; } words[] = {
    { "\\\\", "\\\\" }, { "\\d", "[0-9]" }, { "\\D", "[^0-9]" }, { "(?:", "(" },
};

/* What the C library would take for something else. */
static const char *const others[] = { "(?", "*?", "+?", "??", "}?", "\\A", "\\Z", "\\z", "\\K", "\\1", "\\p" };

static bool is_refused(const char *at)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strncmp(at, others[i], strlen(others[i])) == 0)
            return true;
    return false;
}

/* The pattern as the C library wants it, allocated; NULL: it cannot be said, or there is no memory. */
static char *translate(const char *text)
{
    char *result = malloc(6 * strlen(text) + 1), *to = result;

    while (result && *text) {
        size_t i = 0, count = sizeof words / sizeof *words;

        while (i < count && strncmp(text, words[i].perl, strlen(words[i].perl)) != 0)
            i++;
        if (i < count) {
            to = stpcpy(to, words[i].posix);
            text += strlen(words[i].perl);
        } else if (is_refused(text)) {
            free(result);
            return NULL;
        } else {
            *to++ = *text++;
        }
    }
    if (result)
        *to = 0;
    return result;
}

struct pattern *pattern_new(const char *text, struct message *why)
{
    struct pattern *pattern = calloc(1, sizeof *pattern);
    char *translated = translate(text), reason[200] = "this build knows only the C library's regular expressions";
    int error = pattern && translated ? regcomp(&pattern->regex, translated, REG_EXTENDED | REG_NOSUB) : -1;

    free(translated);
    if (error == 0)
        return pattern;
    if (error > 0)
        regerror(error, &pattern->regex, reason, sizeof reason);
    message_set(why, "/%s: %s", text, reason);
    free(pattern);
    return NULL;
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    regfree(&pattern->regex);
    free(pattern);
}

bool pattern_matches(const struct pattern *pattern, const char *line, size_t length)
{
    char *copy = strndup(line, length);
    bool matches = copy && regexec(&pattern->regex, copy, 0, NULL, 0) == 0;

    free(copy);
    return matches;
}

const char *pattern_kind(void)
{
    return "POSIX extended regular expressions (built without PCRE2)";
}
