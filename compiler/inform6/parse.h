/* Golmac: MIT licence, see LICENSE. */
/* What the parse_*.c files share. Each parse_ function bears the name of the construct it takes off the stream and
   leaves the stream behind it; after an error it says so once, and `failed` keeps quiet whatever else goes wrong
   until the next statement, directive or bracket where the parser has found its place again. */
#ifndef GOLC_PARSE_H
#define GOLC_PARSE_H

#include "compiler/inform6/symbol.h"
#include "compiler/inform6/tree.h"

enum { DEEPEST_EXPRESSION = 400, DEEPEST_STATEMENT = 800, MOST_LOCALS = 15 };

struct parser {
    struct compiler *c;
    struct tree *tree;
    struct preprocessor *in;
    struct routine *routine;     /* being parsed, NULL outside */
    struct label **last_label;   /* where its next label is linked */
    position last_end;           /* of the token taken last */
    struct token long_string;    /* the last that runs over lines; is its quote missing? */
    bool failed;                 /* an error was said; nothing is said until the parser has recovered */
    bool cut_off;                /* a string ran to the end of its file: what is missing there was not forgotten */
    bool unclosed;               /* a block of this routine was never closed, which has been said */
    bool ended;                  /* End directive */
    bool in_list;                /* values side by side: no calls, no conditions, unary minus only at the front */
    bool in_for;                 /* '::' is two colons */
    bool in_action;              /* the noun of <Give coin (f())>: a bracket opens the second, it does not call */
    bool in_object;
    int expression_depth, statement_depth;
};

/* The stream. */
const struct token *parse_peek(struct parser *p);
const struct token *parse_peek_at(struct parser *p, int ahead);
struct token parse_take(struct parser *p);
bool parse_is_mark(struct parser *p, enum mark mark);
bool parse_is_word(struct parser *p, enum keyword_word word);         /* a name with this meaning in CONTEXT_WORD */
int parse_take_word(struct parser *p);                                /* a name's meaning in CONTEXT_WORD */
bool parse_accept(struct parser *p, enum mark mark);
bool parse_accept_word(struct parser *p, enum keyword_word word);

/* Errors and recovery. */
void parse_expected(struct parser *p, const char *what);              /* "expected WHAT but found ..." at the next token */
bool parse_expect(struct parser *p, enum mark mark, const char *shown);       /* after a failure: looks for it within the statement */
bool parse_is_outside(struct parser *p);                              /* inside a routine: what cannot stand there, so its ']' was forgotten */
bool parse_is_next_segment(struct parser *p);                         /* and it is the with or has of the routine's object */
bool parse_is_runaway(struct parser *p, const struct token *t);       /* what is wrong at t comes of a string never closed: says so */
void parse_take_lost(struct parser *p);                               /* a token to no avail; if a name, that it is missing is not said */
void parse_skip_to_directive(struct parser *p);                       /* after an error between directives: to where one surely begins */
bool parse_begins_anew(struct parser *p);                             /* a keyword at a line's start: a ';' is missing before it */
void parse_semicolon(struct parser *p);                               /* the end of a statement or directive; recovers */
struct name *parse_name(struct parser *p, const char *what);          /* NULL after an error */
bool parse_string(struct parser *p, struct token *t, const char *what);
const char *parse_found(struct parser *p, const struct token *t);     /* "'foo'", "a string", "the end of the file" */

/* Expressions. */
enum level {                     /* how tightly operators bind: DM4, table 1B */
    LEVEL_COMMA, LEVEL_ASSIGN, LEVEL_LOGIC, LEVEL_COMPARE, LEVEL_OR, LEVEL_ADD, LEVEL_MULTIPLY, LEVEL_ENTRY, LEVEL_MINUS,
    LEVEL_STEP, LEVEL_PROPERTY_ADDRESS, LEVEL_CALL, LEVEL_MESSAGE, LEVEL_SUPERCLASS, LEVEL_PRIMARY
};
struct expr *parse_level(struct parser *p, enum level level);         /* an expression of operators binding so tightly or more */
struct expr *parse_any(struct parser *p);                             /* with commas */
struct expr *parse_value(struct parser *p);                           /* one of a list of values side by side */
bool parse_starts_value(struct parser *p);                            /* whether the next token can begin one */
struct expr *parse_new_expr(struct parser *p, enum expr_kind kind, position at);
struct expr *parse_expr_of_token(struct parser *p, const struct token *t);  /* a leaf; NULL when it is none */

/* Statements and routines. */
struct stmt *parse_statement(struct parser *p);                       /* NULL when nothing came of it */
struct stmt *parse_statement_or_case(struct parser *p, bool actions); /* in a switch, or (actions) at a routine's top */
void parse_check_case(struct parser *p, const struct stmt *s, bool *had_default);     /* that 'default' comes last */
struct stmt *parse_new_stmt(struct parser *p, enum stmt_kind kind, position at);
void parse_print(struct parser *p, struct stmt *s);                   /* the list of print, print_ret, a bare string, and ';' */
void parse_assembly(struct parser *p, struct stmt *s);                /* after '@' */
struct label *parse_label_use(struct parser *p, const struct token *name);
struct label *parse_label_named(struct parser *p, struct name *name);        /* made where the routine has none of this name yet */
void parse_routine(struct parser *p);                                 /* at '[' of a routine of the program */
struct routine *parse_embedded_routine(struct parser *p, const struct object *o, struct name *property);      /* at '[' */

/* Directives. */
void parse_settings(struct parser *p);                                /* those that settings stand for come first */
struct directive *parse_new_directive(struct parser *p, enum directive_kind kind, position at);
void parse_add_directive(struct parser *p, struct directive *d);            /* to the tree's end */
void parse_directive(struct parser *p);
void parse_one_liner(struct parser *p, struct token *word);           /* every directive but the next two; word: its keyword */
void parse_object(struct parser *p, struct token *word);              /* Object, Nearby, Class or the name of a class */
void parse_verb(struct parser *p, struct token *word);                /* Verb, Extend */

#endif
