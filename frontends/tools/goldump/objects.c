/* Golmac: MIT licence, see LICENSE.

   The object table (section 12): reading it, and showing it as a list and as a tree. */
#include "frontends/tools/goldump/dump.h"

/* ---- Reading ---- */

struct object object_get(const struct dump *dump, unsigned number)
{
    struct memory memory = image_memory(dump);

    return objects_get(&memory, dump->image.objects, number);
}

unsigned object_count(const struct dump *dump)
{
    struct memory memory = image_memory(dump);

    return objects_count(&memory, dump->image.objects);
}

void object_name(const struct dump *dump, unsigned number, struct bytes *to)
{
    struct memory memory = image_memory(dump);
    struct object o = object_get(dump, number);
    size_t name = objects_name(&memory, &o);

    if (name)
        text_decode(dump, name, to);
}

static unsigned object_attributes(const struct dump *dump)
{
    struct memory memory = image_memory(dump);

    return objects_attributes(&memory);
}

static bool object_attribute(const struct dump *dump, unsigned object, unsigned attribute)
{
    struct memory memory = image_memory(dump);
    struct object o = object_get(dump, object);

    return objects_have(&memory, &o, attribute);
}

/* ---- Checking ---- */

static void check_link(struct dump *dump, unsigned object, const char *what, unsigned other, unsigned count)
{
    if (other > count)
        dump_problem(dump, object_get(dump, object).address, "object %u has the %s %u, but there are only %u objects",
                     object, what, other, count);
}

static void check_objects(struct dump *dump, unsigned count)
{
    for (unsigned i = 1; i <= count; i++) {
        struct object o = object_get(dump, i);

        check_link(dump, i, "parent", o.parent, count);
        check_link(dump, i, "sibling", o.sibling, count);
        check_link(dump, i, "child", o.child, count);
        if (o.child && o.child <= count && object_get(dump, o.child).parent != i)
            dump_problem(dump, o.address, "object %u has the child %u, whose parent is %u", i, o.child,
                         object_get(dump, o.child).parent);
    }
}

/* ---- Showing ---- */

/* The name in the source, and the short name in quotes. */
static void show_object_name(struct dump *dump, unsigned number)
{
    struct bytes name = { .arena = dump->arena }, quoted = { .arena = dump->arena };
    const char *identifier = name_of(dump, NAME_OBJECT, number);

    object_name(dump, number, &name);
    text_quote(&quoted, name);
    fprintf(dump->out, "%s%s\"%.*s\"", identifier ? identifier : "", identifier ? " " : "", quoted.count,
            quoted.count ? (const char *)quoted.at : "");
}

static void show_attributes(struct dump *dump, unsigned object)
{
    const char *between = "";

    for (unsigned i = 0; i < object_attributes(dump); i++) {
        const char *name = name_of(dump, NAME_ATTRIBUTE, i);

        if (!object_attribute(dump, object, i))
            continue;
        if (name)
            fprintf(dump->out, "%s%s", between, name);
        else
            fprintf(dump->out, "%s%u", between, i);
        between = " ";
    }
    fputs(*between ? "" : "none", dump->out);
}

static void list_object(struct dump *dump, unsigned number)
{
    struct object o = object_get(dump, number);

    fprintf(dump->out, "%3u ", number);
    show_object_name(dump, number);
    fprintf(dump->out, "\n    parent %u, sibling %u, child %u, properties at %04zx\n    attributes: ", o.parent,
            o.sibling, o.child, o.properties);
    show_attributes(dump, number);
    putc('\n', dump->out);
    properties_show(dump, number);
}

static void json_object(struct dump *dump, unsigned number)
{
    struct json *json = &dump->json;
    struct object o = object_get(dump, number);
    struct bytes name = { .arena = dump->arena };

    json_open(json, NULL, '{');
    json_number(json, "number", number);
    json_string(json, "identifier", name_of(dump, NAME_OBJECT, number));
    object_name(dump, number, &name);
    json_text(json, "name", name.count ? (const char *)name.at : "", (size_t)name.count);
    json_number(json, "parent", o.parent);
    json_number(json, "sibling", o.sibling);
    json_number(json, "child", o.child);
    json_open(json, "attributes", '[');
    for (unsigned i = 0; i < object_attributes(dump); i++)
        if (object_attribute(dump, number, i))
            json_number(json, NULL, i);
    json_close(json, ']');
    properties_show(dump, number);
    json_close(json, '}');
}

void section_objects(struct dump *dump)
{
    unsigned count = object_count(dump);

    routines_find(dump);
    check_objects(dump, count);
    if (dump->as_json)
        json_open(&dump->json, "objects", '[');
    for (unsigned i = 1; i <= count; i++) {
        struct arena_mark mark = arena_mark(dump->arena);

        if (dump->as_json)
            json_object(dump, i);
        else
            list_object(dump, i);
        arena_release(dump->arena, mark);
    }
    if (dump->as_json)
        json_close(&dump->json, ']');
}

/* ---- The tree: without recursion, and each object once, so that a ring cannot hold us ---- */

struct tree { struct dump *dump; bool *shown; unsigned count; };

static void begin_node(struct tree *tree, unsigned number, int depth)
{
    struct dump *dump = tree->dump;
    struct bytes name = { .arena = dump->arena };

    tree->shown[number] = true;
    if (!dump->as_json) {
        fprintf(dump->out, "%*s%u ", 2 * depth, "", number);
        show_object_name(dump, number);
        putc('\n', dump->out);
        return;
    }
    object_name(dump, number, &name);
    json_open(&dump->json, NULL, '{');
    json_number(&dump->json, "number", number);
    json_string(&dump->json, "identifier", name_of(dump, NAME_OBJECT, number));
    json_text(&dump->json, "name", name.count ? (const char *)name.at : "", (size_t)name.count);
    json_number(&dump->json, "depth", depth);
    json_close(&dump->json, '}');
}

static bool is_new(const struct tree *tree, unsigned number)
{
    return number && number <= tree->count && !tree->shown[number];
}

static void show_branch(struct tree *tree, unsigned root)
{
    VECTOR(unsigned) path = { 0 };
    unsigned at = root;

    while (is_new(tree, at)) {
        struct object o = object_get(tree->dump, at);

        begin_node(tree, at, path.count);
        if (is_new(tree, o.child)) {
            *vector_add(tree->dump->arena, &path) = at;
            at = o.child;
            continue;
        }
        at = path.count ? o.sibling : 0;
        while (!is_new(tree, at) && path.count > 0) {
            at = object_get(tree->dump, path.at[--path.count]).sibling;
            if (path.count == 0)
                at = 0;
        }
    }
}

void section_tree(struct dump *dump)
{
    struct tree tree = { dump, NULL, object_count(dump) };

    tree.shown = ARENA_ARRAY(dump->arena, bool, tree.count + 1);
    check_objects(dump, tree.count);
    if (dump->as_json)
        json_open(&dump->json, "tree", '[');
    for (unsigned i = 1; i <= tree.count; i++)
        if (object_get(dump, i).parent == 0)
            show_branch(&tree, i);
    for (unsigned i = 1; i <= tree.count; i++)
        if (!tree.shown[i]) {
            dump_problem(dump, object_get(dump, i).address, "object %u is in no tree that has a root", i);
            show_branch(&tree, i);
        }
    if (dump->as_json)
        json_close(&dump->json, ']');
}
