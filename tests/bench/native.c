/* Golmac: MIT licence, see LICENSE.

   What the stories calls, sieve and arithmetic compute, in C with 16-bit numbers. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static int16_t fib(int16_t n);
static int16_t (*volatile call)(int16_t n) = fib; /* not to be folded by the compiler */

static int16_t fib(int16_t n)
{
    return n < 2 ? n : (int16_t)(call((int16_t)(n - 1)) + call((int16_t)(n - 2)));
}

enum { SIZE = 8192 };

static int16_t sieve(void)
{
    static volatile uint8_t flags[SIZE];
    int16_t i, k, count = 0;

    for (i = 0; i < SIZE; i++)
        flags[i] = 1;
    for (i = 2; i < SIZE; i++) {
        if (flags[i] == 0)
            continue;
        count++;
        for (k = (int16_t)(i + i); k < SIZE && k > 0; k = (int16_t)(k + i))
            flags[k] = 0;
    }
    return count;
}

static volatile int16_t total;

static void mix(void)
{
    for (int16_t i = 1; i < 20000; i++) {
        int16_t a = (int16_t)(i * 7 - total), b = (int16_t)(a / 3 + i % 11);
        if (a > b)
            total = (int16_t)(total + (b & 255));
        else
            total = (int16_t)(total - (a | 15));
        if (i == 4 || i == 8 || i == 15)
            total++;
    }
}

int main(int count, char **words)
{
    const char *row = count > 1 ? words[1] : "";
    int16_t round, result = 0;

    if (strcmp(row, "calls") == 0) {
        result = fib(32);
    } else if (strcmp(row, "sieve") == 0) {
        for (round = 0; round < 300; round++)
            result = sieve();
    } else if (strcmp(row, "arithmetic") == 0) {
        for (round = 0; round < 200; round++)
            mix();
        result = total;
    } else {
        fprintf(stderr, "usage: native calls|sieve|arithmetic\n");
        return 2;
    }
    printf("%d\n", result);
    return 0;
}
