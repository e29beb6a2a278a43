/* Golmac: MIT licence, see LICENSE.

   The screen and what lies over it, row by row. */
#include "frontends/player/scene.h"
#include "frontends/screen/characters.h"
#include "frontends/player/list.h"
#include "frontends/base/utf.h"

#include <stdlib.h>
#include <string.h>

void scene_init(struct scene *scene, struct screen *screen)
{
    memset(scene, 0, sizeof *scene);
    scene->screen = screen;
    scene->message_cursor = SCENE_MESSAGE;
    scene->whole = true;
}

void scene_free(struct scene *scene)
{
    free(scene->lines);
    scene->lines = NULL;
    scene->line_count = 0;
}

/* ---- Rows of the player's own ---- */

/* Cut a text at the last character that fits. */
static unsigned fit(const struct screen_metrics *metrics, const struct screen_style *style, const zm_u16 *text,
                    unsigned length, unsigned width)
{
    while (length && metrics_advance(metrics, style, text, length) > width)
        length = character_previous(text, length);
    return length;
}

/* Controls would move a terminal's cursor. */
static void clean(zm_u16 *text, unsigned length)
{
    unsigned i;

    for (i = 0; i < length; i++)
        if (text[i] < 32 || (text[i] >= 127 && text[i] < 160))
            text[i] = ' ';
}

/* Make a line of the text, beside which is the colour fill; it has changed if it was another one, or all have. */
static void set_line(struct scene *scene, struct scene_line *line, unsigned row, const zm_u16 *text, unsigned length,
                     bool reverse, zm_u32 fill)
{
    const struct screen *screen = scene->screen;
    struct screen_style style = {
        (zm_u16)(SCREEN_REMARK | (reverse ? SCREEN_REVERSE : 0)), 1, 0, SCREEN_DEFAULT, SCREEN_DEFAULT
    };
    zm_u16 kept[SCENE_MESSAGE];
    unsigned y = row * screen->metrics.line_height;

    length = length < SCENE_MESSAGE ? length : SCENE_MESSAGE;
    memcpy(kept, text, length * sizeof *text);
    clean(kept, length);
    length = fit(&screen->metrics, &style, kept, length, screen->metrics.width - screen->left);
    line->row.changed = scene->whole || line->row.y != y || line->length != length
                        || line->row.fill != fill || line->run[0].style.bits != style.bits
                        || memcmp(line->text, kept, length * sizeof *kept) != 0;
    memcpy(line->text, kept, length * sizeof *kept);
    line->length = length;
    line->row.y = y;
    line->row.fill = fill;
    line->row.count = length != 0;
    line->row.run = line->run;
    line->run[0].x = screen->left;
    line->run[0].width = metrics_advance(&screen->metrics, &style, kept, length);
    line->run[0].style = style;
    line->run[0].length = length;
    line->run[0].text = line->text;
}

/* ---- The list ---- */

static int make_room(struct scene *scene, unsigned count)
{
    struct scene_line *lines;

    if (count <= scene->line_count)
        return 0;
    lines = realloc(scene->lines, count * sizeof *lines);
    if (!lines)
        return -1;
    memset(lines + scene->line_count, 0, (count - scene->line_count) * sizeof *lines);
    scene->lines = lines;
    scene->line_count = count;
    scene->whole = true;
    return 0;
}

static unsigned refresh_list(struct scene *scene)
{
    zm_u16 text[SCENE_MESSAGE];
    unsigned row, length, changed = 0;
    bool reverse;

    list_resize(scene->list, scene->screen->rows, scene->screen->columns);
    for (row = 0; row < scene->screen->rows; row++) {
        if (scene->has_message && row + 1 == scene->screen->rows) {
            set_line(scene, &scene->lines[row], row, scene->message_text, scene->message_length, 1,
                     SCREEN_DEFAULT);
        } else {
            length = list_text(scene->list, row, text, SCENE_MESSAGE, &reverse);
            set_line(scene, &scene->lines[row], row, text, length, reverse, SCREEN_DEFAULT);
        }
        changed += scene->lines[row].row.changed != 0;
    }
    return changed;
}

/* ---- For displays ---- */

unsigned scene_rows(const struct scene *scene)
{
    return scene->screen->rows;
}

static bool is_picture(const struct scene *scene)
{
    return scene->screen->zm->version == 6 && scene->screen->metrics.advance && screen_scrolled(scene->screen) == 0;
}

/* The row that a message has covered until now must be painted as it is. */
static unsigned uncover(struct scene *scene)
{
    unsigned last = scene->screen->rows ? scene->screen->rows - 1 : 0;

    scene->uncovering = scene->covered && !scene->has_message;
    scene->covered = scene->has_message;
    if (!scene->uncovering || is_picture(scene) || scene->screen->rows == 0)
        return scene->uncovering != 0;
    scene->bare = *screen_row(scene->screen, last);
    scene->bare.changed = 1;
    return 1;
}

unsigned scene_refresh(struct scene *scene)
{
    unsigned changed;

    if (scene->list && make_room(scene, scene->screen->rows) == 0) {
        changed = refresh_list(scene);
        scene->whole = false;
        return changed;
    }
    if (scene->whole)
        screen_touch(scene->screen);
    changed = screen_refresh(scene->screen) + uncover(scene);
    if (scene->has_message && scene->screen->rows) {
        set_line(scene, &scene->message, scene->screen->rows - 1, scene->message_text, scene->message_length, 1,
                 screen_row(scene->screen, scene->screen->rows - 1)->fill);
        scene->message.row.changed |= scene->newly_covered;
        scene->newly_covered = false;
        changed += scene->message.row.changed != 0;
    }
    if (scene->whole && changed == 0)
        changed = 1;
    scene->whole = false;
    return changed;
}

const struct screen_row *scene_row(const struct scene *scene, unsigned row)
{
    if (scene->list)
        return row < scene->line_count ? &scene->lines[row].row : NULL;
    if (row + 1 == scene->screen->rows && scene->has_message)
        return &scene->message.row;
    if (is_picture(scene))
        return NULL;
    if (row + 1 == scene->screen->rows && scene->uncovering)
        return &scene->bare;
    return screen_row(scene->screen, row);
}

bool scene_cursor(const struct scene *scene, unsigned *x, unsigned *y)
{
    const struct scene_line *line = &scene->message;
    unsigned units = scene->message_cursor;

    if (scene->list)
        return false;
    if (!scene->has_message)
        return screen_cursor(scene->screen, x, y);
    if (units == SCENE_MESSAGE)
        return false;
    if (units > line->length)
        units = line->length;
    *x = scene->screen->left + metrics_advance(&scene->screen->metrics, &line->run[0].style, line->text, units);
    *y = line->row.y;
    return true;
}

const struct paint_operation *scene_painting(struct scene *scene, unsigned *count)
{
    return screen_painting(scene->screen, count);
}

/* ---- For the player ---- */

void scene_set_message_text(struct scene *scene, const zm_u16 *text, unsigned length, unsigned cursor)
{
    scene->message_length = length < SCENE_MESSAGE ? length : SCENE_MESSAGE;
    memcpy(scene->message_text, text, scene->message_length * sizeof *text);
    scene->message_cursor = cursor;
    scene->newly_covered |= !scene->has_message;
    scene->has_message = true;
}

unsigned scene_fit(const struct scene *scene, const char *text, unsigned columns, zm_u16 *units)
{
    static const struct screen_style style = { SCREEN_REMARK | SCREEN_REVERSE, 1, 0, SCREEN_DEFAULT, SCREEN_DEFAULT };
    const struct screen_metrics *metrics = &scene->screen->metrics;
    unsigned width = metrics->width - scene->screen->left, taken = columns * metrics->cell_width, length;
    size_t size = strcspn(text, "\n");

    length = (unsigned)utf8_decode(units, SCENE_MESSAGE, text, size);
    while (text[size] && metrics_advance(metrics, &style, units, length) + taken > width) {
        text += size + 1;
        size = strcspn(text, "\n");
        length = (unsigned)utf8_decode(units, SCENE_MESSAGE, text, size);
    }
    return fit(metrics, &style, units, length, width > taken ? width - taken : 0);
}

void scene_set_message(struct scene *scene, const char *text)
{
    zm_u16 units[SCENE_MESSAGE];
    unsigned length = text ? scene_fit(scene, text, 0, units) : 0;

    if (text)
        scene_set_message_text(scene, units, length, length);
    else
        scene->has_message = false;
}

void scene_set_list(struct scene *scene, struct list *list)
{
    scene->list = list;
    scene->whole = true;
}

void scene_touch(struct scene *scene)
{
    scene->whole = true;
}
