/* Golmac: MIT licence, see LICENSE. */
/* Tokens, and the four stages that make them. include.c finds and reads a file, encoding.c turns its bytes
   into UTF-8, lexer.c cuts text into tokens, preprocess.c drops what conditionals exclude, enters and
   leaves included files, and hands the parser a stream with two tokens of look-ahead. */
#ifndef GOLC_TOKEN_H
#define GOLC_TOKEN_H

#include "compiler/driver/compiler.h"

enum token_kind {
    TOKEN_END,                   /* of the program: end of the main file, or the End directive */
    TOKEN_NAME,                  /* name */
    TOKEN_NUMBER,                /* value: decimal, $hex, $$binary; -32768..65535 before truncation is diagnosed */
    TOKEN_STRING,                /* "..." : text */
    TOKEN_WORD,                  /* 'word' of two letters or more, or with //: text (with its flags) */
    TOKEN_CHARACTER,             /* 'x': text, one character after escapes; its value is worked out by the checker */
    TOKEN_ACTION,                /* ##Take: name */
    TOKEN_HASH_NAME,             /* #dict_par1, #array__start: name, without '#' */
    TOKEN_HASH_DOLLAR,           /* #a$X #n$x #r$X #w$x #g$x: value is the letter, name what follows */
    TOKEN_MARK                   /* operator or separator: mark */
};

enum mark {                      /* each spelled as the Manual does; MARK rows in lexer.c */
    MARK_NONE, MARK_COMMA, MARK_ASSIGN, MARK_AND, MARK_OR, MARK_NOT, MARK_EQUAL, MARK_UNEQUAL, MARK_GREATER_EQUAL,
    MARK_GREATER, MARK_LESS_EQUAL, MARK_LESS, MARK_PLUS, MARK_MINUS, MARK_TIMES, MARK_DIVIDE, MARK_REMAINDER,
    MARK_BIT_AND, MARK_BIT_OR, MARK_BIT_NOT, MARK_ARROW, MARK_LONG_ARROW, MARK_INCREMENT, MARK_DECREMENT,
    MARK_DOT, MARK_DOT_AMPERSAND, MARK_DOT_HASH, MARK_DOT_DOT_AMPERSAND, MARK_DOT_DOT_HASH, MARK_DOT_DOT,
    MARK_SUPERCLASS,
    MARK_OPEN, MARK_CLOSE, MARK_OPEN_SQUARE, MARK_CLOSE_SQUARE, MARK_OPEN_BRACE, MARK_CLOSE_BRACE,
    MARK_SEMICOLON, MARK_COLON, MARK_HASH, MARK_DOUBLE_ARROW_OPEN, MARK_DOUBLE_ARROW_CLOSE,
    MARK_AT, MARK_QUESTION, MARK_QUESTION_NOT, MARK_DOLLAR
};

struct token {
    position at, end;            /* end: just past its last byte; a missing ';' is placed there */
    enum token_kind kind;
    enum mark mark;
    int32_t value;
    struct name *name;
    const char *text;            /* raw, escapes as written, in the source's own memory; a string's line ends too; for
                                    other kinds the token as written */
    int length;
    bool line_start;             /* first on its line */
    bool margin;                 /* and nothing before it, no blank either */
    bool unclosed;               /* a string that ran to the end of its file: diagnosed */
};

struct lexer {                   /* over one source; made by lexer_open */
    struct compiler *compiler;
    struct source *source;
    int offset;                  /* of the next byte to read */
    bool quiet;                  /* in text that a conditional excludes: nothing is diagnosed */
    uint8_t marks[128];          /* by first character: the first row of marks that begins so, from 1; 0: none */
};

struct lexer lexer_open(struct compiler *c, struct source *s);
const char *lexer_mark_text(enum mark mark);     /* as it is spelled */
int lexer_character_size(const char *at, int left);      /* bytes of the escape or character that opens a quoted text */
void lexer_next(struct lexer *l, struct token *t);        /* TOKEN_END at the source's end, again and again */

/* keywords.c: what a token's name means as a word of the language in a context (an index of keywords.h); 0: nothing.
   The language's words are written in small letters (Addendum, "Directives"), so a routine may be called Give. Only
   directives take capitals, and the printing rules (The) and (A). A local variable hides statements, conditions and
   functions of its name. */
int keywords_of_token(const struct token *t, int context);
/* Gives the language's names their meanings, before anything is parsed. */
void keywords_install(struct compiler *c);

/* include.c: finds a file as Include does (">": beside the main source; else on the include path, then beside the
   includer), reads it and makes a source of it. NULL after an error. */
struct source *include_open(struct compiler *c, const char *name, int length, position at);
/* The file with exactly this path. */
struct source *include_read_main(struct compiler *c, const char *path, position at);

/* encoding.c: bytes in the user's character set (-C, +charset_map) to UTF-8 with '\n' line ends, in the arena. A 0 must
   stand at bytes[size], which may become the text itself. encoding_check warns of what has no place in the set: it
   takes the bytes that were converted, once they are a source and so have positions. */
char *encoding_to_utf8(struct compiler *c, unsigned char *bytes, size_t size, int *length);
void encoding_check(struct compiler *c, const unsigned char *bytes, size_t size, struct source *s);
/* The letters of ISO 8859-2 to 8859-9 (set: '2' to '9'), which become the story's in place of the standard ones. */
enum { ENCODING_MOST_LETTERS = 96 };
int encoding_letters(char set, uint16_t found[ENCODING_MOST_LETTERS]);

/* glulx.c: what Inform has when it compiles for Glulx alone: opcodes (custom ones, too) and names. */
bool glulx_has_opcode(const char *text, int length);
bool glulx_has_name(const char *name);

/* preprocess.c: the stream that the parser reads. It cuts tokens only when they are asked for, so a conditional
   knows the symbols that the directives before it define. `condition` reads the expression of Iftrue off the stream. */
struct preprocessor;
struct tree;
struct expr;
struct preprocessor *preprocess_open(struct compiler *c, struct tree *tree, struct source *main,
                                     struct expr *(*condition)(struct preprocessor *p));
const struct token *preprocess_next(struct preprocessor *p);     /* conditionals that '#' opens never appear */
/* 0: the next. What the two give is valid until the next call. */
const struct token *preprocess_peek(struct preprocessor *p, int ahead);
void preprocess_include(struct preprocessor *p, struct source *s);       /* reads s, then goes on with the includer */
/* Drops the look-ahead; reads on at `at`, in the same file. */
void preprocess_rewind(struct preprocessor *p, position at);
void preprocess_leave(struct preprocessor *p);                   /* EndOfFile: skips the rest of the file */

/* At a directive's start: if it is a conditional (Ifdef ... Endif), takes it with its ';' and all that it excludes,
   and answers true. */
bool preprocess_conditional(struct preprocessor *p);
/* The next token is a misspelt one. */
void preprocess_conditional_as(struct preprocessor *p, const struct name *name);
bool preprocess_is_conditional(const struct name *name);         /* Ifdef ... Endif */
void preprocess_finish(struct preprocessor *p);                  /* reports the conditionals that were never closed */
struct compiler *preprocess_compiler(const struct preprocessor *p);
struct tree *preprocess_tree(const struct preprocessor *p);

#endif
