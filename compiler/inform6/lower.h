/* Golmac: MIT licence, see LICENSE. */
/* What the lower_*.c files for code share: making operands and instructions. The rule of evaluation, which
   programs can observe, is Inform's: operands from right to left; constants and variables are
   read only when the instruction runs; everything else goes to a temporary. */
#ifndef GOLC_LOWER_H
#define GOLC_LOWER_H

#include "compiler/inform6/front.h"

/* The lowering of one routine. */
struct lowering {
    struct front *f;
    struct ir_routine *out;
    const struct routine *routine;
    int break_label, continue_label;             /* LABEL_NONE outside loops and switches */
    int first_label;                             /* the source's label n is first_label + n */
    bool reachable;                              /* whether control can come to what is emitted next */
    position at;                                 /* of the statement being lowered */
};

void lower_statement(struct lowering *l, const struct stmt *s);
/* The statements of a routine, with its action cases. */
void lower_body(struct lowering *l, const struct routine *r);
/* Its value: constant, variable, temporary. */
struct ir_operand lower_expression(struct lowering *l, const struct expr *e);
void lower_expression_to(struct lowering *l, const struct expr *e, struct ir_operand store);
void lower_effect(struct lowering *l, const struct expr *e);                     /* the value is not wanted */
/* Branches to label when e is branch_if. */
void lower_condition(struct lowering *l, const struct expr *e, int label, bool branch_if);
void lower_assembly(struct lowering *l, const struct stmt *s);
void lower_print_statement(struct lowering *l, const struct stmt *s);

/* Operands */
struct ir_operand operand_value(struct ir_value v);
struct ir_operand operand_number(int n);
struct ir_operand operand_none(void);
struct ir_operand operand_system(enum system_constant s);
struct ir_operand operand_veneer(struct lowering *l, enum veneer id);
struct ir_operand operand_global(struct lowering *l, const char *name);      /* one of the compiler's own globals */
bool operand_is_variable(struct ir_operand o);                       /* a local or global, not the stack */

/* A value of its own: ir/place.c puts it on the stack or in a variable. It may be read as often as one likes. */
struct ir_operand operand_new(struct lowering *l);

/* Instructions. Nothing is emitted where control cannot come, save labels. */
struct ir_instruction *emit(struct lowering *l, enum ir_operation operation, int operand_count);
/* Count struct ir_operand. */
struct ir_instruction *emit_opcode(struct lowering *l, enum opcode_id id, int count, ...);
void emit_store(struct lowering *l, enum opcode_id id, struct ir_operand store, int count, ...);
void emit_branch(struct lowering *l, enum opcode_id id, int label, bool branch_if, int count, ...);
void emit_call(struct lowering *l, struct ir_operand store, int count, ...);  /* the routine, then its arguments */
void emit_label(struct lowering *l, int label);
void emit_jump(struct lowering *l, int label);                       /* LABEL_RETURN_...: returns */
void emit_return(struct lowering *l, struct ir_operand value);
void emit_move(struct lowering *l, struct ir_operand to, struct ir_operand from);    /* nothing when they are one */
void emit_print(struct lowering *l, struct text t);
int lower_new_label(struct lowering *l);

bool lower_is_strict(const struct lowering *l);
int lower_version(const struct lowering *l);

/* lower_expression.c */
enum { MOST_LISTED = 32 };
bool lower_is_simple(const struct expr *e);         /* a constant or a variable: costs no instruction */
/* As lower_expression, for a value that is used at once: an assignment is its variable. */
struct ir_operand lower_first(struct lowering *l, const struct expr *e);
int lower_operands(struct lowering *l, const struct expr *const *e, int count, struct ir_operand *out);
struct ir_operand lower_lvalue(struct lowering *l, const struct expr *e);    /* EXPR_LOCAL, or EXPR_NAME of a global */
bool lower_is_variable(const struct expr *e);

/* lower_property.c: dots, arrows, objects */
void lower_dot(struct lowering *l, const struct expr *e, struct ir_operand store);
void lower_message(struct lowering *l, const struct expr *e, struct ir_operand store);
void lower_array_read(struct lowering *l, const struct expr *e, struct ir_operand store);
void lower_assign_place(struct lowering *l, const struct expr *e, struct ir_operand store);  /* left is no variable */
void lower_step_place(struct lowering *l, const struct expr *e, struct ir_operand store);
struct ir_operand lower_checked_object(struct lowering *l, const struct expr *e, int error);
void lower_function(struct lowering *l, const struct expr *e, struct ir_operand store);
bool lower_is_known_object(const struct expr *e);
bool lower_is_trusted_object(const struct lowering *l, const struct expr *e);

/* lower_known.c: properties of objects that are named. False: the veneer must be asked; asked: the routine. */
bool lower_known_word(struct lowering *l, const struct expr *dot, enum veneer asked, struct ir_operand *at);
bool lower_known_address(struct lowering *l, const struct expr *dot, struct ir_operand *address);
bool lower_known_length(struct lowering *l, const struct expr *dot, struct ir_operand *length);
bool lower_known_provides(struct lowering *l, const struct expr *e, bool *provides);
bool lower_known_class(struct lowering *l, const struct expr *e, bool *is_of_class);
bool lower_known_routine(struct lowering *l, const struct expr *message, struct ir_operand *routine);

/* The last entry that a program may name, as bytes or as words. */
int lower_last_index(const struct ir_array *a, bool words);

/* lower_range.c: where the parts of a loop stand in the routine's code; the test is its end. */
struct loop_code { int start, body, step, test; };
void lower_settle_indices(struct lowering *l, const struct expr *condition, const struct loop_code *c);

/* lower_loop.c: do, for, while, objectloop; switch */
void lower_loop(struct lowering *l, const struct stmt *s);
void lower_switch(struct lowering *l, const struct stmt *s);

/* lower_condition.c */
void lower_truth(struct lowering *l, const struct expr *e, struct ir_operand store);         /* 1 or 0 to store */

#endif
