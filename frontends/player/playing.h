/* Golmac: MIT licence, see LICENSE.

   Playing on a display (display.h): the story of the command line, or the library and the stories chosen from it, and
   those that are dropped on the display, one after another. This is what a program drives, from a loop of its own or
   from the callbacks of somebody else's:

     playing = playing_open(settings, program, &display, &interrupted);
     while (!playing_is_over(playing)) {
         paint playing_scene(playing)                              scene.h says how
         wait for an event, playing_deadline(playing) milliseconds at most
         playing_event(playing, &event);
     }
     status = playing_close(playing, &why);

   Nothing in here waits. */
#ifndef PLAYING_H
#define PLAYING_H

#include <signal.h>
#include <stdbool.h>
#include "frontends/host/settings.h"
#include "frontends/player/display.h"
#include "frontends/player/scene.h"
#include "frontends/session/session.h"

struct playing;

/* Begin with the story that the settings have chosen, or with the library if they have none. All arguments must stay.
   program: its path; interrupted: set by a signal that asks to end, looked at with each event. NULL, if there is no
   memory, is allowed in all that follows. */
struct playing *playing_open(struct settings *settings, const char *program, struct display *display,
                             volatile sig_atomic_t *interrupted);

/* Whether nothing more will happen. The functions below are not called then, but playing_close. */
bool playing_is_over(const struct playing *playing);

/* What the display is to show. */
struct scene *playing_scene(struct playing *playing);

/* Milliseconds until playing_event wants to be called even if nothing happens; 0: at once, the story works; -1: never.
   */
int playing_deadline(struct playing *playing);

/* Something has happened; EVENT_NONE: only time has passed. */
void playing_event(struct playing *playing, const struct event *event);

/* Returns how the last play ended: the program's exit status. After SESSION_FAULT, *why is to be told to the user
   once the display has been closed; it is empty if the player has already seen it. */
enum session_status playing_close(struct playing *playing, struct message *why);

#endif
