/* Golmac: MIT licence, see LICENSE.

   Messages for the player. */
#include "frontends/base/message.h"

#include <stdarg.h>
#include <stdio.h>

int message_set(struct message *message, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message->text, sizeof message->text, format, arguments);
    va_end(arguments);
    return -1;
}
