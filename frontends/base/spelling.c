/* Golmac: MIT licence, see LICENSE.

   The distance of words: a row for each letter of the one, of which the last three are kept. */
#include "frontends/base/spelling.h"

#include <stdlib.h>

enum { LONGEST_COMPARED = 64 };

static unsigned char small(char letter)
{
    return (unsigned char)(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

int spelling_distance(const char *one, int one_length, const char *other, int other_length, int limit)
{
    int rows[3][LONGEST_COMPARED + 1];

    if (one_length > LONGEST_COMPARED || other_length > LONGEST_COMPARED || abs(one_length - other_length) > limit)
        return limit + 1;
    for (int j = 0; j <= other_length; j++)
        rows[0][j] = j;
    for (int i = 1; i <= one_length; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *over = rows[(i + 1) % 3];

        row[0] = i;
        for (int j = 1; j <= other_length; j++) {
            unsigned char x = small(one[i - 1]), y = small(other[j - 1]);

            row[j] = least(least(above[j], row[j - 1]) + 1, above[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == small(other[j - 2]) && y == small(one[i - 2]))
                row[j] = least(row[j], over[j - 2] + 1);
        }
    }
    return least(rows[one_length % 3][other_length], limit + 1);
}
