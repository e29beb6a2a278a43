/* Golmac: MIT licence, see LICENSE.

   Patterns of the library PCRE2. A pattern that would take for ever gives up, and does not match. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "frontends/tools/goltest/pattern.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 10000000 };

struct pattern {
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
};

struct pattern *pattern_new(const char *text, struct message *why)
{
    struct pattern *pattern = calloc(1, sizeof *pattern);
    char reason[200];
    int error;
    PCRE2_SIZE place;

    if (!pattern) {
        message_set(why, "there is no memory left");
        return NULL;
    }
    pattern->code = pcre2_compile((PCRE2_SPTR)text, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_UCP, &error, &place, NULL);
    if (!pattern->code) {
        if (pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof reason) < 0)
            strcpy(reason, "no regular expression");
        message_set(why, "/%s: %s, at character %zu", text, reason, (size_t)place + 1);
        free(pattern);
        return NULL;
    }
    pattern->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    pattern->limits = pcre2_match_context_create(NULL);
    if (pattern->limits)
        pcre2_set_match_limit(pattern->limits, STEPS);
    return pattern;
}

void pattern_free(struct pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_context_free(pattern->limits);
    pcre2_match_data_free(pattern->data);
    pcre2_code_free(pattern->code);
    free(pattern);
}

bool pattern_matches(const struct pattern *pattern, const char *line, size_t length)
{
    return pattern->data
           && pcre2_match(pattern->code, (PCRE2_SPTR)line, length, 0, 0, pattern->data, pattern->limits) >= 0;
}

const char *pattern_kind(void)
{
    return "Perl's regular expressions (PCRE2)";
}
