/* Golmac: MIT licence, see LICENSE.

   Keys by name, as >{char} has them. */
#ifndef GOLTEST_KEYS_H
#define GOLTEST_KEYS_H

/* The key that the text names, for struct input: a character, its code in decimal or hexadecimal (0x...), a name;
   nothing is the return key. 0, or -1 if there is no such key. */
int key_read(const char *text, unsigned *key);

#endif
