/* Golmac: MIT licence, see LICENSE.

   Many sessions in one thread, as a server of games has them. Each plays one of a few scripts, with a seed and a folder
   of its own; whose turn comes next is a matter of chance. What each prints must be what it prints when it is played
   alone.

     thousand STORIES FOLDER COUNT    STORIES: the folder of the stories; FOLDER: where each game's folder is made */
#include "frontends/base/utf.h"
#include "frontends/session/session.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { SEEDS = 5, SCRIPTS = 4, KINDS = SEEDS * SCRIPTS, LINES = 11 };

static const struct { const char *story, *lines[LINES]; } scripts[SCRIPTS] = {
    { "cloak.z5", { "west", "hang cloak on hook", "save", "here", "east", "/undo", "restore", "here", "look",
                    "/seed" } },
    { "cloak.z8", { "inventory", "south", "north", "/undo 2", "/timeline", "/diff 1", "west", "/branch bar",
                    "/goto 1" } },
    { "noon.z3", { "look", "wait", "inventory", "/save here", "wait", "/restart", "wait", "/restore here", "look",
                   "quit", "y" } },
    { "timed.z5", { "", "x", "/undo", "/redo", "/status", "2", "/help", "" } },
};

struct game {
    struct session *session;
    struct options options;
    char story[300], folder[300], *text;
    FILE *out;
    size_t size;
    unsigned script, next;
};

static void refuse(const char *what, const char *why)
{
    fprintf(stderr, "thousand: %s: %s\n", what, why);
    exit(1);
}

/* ---- What the session calls ---- */

static void print(void *context, const zm_u16 *text, unsigned length)
{
    utf8_write(((struct game *)context)->out, text, length);
}

static zm_u16 perform(void *context, unsigned opcode, zm_u16 *operand, unsigned count)
{
    (void)context, (void)opcode, (void)operand, (void)count;
    return 0;
}

static void say(void *context, const char *text)
{
    fprintf(((struct game *)context)->out, "[%s]\n", text);
}

/* ---- One game ---- */

/* kind: its script and seed; number: no two games have the same. */
static void begin(struct game *game, char **words, unsigned kind, unsigned number)
{
    struct session_host host = { game, .print = print, .perform = perform, .say = say };
    struct zm_screen screen = { ZM_CAN_SPLIT | ZM_CAN_UNDO, .width = 80, .height = 255, .font_width = 1,
                                .font_height = 1 };
    struct message why = { "there is no memory left" };

    game->script = kind % SCRIPTS;
    game->next = 0;
    snprintf(game->story, sizeof game->story, "%s/%s", words[1], scripts[game->script].story);
    snprintf(game->folder, sizeof game->folder, "%s/%u", words[2], number);
    if (mkdir(game->folder, 0777) != 0)
        refuse(game->folder, "cannot be made");
    options_default(&game->options);
    game->options.story = game->story;
    game->options.restriction = game->folder;
    game->options.seed = 1 + kind / SCRIPTS;
    game->out = open_memstream(&game->text, &game->size);
    game->session = game->out ? session_open(&game->options, words[0], &why) : NULL;
    if (!game->session)
        refuse(game->story, why.text);
    session_begin(game->session, &host, &screen);
}

/* Go one step. Returns false when the game is over. */
static bool step(struct game *game)
{
    enum session_step step = session_run(game->session);

    if (step == SESSION_LINE || step == SESSION_KEY || step == SESSION_ANSWER)
        session_give_text(game->session, game->next < LINES ? scripts[game->script].lines[game->next++] : NULL);
    return step != SESSION_OVER;
}

static void end(struct game *game)
{
    fprintf(game->out, "\n%d %s\n", session_status(game->session), session_why(game->session));
    session_close(game->session);
    fclose(game->out);
}

/* ---- All ---- */

static unsigned draw(unsigned *state, unsigned below)
{
    *state = *state * 1103515245u + 12345u;
    return (*state >> 8) % below;
}

/* Each kind alone: what it prints is the measure for the others. */
static void play_alone(struct game *alone, char **words)
{
    unsigned kind;

    for (kind = 0; kind < KINDS; kind++) {
        begin(&alone[kind], words, kind, kind);
        while (step(&alone[kind]))
            continue;
        end(&alone[kind]);
    }
}

/* All at once; alive: those that are not over yet. Returns the steps taken. */
static unsigned play_together(struct game *games, char **words, unsigned count)
{
    unsigned *alive = malloc(count * sizeof *alive), state = 1, steps = 0, left, i;

    if (!alive)
        refuse(words[0], "there is no memory left");
    for (left = 0; left < count; left++) {
        begin(&games[left], words, left % KINDS, KINDS + left);
        alive[left] = left;
    }
    for (; left > 0; steps++) {
        i = draw(&state, left);
        if (!step(&games[alive[i]]))
            alive[i] = alive[--left];
    }
    free(alive);
    return steps;
}

int main(int argc, char **argv)
{
    static struct game alone[KINDS];
    unsigned count = argc == 4 ? (unsigned)atoi(argv[3]) : 0, different = 0, steps, i;
    struct game *games = calloc(count + 1, sizeof *games);

    if (argc != 4 || !games)
        refuse(argv[0], "three arguments are needed");
    play_alone(alone, argv);
    steps = play_together(games, argv, count);
    for (i = 0; i < count; i++) {
        end(&games[i]);
        different += strcmp(games[i].text, alone[i % KINDS].text) != 0;
        free(games[i].text);
    }
    for (i = 0; i < KINDS; i++) {
        if (i < SCRIPTS)
            printf("---- %s\n%s", scripts[i % SCRIPTS].story, alone[i].text);
        free(alone[i].text);
    }
    free(games);
    printf("---- %u sessions, %u steps\n", count, steps);
    return different ? fprintf(stderr, "%u differ\n", different), 1 : 0;
}
