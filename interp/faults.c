/* Golmac: MIT licence, see LICENSE.

   The English texts of faults.def; a host that shows none need not link this file. */
#include "zmachine.h"

static const char *const texts[ZM_ERROR_count] = {
    "no error",
#define FAULT(id, text) text,
#include "faults.def"
};

const char *zm_error_text(unsigned error)
{
    if (error < ZM_ERROR_count)
        return texts[error];
    return "unknown error";
}
