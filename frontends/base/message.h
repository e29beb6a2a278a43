/* Golmac: MIT licence, see LICENSE.

   A message for the player, in UTF-8: what functions that can fail hand back. Cut, never overrun. */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

struct message { char text[600]; };

/* Set the text as printf does; returns -1, so that a failing function can return it. */
int message_set(struct message *message, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
