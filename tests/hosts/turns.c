/* Golmac: MIT licence, see LICENSE.

   A whole host: a line of input is a turn, a key or an answer. The command line is golmac's, the rest the session's. */
#include <string.h>
#include "frontends/base/utf.h"
#include "frontends/session/session.h"

/* The context of these functions is the window that the story prints to; only the lower one, 0, is shown. */
static bool is_lower(void *context)
{
    return *(zm_u16 *)context == 0;
}

static void print(void *context, const zm_u16 *text, unsigned length)
{
    if (is_lower(context))
        utf8_write(stdout, text, length);
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    if (opcode == ZM_OP_set_window && count > 0)
        *(zm_u16 *)context = operand[0];
    return 0;
}

static void say(void *context, const char *text)
{
    (void)context;
    printf("[%s]\n", text);
}

int main(int argc, char **argv)
{
    zm_u16 window = 0;
    struct session_host host = { &window, .is_interactive = true, .transcribes = is_lower, .print = print,
                                 .perform = perform, .say = say };
    struct zm_screen screen = { ZM_CAN_SPLIT | ZM_CAN_UNDO, 80, 255, .font_width = 1, .font_height = 1 };
    struct session *session = NULL;
    struct options options;
    struct message why;
    enum session_step step;
    enum session_status status;
    char line[1000];

    options_default(&options);
    if (options_override(&options, argc, argv, &why) != 0 || !(session = session_open(&options, argv[0], &why)))
        return fprintf(stderr, "%s\n", why.text), SESSION_FAULT;
    session_begin(session, &host, &screen);
    while ((step = session_run(session)) != SESSION_OVER) {
        if (step == SESSION_ANSWER)
            printf("%.*s", (int)strcspn(session_question(session).text, "\n"), session_question(session).text);
        if (step != SESSION_WORKS)
            session_give_text(session, fgets(line, sizeof line, stdin) ? strtok(line, "\n") ? line : "" : NULL);
    }
    if ((status = session_status(session)) == SESSION_FAULT)
        fprintf(stderr, "%s\n", session_why(session));
    session_close(session);
    return status;
}
