/* Golmac: MIT licence, see LICENSE.

   Runs a fuzzer's harness on the files named, for compilers without libFuzzer: inputs that once crashed. */
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);
int LLVMFuzzerInitialize(int *count, char ***words);

enum { INPUT_MAX = 1 << 20 };

static int replay(const char *name, unsigned char *buffer)
{
    FILE *file = fopen(name, "rb");
    size_t size;

    if (!file) {
        fprintf(stderr, "cannot open %s\n", name);
        return 0;
    }
    size = fread(buffer, 1, INPUT_MAX, file);
    fclose(file);
    LLVMFuzzerTestOneInput(buffer, size);
    return 1;
}

int main(int count, char **words)
{
    unsigned char *buffer = malloc(INPUT_MAX);
    int i, good = buffer != NULL;

    if (good)
        LLVMFuzzerInitialize(&count, &words);
    for (i = 1; good && i < count; i++)
        good = replay(words[i], buffer);
    free(buffer);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
