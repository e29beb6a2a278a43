/* Golmac: MIT licence, see LICENSE.

   Running text: the lower window and the scrollback, as paragraphs of styled runs, laid out in lines at a width
   that may change. A place is an offset into the text in UTF-16 units; each paragraph ends with a new line (10)
   there, the last one is open. Lines are calculated when they are asked for; how many a paragraph has is remembered
   until the width changes. A line once full does not change when text is added, so adding is cheap.

   The text has a greatest size (FLOW_UNITS and what follows it, about 5 MB): then the oldest quarter is forgotten, and
   places move: those kept in marks are moved with it. */
#ifndef FLOW_H
#define FLOW_H

#include "frontends/screen/metrics.h"

enum {
    FLOW_UNITS = 2500000,       /* of text kept at most */
    FLOW_RUNS = 40000,          /* changes of style */
    FLOW_PARAGRAPHS = 150000,
    FLOW_PARAGRAPH = 16384      /* units; a longer paragraph is divided */
};

struct flow_run { zm_u32 start; struct screen_style style; };

struct flow_paragraph {
    zm_u32 start;               /* of its text */
    zm_u32 lines;               /* 0: not counted at this width */
};

/* Places that the model keeps, moved when old text is forgotten. FLOW_NOWHERE: not set. */
enum flow_mark {
    FLOW_PAGE,                  /* the text since the window was cleared begins here */
    FLOW_UNREAD,                /* the first line that the player has not had time to read */
    FLOW_BOX,                   /* the last line when a quote box was left standing above it */
    FLOW_VIEW,                  /* the last line to show, looking back */
    FLOW_FOUND, FLOW_FOUND_END, /* what was found */
    FLOW_INPUT,                 /* a half-typed line */
    FLOW_MARKS
};
#define FLOW_NOWHERE 0xFFFFFFFFu

struct flow_line {
    zm_u32 start, end;          /* what is shown: without the spaces it was broken at */
    zm_u32 next;                /* where the next line begins; past the text if there is none */
    zm_u32 paragraph;
    bool ends;                  /* it ends its paragraph */
};

struct flow {
    const struct screen_metrics *metrics;
    unsigned width;             /* units for a line */
    zm_u16 *text;
    zm_u32 length, room;
    struct flow_run *run;
    zm_u32 runs, run_room;
    struct flow_paragraph *paragraph;
    zm_u32 paragraphs, paragraph_room;
    zm_u32 mark[FLOW_MARKS];
    unsigned starved;           /* times that there was no memory */
    /* the line starts of one paragraph, as far as they have been calculated */
    zm_u32 *start;
    zm_u32 starts, start_room, start_paragraph;
    bool start_whole;
};

/* Empty, with one open paragraph. metrics must stay. Returns 0, or -1 if there is no memory. */
int flow_init(struct flow *flow, const struct screen_metrics *metrics, unsigned width);
void flow_free(struct flow *flow);

/* The width, or how text is measured, has changed. */
void flow_set_width(struct flow *flow, unsigned width);

/* Add text, new lines (10) in it. */
void flow_add(struct flow *flow, const struct screen_style *style, const zm_u16 *text, unsigned length);

/* Take the text from a place in the last paragraph back. */
void flow_cut(struct flow *flow, zm_u32 place);

/* Whether the last paragraph is empty. */
bool flow_at_start(const struct flow *flow);

/* The paragraph that a place is in. */
zm_u32 flow_paragraph_at(const struct flow *flow, zm_u32 place);

/* The line that begins at a place where a line begins; the line that a place is in; the last line. */
void flow_line_from(struct flow *flow, zm_u32 start, struct flow_line *line);
void flow_line_at(struct flow *flow, zm_u32 place, struct flow_line *line);
void flow_last_line(struct flow *flow, struct flow_line *line);

/* Make of a line the one after it; false if there is none (then it stays). */
bool flow_next(struct flow *flow, struct flow_line *line);

/* Lines from the one that place is in to the last, both counted; but no more than most. An open paragraph that is empty
   counts. */
zm_u32 flow_count(struct flow *flow, zm_u32 place, zm_u32 most);

/* Go back count lines from a line, but not before the line that place first is in. Returns the lines gone. */
zm_u32 flow_back(struct flow *flow, struct flow_line *line, zm_u32 count, zm_u32 first);

/* The style at a place, and where it ends (no further than end). */
zm_u32 flow_style(const struct flow *flow, zm_u32 place, zm_u32 end, struct screen_style *style);

/* The width of the text from one place to another of one line. */
unsigned flow_width(const struct flow *flow, zm_u32 from, zm_u32 to);

#endif
