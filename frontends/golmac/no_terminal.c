/* Golmac: MIT licence, see LICENSE.

   Stands for frontends/ncurses/ in a build without ncurses: there is the plain player only. */
#include "frontends/ncurses/terminal.h"
#include "frontends/session/session.h"

bool terminal_is_usable(void)
{
    return false;
}

const char *terminal_summary(void)
{
    return "This golmac was built without ncurses: it has the plain player only, as with --plain.";
}

int terminal_play(struct settings *settings, const char *program, volatile sig_atomic_t *interrupted)
{
    (void)settings;
    (void)program;
    (void)interrupted;
    return SESSION_USAGE;
}
