/* Golmac: MIT licence, see LICENSE. */
/* The words of the language. A word means something only in its context, so name->word[context] holds one
   small number per context, 0 for none; the rows are in keywords.def: KEYWORD(CONTEXT, id, "text"). */
#ifndef GOLC_KEYWORDS_H
#define GOLC_KEYWORDS_H

enum keyword_context {           /* index into struct name.word */
    CONTEXT_DIRECTIVE,           /* Abbreviate ... Zcharacter, If*, and Class, Object, Nearby */
    CONTEXT_STATEMENT,           /* box ... while */
    CONTEXT_CONDITION,           /* in notin has hasnt ofclass provides or */
    CONTEXT_FUNCTION,            /* child children elder eldest indirect parent random sibling younger ... */
    CONTEXT_SEGMENT,             /* with has class private, of objects */
    CONTEXT_WORD,                /* to from on off bold static table string buffer meta first last noun held ... */
    CONTEXT_PRINT,               /* (the) (The) (a) (A) (an) (name) (number) (char) (string) (address) ... */
    CONTEXT_SYSTEM               /* #dict_par1 and its like */
};

/* 0 is "no keyword" in each context. DIRECTIVE_ABBREVIATE, STATEMENT_BOX, WORD_TO, PRINT_THE_CAPITAL... */
enum keyword_directive { DIRECTIVE_NONE,
#define KEYWORD(context, id, text) KEYWORD_##context(id)
#define KEYWORD_DIRECTIVE(id) DIRECTIVE_##id,
#define KEYWORD_STATEMENT(id)
#define KEYWORD_CONDITION(id)
#define KEYWORD_FUNCTION(id)
#define KEYWORD_SEGMENT(id)
#define KEYWORD_WORD(id)
#define KEYWORD_PRINT(id)
#include "compiler/inform6/keywords.def"
#undef KEYWORD_DIRECTIVE
};
#define KEYWORD_DIRECTIVE(id)
#undef KEYWORD_STATEMENT
#define KEYWORD_STATEMENT(id) STATEMENT_##id,
enum keyword_statement { STATEMENT_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD_STATEMENT
#define KEYWORD_STATEMENT(id)
#undef KEYWORD_CONDITION
#define KEYWORD_CONDITION(id) CONDITION_##id,
enum keyword_condition { CONDITION_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD_CONDITION
#define KEYWORD_CONDITION(id)
#undef KEYWORD_FUNCTION
#define KEYWORD_FUNCTION(id) FUNCTION_##id,
enum keyword_function { FUNCTION_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD_FUNCTION
#define KEYWORD_FUNCTION(id)
#undef KEYWORD_SEGMENT
#define KEYWORD_SEGMENT(id) SEGMENT_##id,
enum keyword_segment { SEGMENT_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD_SEGMENT
#define KEYWORD_SEGMENT(id)
#undef KEYWORD_WORD
#define KEYWORD_WORD(id) WORD_##id,
enum keyword_word { WORD_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD_WORD
#define KEYWORD_WORD(id)
#undef KEYWORD_PRINT
#define KEYWORD_PRINT(id) PRINT_##id,
enum keyword_print { PRINT_NONE,
#include "compiler/inform6/keywords.def"
};
#undef KEYWORD
#undef KEYWORD_DIRECTIVE
#undef KEYWORD_STATEMENT
#undef KEYWORD_CONDITION
#undef KEYWORD_FUNCTION
#undef KEYWORD_SEGMENT
#undef KEYWORD_WORD
#undef KEYWORD_PRINT

/* The constants after '#'. Their values are VALUE_LATER until system_settle. */
enum system_constant {
#define SYSTEM_CONSTANT(id, name, value) SYSTEM_##id,
#include "compiler/inform6/system.def"
#undef SYSTEM_CONSTANT
    SYSTEM_COUNT
};

/* As the source writes it; "": there is none. */
const char *keywords_text(enum keyword_context context, int id);
const char *keywords_system_name(enum system_constant s);         /* without the # */

#endif
