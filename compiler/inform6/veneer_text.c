/* Golmac: MIT licence, see LICENSE. */
/* The texts of the veneer routines that the language needs: properties, kinds of value, printing. Each is Inform
   source, compiled only when something refers to it, without run-time checks of its own.

   Identifiers of a superclass's property (C::p) are $4000 + p * 256 + n for a common property, $8000 + i * 256 + n
   for the i-th individual property of class n in #classes_table.

   Z__Region asks whether a packed address is at most the last one of the file, not less than the number of them:
   of a file of the greatest length that number is $10000, and the header says 0. */
#include "compiler/inform6/veneer.h"

#define TELL_STEP(operator) \
    "#Ifdef DEBUG;\n#Ifdef debug_flag;\n" \
    "    if (at && " WATCHED("obj") ") RT__TrPS(obj, id, (at-->0) " operator " 1);\n" \
    "#Endif;\n#Endif;\n"

const struct veneer_text veneer_language_texts[] = {
    { VENEER_MAIN_DEFAULT, 3, 8,
      "[ Main__;\n"
      "    Main();\n"
      "    quit;\n"
      "];\n" },
    { VENEER_BOX_ROUTINE, 4, 8,
      "[ Box__Routine width lines columns left top row;\n"
      "    columns = 0->33;\n"
      "    if (columns == 0) columns = 80;\n"
      "    top = lines-->0 + 6;\n"
      "    @split_window top;\n"
      "    @set_window 1;\n"
      "    style reverse;\n"
      "    left = (columns - width) / 2;\n"
      "    columns = left - 2;\n"
      "    row = lines-->0 + 5;\n"
      "    while (row > 3) {\n"
      "        @set_cursor row columns;\n"
      "        spaces width + 4;\n"
      "        if (row > 4 && row < lines-->0 + 5) {\n"
      "            @set_cursor row left;\n"
      "            if (lines-->(row - 4)) print (string) lines-->(row - 4);\n"
      "        }\n"
      "        row--;\n"
      "    }\n"
      "    @buffer_mode 1;\n"
      "    style roman;\n"
      "    @set_window 0;\n"
      "    @split_window 1;\n"
      "    @output_stream -1;\n"
      "    print \"[ \";\n"
      "    for (row = 1: row <= lines-->0: row++) {\n"
      "        if (row > 1) print \"^  \";\n"
      "        if (lines-->row) print (string) lines-->row;\n"
      "    }\n"
      "    print \" ]^^\";\n"
      "    @output_stream 1;\n"
      "];\n" },
    { VENEER_BOX_ROUTINE, 3, 3,
      "[ Box__Routine width lines row;\n"
      "    print \"[ \";\n"
      "    for (row = 1: row <= lines-->0: row++) {\n"
      "        if (row > 1) print \"^  \";\n"
      "        if (lines-->row) print (string) lines-->row;\n"
      "    }\n"
      "    print \" ]^^\";\n"
      "    return width;\n"
      "];\n" },
    { VENEER_R_PROCESS, 3, 8,
      "[ R_Process action first second third;\n"
      "    print \"Action <\", action, \" \", first, \" \", second;\n"
      "    if (third) print \", \", third;\n"
      "    print \">^\";\n"
      "];\n" },
    { VENEER_DEFART, 3, 8,
      "[ DefArt obj; print \"the \", obj; ];\n" },
    { VENEER_INDEFART, 3, 8,
      "[ InDefArt obj; print \"a \", obj; ];\n" },
    { VENEER_CDEFART, 3, 8,
      "[ CDefArt obj; print \"The \", obj; ];\n" },
    { VENEER_CINDEFART, 3, 8,
      "[ CInDefArt obj; print \"A \", obj; ];\n" },
    { VENEER_PRINT_SHORT_NAME, 3, 8,
      "[ PrintShortName obj;\n"
      "    switch (metaclass(obj)) {\n"
      "    Object: print (object) obj;\n"
      "    Class: print \"class \", (object) obj;\n"
      "    Routine: print \"(routine at \", obj, \")\";\n"
      "    String: print \"(string at \", obj, \")\";\n"
      "    default: print \"nothing\";\n"
      "    }\n"
      "];\n" },
    { VENEER_ENGLISH_NUMBER, 3, 8,
      "[ EnglishNumber n; print n; ];\n" },
    { VENEER_PRINT_PROPERTY, 3, 8,
      "[ Print__PName id cla list;\n"
      "    if (id & $C000) {\n"
      "        cla = #classes_table-->(id & $FF);\n"
      "        print (name) cla, \"::\";\n"
      "        list = (id & $7F00) / 256;\n"
      "        if (id > 0) {\n"
      "            id = list & $3F;\n"
      "        } else {\n"
      "            cla = Cl__Find(Cl__Proto(cla) + 6, 3)-->0;\n"
      "            while (list--) cla = cla + 3 + cla->2;\n"
      "            id = cla-->0 & $7FFF;\n"
      "        }\n"
      "    }\n"
      "#Ifndef OMIT_SYMBOL_TABLE;\n"
      "    list = #identifiers_table;\n"
      "    if (id > 0 && id < list-->0 && list-->id) {\n"
      "        print (string) list-->id;\n"
      "        rtrue;\n"
      "    }\n"
      "#Endif;\n"
      "    print \"<number \", id, \">\";\n"
      "];\n" },
    { VENEER_PRINT_ADDRESS, 3, 8,
      "[ Print__Addr word; print (address) word; ];\n" },
    { VENEER_WRITE_PROPERTY, 3, 8,
      "[ WV__Pr obj id value at;\n"
      "    at = RA__Pr(obj, id);\n"
      "    if (at == 0) {\n"
      "        RT__Err(\"write to\", obj, id);\n"
      "        return value;\n"
      "    }\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "    if " WATCHED("obj") " RT__TrPS(obj, id, value);\n"
      "#Endif;\n"
      "#Endif;\n"
      "    at-->0 = value;\n"
      "    return value;\n"
      "];\n" },
    { VENEER_READ_PROPERTY, 3, 3,
      "[ RV__Pr obj id at;\n"
      "    at = RA__Pr(obj, id);\n"
      "    if (at) {\n"
      "        if (obj.#id > 2) RT__Err(\"read\", obj, id);\n"
      "        return at-->0;\n"
      "    }\n"
      "    if (id > 0 && id < 64 && RT__IsObj(obj)) {\n"
      "        @get_prop obj id -> at;\n"
      "        return at;\n"
      "    }\n"
      "    RT__Err(\"read\", obj, id);\n"
      "];\n" },
    { VENEER_READ_PROPERTY, 4, 8,
      "[ RV__Pr obj id at length;\n"
      "    if (id < 64 && id > 0 && obj > 0 && obj <= #actual_largest_object) {\n"
      "        @get_prop_addr obj id -> at;\n"
      "        if (at == 0) {\n"
      "            @get_prop obj id -> at;\n"
      "            return at;\n"
      "        }\n"
      "#Ifdef STRICT_MODE;\n"
      "        @get_prop_len at -> length;\n"
      "#Endif;\n"
      "    } else {\n"
      "        at = RA__Pr(obj, id);\n"
      "        if (at == 0) {\n"
      "            RT__Err(\"read\", obj, id);\n"
      "            rtrue;\n"
      "        }\n"
      "#Ifdef STRICT_MODE;\n"
      "        length = (at - 1)->0;\n"
      "        if (id >= $4000) @get_prop_len at -> length;\n"
      "#Endif;\n"
      "    }\n"
      "#Ifdef STRICT_MODE;\n"
      "    if (length > 2) RT__Err(\"read\", obj, id, length);\n"
      "#Endif;\n"
      "    return at-->0;\n"
      "];\n" },
    { VENEER_INCREMENT_BEFORE, 3, 8,
      "[ IB__Pr obj id at;\n"
      "    at = RA__Pr(obj, id);\n"
      TELL_STEP("+")
      "    if (at) return ++(at-->0);\n"
      "    if (id > 0 && id < 64) {\n"
      "        RT__Err(\"set\", obj, id);\n"
      "        if (RT__IsObj(obj)) @get_prop obj id -> at;\n"
      "        return at + 1;\n"
      "    }\n"
      "    RT__Err(\"increment\", obj, id);\n"
      "];\n" },
    { VENEER_INCREMENT_AFTER, 3, 8,
      "[ IA__Pr obj id at;\n"
      "    at = RA__Pr(obj, id);\n"
      TELL_STEP("+")
      "    if (at) return (at-->0)++;\n"
      "    if (id > 0 && id < 64) {\n"
      "        RT__Err(\"set\", obj, id);\n"
      "        if (RT__IsObj(obj)) @get_prop obj id -> at;\n"
      "        return at;\n"
      "    }\n"
      "    RT__Err(\"increment\", obj, id);\n"
      "];\n" },
    { VENEER_DECREMENT_BEFORE, 3, 8,
      "[ DB__Pr obj id at;\n"
      "    at = RA__Pr(obj, id);\n"
      TELL_STEP("-")
      "    if (at) return --(at-->0);\n"
      "    if (id > 0 && id < 64) {\n"
      "        RT__Err(\"set\", obj, id);\n"
      "        if (RT__IsObj(obj)) @get_prop obj id -> at;\n"
      "        return at - 1;\n"
      "    }\n"
      "    RT__Err(\"decrement\", obj, id);\n"
      "];\n" },
    { VENEER_DECREMENT_AFTER, 3, 8,
      "[ DA__Pr obj id at;\n"
      "    at = RA__Pr(obj, id);\n"
      TELL_STEP("-")
      "    if (at) return (at-->0)--;\n"
      "    if (id > 0 && id < 64) {\n"
      "        RT__Err(\"set\", obj, id);\n"
      "        if (RT__IsObj(obj)) @get_prop obj id -> at;\n"
      "        return at;\n"
      "    }\n"
      "    RT__Err(\"decrement\", obj, id);\n"
      "];\n" },
    { VENEER_PROPERTY_ADDRESS, 3, 8,
      "[ RA__Pr obj id at other n;\n"
      "    if (obj <= 0 || obj > #actual_largest_object) rfalse;\n"
      "    if (id < 64) {\n"
      "        if (id > 0) {\n"
      "            @get_prop_addr obj id -> at;\n"
      "            return at;\n"
      "        }\n"
      "    } else if (id < $4000) {\n"
      "        @get_prop obj 3 -> at;\n"
      "        if (at == 0) rfalse;\n"
      "        other = id;\n"
      "        if (obj == self) other = id | $8000;\n"
      "        .next;\n"
      "        n = at-->0;\n"
      "        if (n == id or other) return at + 3;\n"
      "        at = at + 3 + at->2;\n"
      "        if (n) jump next;\n"
      "        rfalse;\n"
      "    }\n"
      "    at = #classes_table-->(id & $FF);\n"
      "    if (id == 0 || ~~OC__Cl(obj, at)) rfalse;\n"
      "    at = Cl__Proto(at) + 6;\n"
      "    obj = (id & $7F00) / 256;\n"
      "    if (id > 0) return Cl__Find(at, obj & $3F);\n"
      "    at = Cl__Find(at, 3)-->0;\n"
      "    while (obj--) at = at + 3 + at->2;\n"
      "    return at + 3;\n"
      "];\n" },
    { VENEER_PROPERTY_LENGTH, 3, 8,
      "[ RL__Pr obj id at;\n"
      "    if (id < 64 && id > 0 && obj > 0 && obj <= #actual_largest_object) {\n"
      "        @get_prop_addr obj id -> at;\n"
      "        @get_prop_len at -> at;\n"
      "        return at;\n"
      "    }\n"
      "    at = RA__Pr(obj, id);\n"
      "    if (at == 0) rfalse;\n"
      "    if (id < $4000) return (at - 1)->0;\n"
      "    @get_prop_len at -> at;\n"
      "    return at;\n"
      "];\n" },
    { VENEER_SUPERCLASS_ADDRESS, 3, 8,
      "[ RA__Sc cla id number list at;\n"
      "    if (~~(RT__IsObj(cla) && (cla <= 4 || cla in Class))) {\n"
      "        RT__Err(\"be a '::' superclass\", cla, -1);\n"
      "        rfalse;\n"
      "    }\n"
      "    while (#classes_table-->number ~= cla) number++;\n"
      "    list = Cl__Proto(cla) + 6;\n"
      "    if (id > 0 && id < 64) {\n"
      "        return $4000 + id * 256 + number;\n"
      "    } else {\n"
      "        at = Cl__Find(list, 3);\n"
      "        if (at) {\n"
      "            list = $8000 + number;\n"
      "            at = at-->0;\n"
      "            while (at-->0) {\n"
      "                if ((at-->0 & $7FFF) == id) return list;\n"
      "                at = at + 3 + at->2;\n"
      "                list = list + 256;\n"
      "            }\n"
      "        }\n"
      "    }\n"
      "    RT__Err(\"make use of\", cla, id);\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_OF_CLASS, 3, 8,
      "[ OC__Cl obj cla at end;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) {\n"
      "        if (cla > 4) {\n"
      "            if (cla > #actual_largest_object || cla notin Class) jump unknown;\n"
      "            if (obj in Class) rfalse;\n"
      "            @get_prop_addr obj 2 -> at;\n"
      "            if (at == 0) rfalse;\n"
      "            @get_prop_len at -> end;\n"
      "#Ifv3;\n"
      "            for (end = at + end: at ~= end: at = at + 2)\n"
      "                if (at-->0 == cla) rtrue;\n"
      "#Ifnot;\n"
      "            end = end / 2;\n"
      "            @scan_table cla at end -> at ?rtrue;\n"
      "#Endif;\n"
      "            rfalse;\n"
      "        }\n"
      "        switch (cla) {\n"
      "        Class: return obj <= 4 || obj in Class;\n"
      "        Object: return obj > 4 && obj notin Class;\n"
      "        Routine, String: rfalse;\n"
      "        }\n"
      "        .unknown;\n"
      "        RT__Err(\"apply 'ofclass' for\", cla, -1);\n"
      "        rfalse;\n"
      "    }\n"
      "    switch (Z__Region(obj)) {\n"
      "    2: return cla == Routine;\n"
      "    3: return cla == String;\n"
      "    }\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_PROVIDES, 3, 8,
      "[ OP__Pr obj id at;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) {\n"
      "        if (id < 64 && id > 0) {\n"
      "            @get_prop_addr obj id -> at;\n"
      "            return at ~= 0;\n"
      "        }\n"
      "        if (id <= print_to_array && id >= create && obj in Class) rtrue;\n"
      "        return RA__Pr(obj, id) ~= 0;\n"
      "    }\n"
      "    switch (Z__Region(obj)) {\n"
      "    2: return id == call;\n"
      "    3: return id == print or print_to_array;\n"
      "    }\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_METACLASS, 3, 8,
      "[ Z__Region at;\n"
      "    if (at > 0 && at <= #actual_largest_object) rtrue;\n"
      "    at = at + $8000;\n"
      "    if (at < #code_offset + $8000) rfalse;\n"
      "    if (at < #strings_offset + $8000) return 2;\n"
      "#Iftrue #version_number == 6 || #version_number == 7;\n"
      "    if (at > (0-->13 - 0-->21) * 2 + $7FFF) rfalse;\n"
      "#Ifnot;\n"
      "    if (at > 0-->13 + $7FFF) rfalse;\n"
      "#Endif;\n"
      "    return 3;\n"
      "];\n" },
    { VENEER_UNSIGNED_COMPARE, 3, 8,
      "[ Unsigned__Compare x y;\n"
      "    if (x == y) rfalse;\n"
      "    if (x + $8000 > y + $8000) rtrue;\n"
      "    return -1;\n"
      "];\n" },
    { VENEER_META_CLASS, 3, 8,
      "[ Meta__class obj;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) {\n"
      "        if (obj <= 4 || obj in Class) return Class;\n"
      "        return Object;\n"
      "    }\n"
      "    switch (Z__Region(obj)) {\n"
      "    2: return Routine;\n"
      "    3: return String;\n"
      "    }\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_CHILDREN, 3, 8,
      "[ Chn__Cnt obj n;\n"
      "#Ifdef STRICT_MODE;\n"
      "#Ifv5;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) {\n"
      "        RT__Err(9, obj);\n"
      "        obj = Object;\n"
      "    }\n"
      "#Endif;\n"
      "#Endif;\n"
      "    for (obj = child(obj): obj: obj = sibling(obj)) n++;\n"
      "    return n;\n"
      "];\n" },
    { VENEER_YOUNGEST, 3, 8,
      "[ Yng__Chd obj last;\n"
      "#Ifdef STRICT_MODE;\n"
      "#Ifv5;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) {\n"
      "        RT__Err(10, obj);\n"
      "        obj = Object;\n"
      "    }\n"
      "#Endif;\n"
      "#Endif;\n"
      "    for (obj = child(obj): obj: obj = sibling(obj)) last = obj;\n"
      "    return last;\n"
      "];\n" },
    { VENEER_ELDER, 3, 8,
      "[ Eld__Sib obj at last;\n"
      "#Ifdef STRICT_MODE;\n"
      "#Ifv5;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) {\n"
      "        RT__Err(11, obj);\n"
      "        obj = Object;\n"
      "    }\n"
      "#Endif;\n"
      "#Endif;\n"
      "    at = parent(obj);\n"
      "    if (at)\n"
      "        for (at = child(at): at && at ~= obj: at = sibling(at)) last = at;\n"
      "    return last;\n"
      "];\n" },
    { VENEER_COUNT, 0, 0, NULL }
};
