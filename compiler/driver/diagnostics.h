/* Golmac: MIT licence, see LICENSE. */
/* The compiler's messages: errors, warnings, notes. Each is a row of diagnostics.def. A message is printed at once,
   with its place, the source line, a caret and the chain of includes. An error does not stop the pass that finds it,
   which recovers and goes on; but no pass that writes files runs after one. */
#ifndef GOLC_DIAGNOSTICS_H
#define GOLC_DIAGNOSTICS_H

#include "compiler/driver/names.h"
#include "compiler/driver/source.h"
#include <stdbool.h>
#include <stdio.h>

enum severity {
    SEVERITY_NOTE,
    SEVERITY_WARNING,
    SEVERITY_OBSOLETE,           /* a warning that -q suppresses */
    SEVERITY_ERROR,
    SEVERITY_FATAL               /* error that stops all later passes (the current one finishes) */
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
    FORMAT_MACINTOSH,            /* -E2: File "game.inf"; Line 3 (tab) # Error:  text */
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
    bool warnings_are_errors;    /* -w2: not for the messages, but compiling fails in the end */
    bool warnings_in_system;     /* -w3: print warnings inside System_files, too */
    int limit;                   /* stop printing after this many errors; 0 means 100 */
    int errors, warnings;        /* printed so far: suppressed warnings are not counted */
    bool fatal;
    position last_error;         /* a second error at the same place is suppressed */
    VECTOR(struct faulty_line) faulty_lines;     /* further errors there follow from the first: suppressed */
    bool quiet;                  /* the last message was suppressed; suppress its notes, too */
    const char *hint;            /* for the next message; NULL: none */
};

/* Prints the message; the arguments fill in the row's text, as in printf. It may be called after the limit is
   reached. */
void diag(struct diagnostics *d, enum diagnostic_id id, position at, ...);

/* What the next message is to end with, after a ';': "did you mean 'lamp'?". In one message, since editors show one
   line. */
void diag_hint(struct diagnostics *d, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Whether the next pass may run: there was no fatal error, and the limit is not reached. */
bool diag_may_continue(const struct diagnostics *d);

#endif
