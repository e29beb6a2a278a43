/* Golmac: MIT licence, see LICENSE. */
/* The texts of the veneer routines that check at run time, in strict mode, and of those that say what went wrong, in
   the words that players and authors know. Addresses, offsets, indices and counts of entries are unsigned: n + $8000
   is in the order of signed numbers what n is among unsigned ones. The end of an area, which may be $10000, is
   compared as its last address.

   RT__ChALB and its kin are for arrays of up to 32767 entries, RT__ChAL and RT__ChAS for larger ones;
   RT__ChAS for those, too, whose first entry is their length, which stays. */
#include "compiler/inform6/veneer.h"

const struct veneer_text veneer_check_texts[] = {
    { VENEER_OBJECT_CHECK, 3, 8,
      "[ RT__IsObj obj; return obj > 0 && obj <= #actual_largest_object; ];\n" },
    { VENEER_RUN_ERROR, 3, 8,
      "[ RT__Err crime obj id size;\n"
      "    print \"^[** Programming error: \";\n"
      "    if (crime < 0 || crime > 40) {\n"
      "        if (obj == 0) print \"nothing \";\n"
      "        if (RT__IsObj(obj)) {\n"
      "            if (obj in Class) print \"class \";\n"
      "            print (object) obj, \" \";\n"
      "        }\n"
      "        print \"(object number \", obj, \") \";\n"
      "        if (id < 0 && id > -16384) print \"is not of class \", (name) -id;\n"
      "#Ifv3;\n"
      "        else if (RT__IsObj(obj) && obj.&id)\n"
      "#Ifnot;\n"
      "        else if (size)\n"
      "#Endif;\n"
      "            print \"has a property \", (property) id, \", but it is longer than 2 "
          "bytes so you cannot use ~.~\";\n"
      "        else {\n"
      "            print \" has no property \", (property) id;\n"
      "#Ifndef OMIT_SYMBOL_TABLE;\n"
      "            if (id < 0 || id >= #identifiers_table-->0) print \" (and nor has any other object)\";\n"
      "#Endif;\n"
      "        }\n"
      "        print \" to \", (string) crime;\n"
      "    } else {\n"
      "        print \"tried to \";\n"
      "#Ifv3;\n"
      "        RT__Say(crime, obj, id);\n"
      "#Ifnot;\n"
      "        RT__Say(crime, obj, id, size);\n"
      "#Endif;\n"
      "    }\n"
      "    print \" **]^\";\n"
      "];\n" },
    { VENEER_RUN_ERROR_TEXT, 3, 8,
      "[ RT__Say crime obj id size;\n"
      "    switch (crime) {\n"
      "    2: print \"test ~in~ or ~notin~ of \";\n"
      "    3: print \"test ~has~ or ~hasnt~ of \";\n"
      "    4: print \"find the ~parent~ of \";\n"
      "    5: print \"find the ~eldest~ of \";\n"
      "    6: print \"find the ~child~ of \";\n"
      "    7: print \"find the ~younger~ of \";\n"
      "    8: print \"find the ~sibling~ of \";\n"
      "    9: print \"find the ~children~ of \";\n"
      "    10: print \"find the ~youngest~ of \";\n"
      "    11: print \"find the ~elder~ of \";\n"
      "    12: print \"use ~objectloop~ of \";\n"
      "    13: print \"use ~}~ at end of ~objectloop~ of \";\n"
      "    14: print \"~give~ an attribute to \";\n"
      "    15: print \"~remove~ \";\n"
      "    16, 17, 18: print \"~move~ \", (name) obj, \" to \", (name) id;\n"
      "        if (crime == 18) {\n"
      "            print \", which would make a loop: \", (name) obj;\n"
      "            for (:: id = parent(id)) {\n"
      "                print \" in \", (name) id;\n"
      "                if (id == obj) rtrue;\n"
      "            }\n"
      "        }\n"
      "        rtrue;\n"
      "    19: print \"~give~ or test ~has~ or ~hasnt~ with a non-attribute on the object \";\n"
      "    20: print \"divide by zero\"; rtrue;\n"
      "    21: print \"find the ~.&~ of \";\n"
      "    22: print \"find the ~.#~ of \";\n"
      "    33: print \"print (char) \", obj, \", which is not a valid ZSCII character code for output\"; rtrue;\n"
      "    34: print \"print (address) on something not the byte address of a string\"; rtrue;\n"
      "    35: print \"print (string) on something not a string\"; rtrue;\n"
      "    36: print \"print (object) on something not an object or class\"; rtrue;\n"
      "    24: print \"read outside memory using ->\"; rtrue;\n"
      "    25: print \"read outside memory using -->\"; rtrue;\n"
      "    26: print \"write outside memory using ->\"; rtrue;\n"
      "    27: print \"write outside memory using -->\"; rtrue;\n"
      "#Ifv5;\n"
      "    28 to 31: RT__SayA(crime, obj, id, size); rtrue;\n"
      "#Endif;\n"
      "    }\n"
      "    print (name) obj;\n"
      "];\n" },
    { VENEER_RUN_ERROR_ARRAY, 3, 8,
      "[ RT__SayA crime index last kind;\n"
      "    if (crime < 30) print \"read from \"; else print \"write to \";\n"
      "    if (crime & 1) print \"-->\"; else print \"->\";\n"
      "    print index, \" in the\";\n"
      "    index = 0;\n"
      "    switch (kind & 7) {\n"
      "    2: print \" string\"; index = 1;\n"
      "    3: print \" table\"; index = 1;\n"
      "    4: print \" buffer\"; index = 2;\n"
      "    }\n"
      "    switch (kind & 24) {\n"
      "    8: print \" (-->)\"; last = (last & $FFFE) / 2 & $7FFF;\n"
      "    16: print \" (->)\"; last = last * 2 + 1;\n"
      "    24: print \" (->)\"; last = last * 2 + 2;\n"
      "    }\n"
      "    print \" array\";\n"
      "#Ifndef OMIT_SYMBOL_TABLE;\n"
      "    print \" ~\", (string) #array_names_offset-->((kind & $FFE0) / 32 & $7FF), \"~,\";\n"
      "#Endif;\n"
      "    print \" which has entries \", index, \" up to \", last;\n"
      "];\n" },
    { VENEER_CHECK_HAS, 3, 8,
      "[ RT__ChHas obj;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) return obj;\n"
      "    RT__Err(3, obj);\n"
      "    return Object;\n"
      "];\n" },
    { VENEER_CHECK_HAS_VALUE, 3, 8,
      "[ RT__ChHasV obj attribute;\n"
      "    if (~~RT__IsObj(obj)) {\n"
      "        RT__Err(3, obj);\n"
      "        rfalse;\n"
      "    }\n"
      "    if (attribute < 0 || attribute >= 48) {\n"
      "        RT__Err(19, obj);\n"
      "        rtrue;\n"
      "    }\n"
      "    @test_attr obj attribute ?rtrue;\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_CHECK_IN, 3, 8,
      "[ RT__ChIn obj;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) return obj;\n"
      "    RT__Err(2, obj);\n"
      "    return Object;\n"
      "];\n" },
    { VENEER_CHECK_IN_VALUE, 3, 8,
      "[ RT__ChInV obj home;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) return obj in home;\n"
      "    RT__Err(2, obj);\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_CHECK_ANY_OBJECT, 3, 8,
      "[ RT__ChAny obj crime;\n"
      "    if (obj > 0 && obj <= #actual_largest_object) return obj;\n"
      "    RT__Err(crime, obj);\n"
      "    return Object;\n"
      "];\n" },
    { VENEER_CHECK_OBJECT, 3, 8,
      "[ RT__ChObj obj crime;\n"
      "    if (obj > 4 && obj <= #actual_largest_object && obj notin Class) return obj;\n"
      "    RT__Err(crime, obj);\n"
      "    return Object;\n"
      "];\n" },
    { VENEER_CHECK_DIVISOR, 3, 8,
      "[ RT__ChDiv n;\n"
      "    if (n) return n;\n"
      "    RT__Err(20);\n"
      "];\n" },
    { VENEER_CHECK_NEXT, 3, 8,
      "[ RT__ChNext obj home;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) RT__Err(13, obj);\n"
      "    else if (home == 0 || obj in home) rtrue;\n"
      "    else print \"^[** Programming error: objectloop broken because the object \", (name) obj,\n"
      "            \" was moved while the loop passed through it **]^\";\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_CHECK_REMOVE, 3, 8,
      "[ RT__ChR obj;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) return RT__Err(15, obj);\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "    if " WATCHED("obj") " print \"[Removing \", (name) obj, \"]^\";\n"
      "#Endif;\n"
      "#Endif;\n"
      "    remove obj;\n"
      "];\n" },
    { VENEER_CHECK_MOVE, 3, 8,
      "[ RT__ChT obj to at;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) return RT__Err(16, obj, to);\n"
      "    if (to <= 4 || to > #actual_largest_object || to in Class) return RT__Err(17, obj, to);\n"
      "    for (at = to: at: at = parent(at))\n"
      "        if (at == obj) return RT__Err(18, obj, to);\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "    if (" WATCHED("obj") " || " WATCHED("to") ") print \"[Moving \", (name) obj, \" to \", (name) to, \"]^\";\n"
      "#Endif;\n"
      "#Endif;\n"
      "    move obj to to;\n"
      "];\n" },
    { VENEER_CHECK_GIVE, 3, 8,
      "[ RT__ChG obj attribute;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) return RT__Err(14, obj);\n"
      "    if (attribute < 0 || attribute >= 48) return RT__Err(19, obj);\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "#Ifdef DebugAttribute;\n"
      "#Ifdef workflag;\n"
      "    if (" WATCHED("obj") " && attribute ~= workflag && obj hasnt attribute) print \"[Giving \", "
          "(name) obj, \" \", (DebugAttribute) attribute, \"]^\";\n"
      "#Endif;\n"
      "#Endif;\n"
      "#Endif;\n"
      "#Endif;\n"
      "    @set_attr obj attribute;\n"
      "];\n" },
    { VENEER_CHECK_GIVE_NOT, 3, 8,
      "[ RT__ChGt obj attribute;\n"
      "    if (obj <= 4 || obj > #actual_largest_object || obj in Class) return RT__Err(14, obj);\n"
      "    if (attribute < 0 || attribute >= 48) return RT__Err(19, obj);\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "#Ifdef DebugAttribute;\n"
      "#Ifdef workflag;\n"
      "    if (" WATCHED("obj") " && attribute ~= workflag && obj has attribute) print \"[Giving \", "
          "(name) obj, \" @@126\", (DebugAttribute) attribute, \"]^\";\n"
      "#Endif;\n"
      "#Endif;\n"
      "#Endif;\n"
      "#Endif;\n"
      "    @clear_attr obj attribute;\n"
      "];\n" },
    { VENEER_CHECK_PROPERTY, 3, 8,
      "[ RT__ChPS obj id value at;\n"
      "    if (obj > 4 && obj <= #actual_largest_object && obj notin Class) @get_prop_addr obj id -> at;\n"
      "    if (at) {\n"
      "        @get_prop_len at -> at;\n"
      "        if (at <= 2) {\n"
      "#Ifdef DEBUG;\n"
      "#Ifdef debug_flag;\n"
      "    if " WATCHED("obj") " RT__TrPS(obj, id, value);\n"
      "#Endif;\n"
      "#Endif;\n"
      "            @put_prop obj id value;\n"
      "            return value;\n"
      "        }\n"
      "    }\n"
      "    RT__Err(\"set\", obj, id, at);\n"
      "    return value;\n"
      "];\n" },
    { VENEER_CHECK_PROPERTY_READ, 3, 8,
      "[ RT__ChPR obj id at;\n"
      "    if (obj > 4 && obj <= #actual_largest_object) {\n"
      "        @get_prop_addr obj id -> at;\n"
      "        @get_prop_len at -> at;\n"
      "        if (at <= 2) {\n"
      "            @get_prop obj id -> at;\n"
      "            return at;\n"
      "        }\n"
      "    }\n"
      "    RT__Err(\"read\", obj, id, at);\n"
      "    return 10-->0-->(id - 1);\n"
      "];\n" },
    { VENEER_CHECK_WORD_READ, 3, 8,
      "[ RT__ChWR obj id at;\n"
      "    if (obj > 4 && obj <= #actual_largest_object) {\n"
      "        @get_prop obj id -> at;\n"
      "        return at;\n"
      "    }\n"
      "    RT__Err(\"read\", obj, id);\n"
      "    return 10-->0-->(id - 1);\n"
      "];\n" },
    { VENEER_TRACE_ASSIGN, 3, 8,
      "[ RT__TrPS obj id value;\n"
      "    print \"[Setting \", (name) obj, \".\", (property) id, \" to \", value, \"]^\";\n"
      "];\n" },
    { VENEER_SYMBOL, 3, 8,
      "[ Symb__Tab kind number;\n"
      "#Ifdef INFIX;\n"
      "    switch (kind) {\n"
      "        1: kind = #arrays_array + 6 * number; temp__global2 = kind-->2;\n"
      "        2: kind = #routines_array + 4 * number;\n"
      "        3: kind = #constants_array + 4 * number;\n"
      "        default: rfalse;\n"
      "    }\n"
      "    temp__global3 = kind-->1;\n"
      "    return kind-->0;\n"
      "#Ifnot;\n"
      "    kind = number;\n"
      "    rfalse;\n"
      "#Endif;\n"
      "];\n" },
    { VENEER_CHECK_LOAD_BYTE, 3, 8,
      "[ RT__ChLDB base index;\n"
      "    if (base + index + $8000 <= #readable_memory_offset + $7FFF) return base->index;\n"
      "    return RT__Err(24);\n"
      "];\n" },
    { VENEER_CHECK_LOAD_WORD, 3, 8,
      "[ RT__ChLDW base index;\n"
      "    if (2 * index + base + $8000 <= #readable_memory_offset + $7FFF) return base-->index;\n"
      "    return RT__Err(25);\n"
      "];\n" },
    { VENEER_CHECK_STORE_BYTE, 3, 8,
      "[ RT__ChSTB base index value at;\n"
      "    at = base + index + $8000;\n"
      "    if (at >= #array__start + $8000 && at <= #array__end + $7FFF) base->index = value;\n"
      "    else if (at == $8011 || (at >= #cpv__start + $8000 && at <= #cpv__end + $7FFF)\n"
      "        || (at >= #ipv__start + $8000 && at <= #ipv__end + $7FFF)) base->index = value;\n"
      "    else RT__Err(26);\n"
      "];\n" },
    { VENEER_CHECK_STORE_WORD, 3, 8,
      "[ RT__ChSTW base index value at;\n"
      "    at = 2 * index + base + $8000;\n"
      "    if (at >= #array__start + $8000 && at <= #array__end + $7FFF) base-->index = value;\n"
      "    else if (at == $8010 || (at >= #cpv__start + $8000 && at <= #cpv__end + $7FFF)\n"
      "        || (at >= #ipv__start + $8000 && at <= #ipv__end + $7FFF)) base-->index = value;\n"
      "    else RT__Err(27);\n"
      "];\n" },
    { VENEER_ARRAY_LOAD, 5, 8,
      "[ RT__ChAL array index last kind words;\n"
      "    if (index + $8000 <= last + $8000) {\n"
      "        if (words) return array-->index;\n"
      "        return array->index;\n"
      "    }\n"
      "    RT__Err(28 + words, index, last, kind);\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_ARRAY_STORE, 5, 8,
      "[ RT__ChAS array index value last kind words;\n"
      "    if (index + $8000 > last + $8000\n"
      "        || (kind & 7 == 2 or 3 && (index == 0 || (index == 1 && kind & 15 == 11))))\n"
      "        RT__Err(30 + words, index, last, kind);\n"
      "    else if (words) array-->index = value;\n"
      "    else array->index = value;\n"
      "];\n" },
    { VENEER_ARRAY_LOAD_BYTE, 5, 8,
      "[ RT__ChALB array index last kind;\n"
      "    if (index <= last && index >= 0) return array->index;\n"
      "    RT__Err(28, index, last, kind);\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_ARRAY_LOAD_WORD, 5, 8,
      "[ RT__ChALW array index last kind;\n"
      "    if (index <= last && index >= 0) return array-->index;\n"
      "    RT__Err(29, index, last, kind);\n"
      "    rfalse;\n"
      "];\n" },
    { VENEER_ARRAY_STORE_BYTE, 5, 8,
      "[ RT__ChASB array index value last kind;\n"
      "    if (index <= last && index >= 0) array->index = value;\n"
      "    else RT__Err(30, index, last, kind);\n"
      "];\n" },
    { VENEER_ARRAY_STORE_WORD, 5, 8,
      "[ RT__ChASW array index value last kind;\n"
      "    if (index <= last && index >= 0) array-->index = value;\n"
      "    else RT__Err(31, index, last, kind);\n"
      "];\n" },
    { VENEER_CHECK_PRINT_CHARACTER, 3, 8,
      "[ RT__ChPrintC c;\n"
      "    if (c == 0 or 9 or 11 or 13 || (c >= 32 && c <= 126) || (c >= 155 && c <= 251)) print (char) c;\n"
      "    else RT__Err(33, c);\n"
      "];\n" },
    { VENEER_CHECK_PRINT_ADDRESS, 3, 8,
      "[ RT__ChPrintA at;\n"
      "    if (at + $8000 <= #readable_memory_offset + $7FFF) print (address) at;\n"
      "    else RT__Err(34);\n"
      "];\n" },
    { VENEER_CHECK_PRINT_STRING, 3, 8,
      "[ RT__ChPrintS text;\n"
      "    if (Z__Region(text) == 3) print (string) text;\n"
      "    else RT__Err(35);\n"
      "];\n" },
    { VENEER_CHECK_PRINT_OBJECT, 3, 8,
      "[ RT__ChPrintO obj;\n"
      "    if (RT__IsObj(obj)) print (object) obj;\n"
      "    else RT__Err(36);\n"
      "];\n" },
    { VENEER_COUNT, 0, 0, NULL }
};
