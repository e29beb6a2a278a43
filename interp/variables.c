/* Golmac: MIT licence, see LICENSE.

   Variables, results and branches, for all files in builds that are to be small: see variables.h. */
#define ZM_DEFINE_VARIABLES
#include "variables.h"

ZM_APART zm_u16 zm_no_variable(struct zm *zm, unsigned variable)
{
    int is_local = variable < 16;

    zm_stop(zm, is_local ? ZM_ERROR_no_such_local : ZM_ERROR_no_such_global, WORD(is_local ? variable : variable - 16));
    return 0;
}
