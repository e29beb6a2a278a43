/* Golmac: MIT licence, see LICENSE. */
/* What the compiler says about a program: errors, warnings, notes. Each is a row of diagnostics.def. A
   message goes out at once, with its place, the line, a caret and the chain of includes; an error never
   stops the pass that finds it (recover and go on), but no pass that writes files runs after one. */
#ifndef GOLC_DIAGNOSTICS_H
#define GOLC_DIAGNOSTICS_H

#include "compiler/driver/names.h"
#include "compiler/driver/source.h"
#include <stdbool.h>
#include <stdio.h>

enum severity {
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    SEVERITY_OBSOLETE,           /* a warning that -q keeps quiet */
    SEVERITY_ERROR,
    SEVERITY_FATAL               /* an error after which no later pass runs; the pass that says it still returns */
};

enum diagnostic_id {
#define DIAGNOSTIC(id, severity, text) DIAG_##id,
#include "compiler/driver/diagnostics.def"
#undef DIAGNOSTIC
    DIAGNOSTIC_COUNT
};

enum diagnostic_format {
    FORMAT_ARCHIMEDES,           /* -E0: line 3: Error:  text; in included files "verbs.h", line 3: ... */
    FORMAT_MICROSOFT,            /* -E1: game.inf(3): Error:  text */
    FORMAT_MACINTOSH,            /* -E2: File "game.inf"; Line 3	# Error:  text */
    FORMAT_JSON                  /* one object per line, nothing else */
};

struct faulty_line {             /* one with a syntax error */
    position start, end;
};

struct diagnostics {
    struct arena *arena;         /* set before first use */
    struct sources *sources;     /* set before first use */
    FILE *stream;                /* where messages go; NULL: stderr */
    enum diagnostic_format format;
    bool concise;                /* -c: no source line, caret or include chain */
    bool no_warnings;            /* -w */
    bool no_obsolete;            /* -q */
    bool warnings_in_system;     /* -w2: warnings inside System_files too, which are else kept quiet */
    int limit;                   /* errors after which nothing more is said; 0 stands for 100 */
    int errors, warnings;        /* said so far; warnings kept quiet are not counted */
    bool fatal;
    position last_error;         /* a second error at the same place is not said */
    VECTOR(struct faulty_line) faulty_lines;     /* what else is wrong there follows from the first error, and is not
                                                    said */
    bool quiet;                  /* the message said last was kept quiet; so are its notes and hints */
};

/* Says the message; the arguments fill the row's text as in printf. Safe to call after the limit. */
void diag(struct diagnostics *d, enum diagnostic_id id, position at, ...);

/* A hint for the message said last ("did you mean 'lamp'?"); shown beneath it, or as an object of severity
   "hint" in JSON. Silent when that message was. */
void diag_hint(struct diagnostics *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Passes run while this is true. */
bool diag_may_continue(const struct diagnostics *d);     /* no fatal error, limit not reached */

#endif
