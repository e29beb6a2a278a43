/* Golmac: MIT licence, see LICENSE.

   Saved games (Quetzal) and auxiliary files, between the machine and the disk. Each function returns 0 or more on
   success; on failure -1, with why telling the player. Paths are those that files_path gives. */
#ifndef SESSION_SAVE_H
#define SESSION_SAVE_H

#include "frontends/host/files.h"
#include "interp/zmachine.h"

/* Save the game: at ZM_SAVE, or where the machine waits for input. The old file stays if the new one is not whole. */
int save_write(const char *path, struct zm *zm, struct message *why);

/* Restore a game: then the machine is in state ZM_SAVE, or the running game is untouched. */
int save_read(const struct files *files, const char *path, struct zm *zm, struct message *why);

/* Save and restore a table (15, save and restore with operands). Return the bytes written or read. */
int save_write_table(const char *path, struct zm *zm, zm_u16 table, zm_u16 length, struct message *why);
int save_read_table(const struct files *files, const char *path, struct zm *zm, zm_u16 table, zm_u16 length,
               struct message *why);

#endif
