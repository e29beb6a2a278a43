/* Golmac: MIT licence, see LICENSE.

   The bytes are a story file. */
#include "machine.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

int LLVMFuzzerInitialize(int *count, char ***words)
{
    (void)count;
    (void)words;
    return 0;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct machine m;

    if (machine_open(&m, data, size))
        machine_play(&m, 8);
    machine_close(&m);
    return 0;
}
