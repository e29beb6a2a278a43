/* Golmac: MIT licence, see LICENSE.

   Sounds. */
#include "frontends/player/player.h"

#include <string.h>

enum { PREPARE = 1, START, STOP, FINISH };
enum { BLEEPS = 2, LOUDEST = 8, FOR_EVER = 255, AS_RECORDED = 0 };

static void bell(struct player *player, unsigned number)
{
    if (player->display->bell)
        player->display->bell(player->display->context, number);
}

void sound_silence(struct player *player)
{
    if (player->sound.playing.number && player->display->stop_sound)
        player->display->stop_sound(player->display->context, player->sound.playing.number);
    memset(&player->sound, 0, sizeof player->sound);
}

static void start(struct player *player, const struct sound_order *order, zm_u16 routine)
{
    struct display *display = player->display;

    sound_silence(player);
    if (!display->play_sound
        || display->play_sound(display->context, order->number, order->volume, order->repeats) != 0)
        return;
    player->sound.playing = *order;
    player->sound.routine = routine;
    player->sound.since_input = true;
}

/* The Lurking Horror begins a second sound in the same turn and expects the first to be heard to its end (9, remarks).
   */
static bool must_wait(const struct player *player)
{
    return player->zm->version == 3 && player->sound.playing.number && player->sound.since_input
           && player->sound.playing.repeats != FOR_EVER;
}

/* 15, sound_effect: the volume's byte, and above it the repeats, which version 3 leaves to the recording. */
static void read_order(const struct player *player, const zm_u16 *operand, unsigned count, struct sound_order *order)
{
    unsigned word = count > 2 ? operand[2] : 0, volume = word & 0xFF;

    order->number = operand[0];
    order->volume = volume == 0 || volume > LOUDEST ? LOUDEST : volume;
    order->repeats = player->zm->version < 5 ? AS_RECORDED : word >> 8 ? word >> 8 : 1;
}

void sound_perform(struct player *player, const zm_u16 *operand, unsigned count)
{
    struct sound_order order;
    unsigned number = count ? operand[0] : 1, effect = count > 1 ? operand[1] : START;

    if (number == 1 || number == BLEEPS) {
        bell(player, number);
        return;
    }
    if ((effect == STOP || effect == FINISH) && (number == 0 || number == player->sound.playing.number))
        sound_silence(player);
    if (effect != START || number == 0)
        return;
    read_order(player, operand, count, &order);
    if (must_wait(player))
        player->sound.waiting = order;
    else
        start(player, &order, count > 3 && player->zm->version >= 5 ? operand[3] : 0);
}

void sound_ended(struct player *player, unsigned number)
{
    struct sound_order next = player->sound.waiting;
    zm_u16 routine = player->sound.routine;

    if (number != player->sound.playing.number)
        return; /* of a sound that another has ended */
    memset(&player->sound, 0, sizeof player->sound);
    player->sound.due = routine;
    if (next.number)
        start(player, &next, 0);
}

void sound_interrupt(struct player *player)
{
    zm_interrupt(player->zm, player->sound.due);
    player->sound.due = 0;
}

void sound_typed(struct player *player)
{
    player->sound.since_input = false;
}
