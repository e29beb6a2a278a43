/* Golmac: MIT licence, see LICENSE. */
/* What the parse_*.c files share. Each parse_ function bears the name of the construct that it takes off the stream,
   and leaves the stream behind it. It reports an error once; then `failed` silences all others until the parser has
   found its place again, at a statement, directive or bracket. */
#ifndef GOLC_PARSE_H
#define GOLC_PARSE_H

#include "compiler/inform6/symbol.h"
#include "compiler/inform6/tree.h"

enum { DEEPEST_EXPRESSION = 1500, DEEPEST_STATEMENT = 1500, MOST_LOCALS = 15 };

struct parser {
    struct compiler *c;
    struct tree *tree;
    struct preprocessor *in;
    struct routine *routine;     /* the one being parsed; NULL outside routines */
    struct label **last_label;   /* where its next label is linked */
    position last_end;           /* the end of the token taken last */
    position comment;            /* a '!' in this statement where an operand was expected; 0: none */
    struct token long_string;    /* the last string that runs over lines: its quote may be missing */
    bool failed;                 /* an error was reported; report nothing until the parser has recovered */
    bool cut_off;                /* a string ran to the end of file: do not report missing delimiters */
    bool unclosed;               /* a block of this routine was never closed; that has been reported */
    bool ended;                  /* by the End directive */
    bool in_list;                /* values stand side by side: no calls, no conditions, unary minus only at the front */
    bool in_assembly;            /* operands stand side by side, and '->' is where the result goes */
    bool in_for;                 /* '::' is two colons */
    bool in_action;              /* the noun of <Give coin (f())>: a bracket opens the second, and calls nothing */
    bool in_object;
    int expression_depth, statement_depth;
};

/* parse_stream.c: the stream of tokens. */
const struct token *parse_peek(struct parser *p);
const struct token *parse_peek_at(struct parser *p, int ahead);
struct token parse_take(struct parser *p);
bool parse_is_mark(struct parser *p, enum mark mark);
bool parse_is_word(struct parser *p, enum keyword_word word);    /* is it a name with this meaning in CONTEXT_WORD? */
int parse_take_word(struct parser *p);                           /* the meaning in CONTEXT_WORD of the name taken */
bool parse_accept(struct parser *p, enum mark mark);             /* takes the mark if it is next */
bool parse_accept_word(struct parser *p, enum keyword_word word);
/* "'foo'", "a string", "the end of the file". */
const char *parse_found(struct parser *p, const struct token *t);

/* parse_tree.c: nodes. */
struct expr *parse_new_expr(struct parser *p, enum expr_kind kind, position at);
/* A leaf; NULL if the token cannot be one. */
struct expr *parse_expr_of_token(struct parser *p, const struct token *t);
struct stmt *parse_new_stmt(struct parser *p, enum stmt_kind kind, position at);
struct directive *parse_new_directive(struct parser *p, enum directive_kind kind, position at);
void parse_add_directive(struct parser *p, struct directive *d);         /* at the end of the tree */
/* Of this routine, made at its first mention. */
struct label *parse_label_named(struct parser *p, struct name *name);
struct label *parse_label_use(struct parser *p, const struct token *name);

/* parse_recover.c: errors, and finding the place again. */
void parse_expected(struct parser *p, const char *what);         /* "expected WHAT but found ..." at the next token */
/* Takes the mark, or reports that it is missing and looks for it within the statement. */
bool parse_expect(struct parser *p, enum mark mark, const char *shown);
struct name *parse_name(struct parser *p, const char *what);     /* NULL after an error */
bool parse_string(struct parser *p, struct token *t, const char *what);
bool parse_is_outside(struct parser *p);         /* the next token cannot stand in a routine, so its ']' is missing */
bool parse_is_next_segment(struct parser *p);    /* the same, and it is the with or has of the routine's object */
/* Whether the error at t follows from a string that was never closed; then that is what is reported. */
bool parse_is_runaway(struct parser *p, const struct token *t);
void parse_skip_to_directive(struct parser *p);  /* after an error between directives: to where one surely begins */
bool parse_begins_anew(struct parser *p);        /* a keyword opens the line, so a ';' is missing before it */
void parse_semicolon(struct parser *p);          /* the end of a statement or directive; recovers after an error */

/* parse_habits.c: other languages' ways of writing. Gives the hint for an error at t, if what stands there is one. */
bool parse_hint_of_habit(struct parser *p, const struct token *t);
/* Whether the error at t comes from a '!' that was to be an operator; then that is what is reported. */
bool parse_is_comment_meant(struct parser *p, const struct token *t);
void parse_note_comment(struct parser *p);       /* before an operand that begins a line */

/* Expressions. */
enum level {                     /* how tightly operators bind: DM4, table 1B */
    LEVEL_COMMA, LEVEL_ASSIGN, LEVEL_LOGIC, LEVEL_COMPARE, LEVEL_OR, LEVEL_ADD, LEVEL_MULTIPLY, LEVEL_ENTRY,
    LEVEL_MINUS, LEVEL_STEP, LEVEL_PROPERTY_ADDRESS, LEVEL_CALL, LEVEL_MESSAGE, LEVEL_SUPERCLASS, LEVEL_PRIMARY
};
struct expr *parse_level(struct parser *p, enum level level);    /* of operators that bind so tightly or more */
bool parse_stray_comma(struct parser *p);                        /* takes one, with a warning */
struct expr *parse_any(struct parser *p);                        /* with commas */
struct expr *parse_value(struct parser *p);                      /* one of a list of values side by side */
bool parse_starts_value(struct parser *p);                       /* can the next token begin a value? */

/* Statements and routines. */
struct stmt *parse_statement(struct parser *p);                  /* NULL if nothing came of it */
/* In a switch, or (actions) at a routine's top. */
struct stmt *parse_statement_or_case(struct parser *p, bool actions);
void parse_check_case(struct parser *p, const struct stmt *s, bool *had_default);        /* 'default' must come last */
/* What print, print_ret or a bare string prints, and ';'. */
void parse_print(struct parser *p, struct stmt *s);
void parse_assembly(struct parser *p, struct stmt *s);           /* after '@' */
void parse_routine(struct parser *p);                            /* at the '[' of a routine of the program */
/* At its '['. */
struct routine *parse_embedded_routine(struct parser *p, const struct object *o, struct name *property);

/* Directives. */
void parse_settings(struct parser *p);                           /* the directives that settings stand for */
void parse_directive(struct parser *p);
/* All but the next two; word is the directive's keyword. */
void parse_one_liner(struct parser *p, struct token *word);
void parse_object(struct parser *p, struct token *word);         /* Object, Nearby, Class or the name of a class */
void parse_verb(struct parser *p, struct token *word);           /* Verb, Extend */

#endif
