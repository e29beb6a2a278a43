/* Golmac: MIT licence, see LICENSE.

   Checks. */
#include "frontends/tools/goltest/check.h"

#include <string.h>

/* Bytes of a line that are compared to find one that is like another. */
enum { COMPARED = 240 };

/* How often the check's text stands in a line; a pattern: whether it matches. */
static int count_in_line(const struct check *check, const char *line, size_t length)
{
    size_t size = strlen(check->text), at;
    int count = 0;

    if (check->kind == CHECK_PATTERN)
        return pattern_matches(check->pattern, line, length);
    for (at = 0; size > 0 && at + size <= length; at++)
        if (memcmp(line + at, check->text, size) == 0) {
            count++;
            at += size - 1;
        }
    return count;
}

/* The last line may lack its end. */
int check_count(const struct check *check, const char *text)
{
    int count = 0;
    size_t length;

    for (; *text; text += length + (text[length] != 0)) {
        length = strcspn(text, "\n");
        count += count_in_line(check, text, length);
    }
    return count;
}

bool check_holds(const struct check *check, const char *text)
{
    int wanted = check->count > 0 ? check->count : 1;

    return (check_count(check, text) >= wanted) != check->invert;
}

/* ---- What is like it ---- */

/* The length of the longest text that is in both, with gaps. */
static unsigned common(const char *one, size_t length, const char *other, size_t other_length)
{
    unsigned row[COMPARED + 1] = { 0 }, corner, above;
    size_t i, k;

    for (i = 0; i < length; i++)
        for (k = 1, corner = 0; k <= other_length; k++) {
            above = row[k];
            row[k] = one[i] == other[k - 1] ? corner + 1 : above > row[k - 1] ? above : row[k - 1];
            corner = above;
        }
    return row[other_length];
}

/* Half of what is looked for must be there, a quarter of the line must be of it, and more than of the lines before. */
static const char *find_like(const struct check *check, const char *text, size_t *found_length)
{
    size_t size = strlen(check->text), length, compared;
    unsigned best = 0, now;
    const char *found = NULL;

    if (size > COMPARED)
        size = COMPARED;
    for (; *text; text += length + (text[length] != 0)) {
        length = strcspn(text, "\n");
        compared = length < COMPARED ? length : COMPARED;
        now = common(check->text, size, text, compared);
        if (now > best && 2 * now > size && 4 * now > compared) {
            best = now;
            found = text;
            *found_length = length;
        }
    }
    return found;
}

const char *check_nearest(const struct check *check, const char *text, size_t *length)
{
    if (!check->invert)
        return check->kind == CHECK_TEXT ? find_like(check, text, length) : NULL;
    for (; *text; text += *length + (text[*length] != 0)) {
        *length = strcspn(text, "\n");
        if (count_in_line(check, text, *length) > 0)
            return text;
    }
    return NULL;
}
