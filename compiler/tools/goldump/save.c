/* Golmac: MIT licence, see LICENSE. */
#include "dump.h"
int save_explain(struct dump *dump, const char *path, const char *story, const char *repaired) { (void)dump; (void)path; (void)story; (void)repaired; return 2; }
