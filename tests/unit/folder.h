/* Golmac: MIT licence, see LICENSE.

   A folder of the test program's own with one file in it: the set-up and the end of a group of tests. */
#ifndef UNIT_FOLDER_H
#define UNIT_FOLDER_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/golmac-unit.XXXXXX";
static char path[sizeof folder + 8]; /* of the file, which a test may write */

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/file", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

#endif
