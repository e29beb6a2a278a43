/* Golmac: MIT licence, see LICENSE.

   A story's mistakes, told as players of Frotz expect: -Z 0 never, 1 once of each kind, 2 always, 3 stop. */
#include "frontends/session/session_internal.h"

#include <string.h>

enum { ERRORS_NONE, ERRORS_ONCE, ERRORS_ALL, ERRORS_STOP };

static int level(const struct options *options)
{
    if (options->strict)
        return ERRORS_STOP;
    return options->errors < 0 ? ERRORS_ONCE : (int)options->errors;
}

/* Addresses and opcodes in hexadecimal, all else in decimal. */
static bool is_hexadecimal(const char *text, const char *place)
{
    return place - text >= 8 && (place[-2] == 's' || place[-2] == 'e') && text[0] != 'p';
}

void session_describe_fault(const struct zm_fault *fault, char *text, size_t size)
{
    const char *pattern = zm_error_text(fault->error), *place = pattern;
    size_t used;

    while (*place && *place != '%')
        place++;
    if (*place)
        used = (size_t)snprintf(text, size, is_hexadecimal(pattern, place) ? "%.*s0x%x%s" : "%.*s%u%s",
                                (int)(place - pattern), pattern, fault->value, place + 1);
    else
        used = (size_t)snprintf(text, size, "%s", pattern);
    if (fault->address && used < size)
        snprintf(text + used, size - used, ", at 0x%lx", (unsigned long)fault->address);
}

int session_warn(void *context, const struct zm_fault *warning)
{
    struct session *session = context;
    char text[200];
    int how = level(session->options);

    if (how == ERRORS_STOP)
        return 1;
    if (how == ERRORS_NONE || (how == ERRORS_ONCE && session->warned[warning->error]))
        return 0;
    session->warned[warning->error] = 1;
    session_describe_fault(warning, text, sizeof text);
    if (how == ERRORS_ONCE)
        snprintf(text + strlen(text), sizeof text - strlen(text), " (told once)");
    session_tell_warning(session, text);
    return 0;
}
