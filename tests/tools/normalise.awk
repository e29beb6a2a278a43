# Golmac: MIT licence, see LICENSE.
#
# Routines with their instructions, a line each, "routine: opcode operands -> result ?branch", from golc -a or from goldump
# --code. golc does not know addresses yet when it lists, so that operands are counted, not compared.
/^[+0-9a-f]+  \[ / { name = $3; next }
/^ +[+0-9a-f]+  [a-z]/ {
    sub(/^ +[+0-9a-f]+  /, "")
    sub(/ *\([0-9]+ bytes of text\)/, ""); sub(/ *\((long|over a jump)\)/, "")
    if ($1 ~ /^print(_ret)?$/) sub(/ *".*/, "")
    else sub(/".*"/, "text")
    gsub(/\?(L[0-9]+|\+[0-9a-f]+)/, "?there"); gsub(/\?~(L[0-9]+|\+[0-9a-f]+)/, "?~there")
    line = $1
    for (i = 2; i <= NF; i++)
        if ($(i - 1) == "->" && $i ~ /^(g[0-9a-f][0-9a-f]|[0-9]+)$/)
            $i = "unnamed"
    for (i = 2; i <= NF; i++)
        line = line " " ($i == "->" || $(i - 1) == "->" || $i ~ /^\?/ ? $i : "operand")
    print name ": " line
}
