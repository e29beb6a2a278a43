# Golmac: MIT licence, see LICENSE.
#
# Splits the assembler text that cc65 makes of a C file into a module for each function and one for the file's data, as
# -ffunction-sections does for GCC: ld65 takes modules whole, so only thus does it leave out what nothing calls.
#   awk -v module=NAME -v folder=FOLDER -f functions.awk FILE.s FILE.s        writes FOLDER/NAME-FUNCTION.s, FOLDER/NAME.s

# Names known to this file alone get the module's name in front: they must differ from those of other files now.
function renamed(line,    out, word) {
    while (match(line, /[A-Za-z_][A-Za-z_0-9]*/)) {
        word = substr(line, RSTART, RLENGTH)
        out = out substr(line, 1, RSTART - 1) (word in own ? module word : word)
        line = substr(line, RSTART + RLENGTH)
    }
    return out line
}

function begin(file, name) {
    out = folder "/" file ".s"
    if (!(out in begun))
        printf "%s", prologue >out
    begun[out] = 1
    if (name)
        print "\t.export " renamed(name) >out
}

function label(line) {
    return match(line, /^[A-Za-z_][A-Za-z_0-9]*:/) ? substr(line, 1, RLENGTH - 1) : ""
}

function procedure(word) {
    sub(/:$/, "", word)
    return word
}

function know(name) {
    if (!(name in exported))
        own[name] = 1
}

# ---- The first reading: which names there are ----

NR == FNR && $1 == ".export" { exported[$2] = 1 }
NR == FNR && $1 == ".proc" { inside = 1; know(procedure($2)) }
NR == FNR && !inside && label($0) { know(label($0)) }
NR == FNR && $1 == ".endproc" { inside = 0 }
NR == FNR { next }

# ---- The second: the parts ----

$1 ~ /^\.(setcpu|smart|autoimport|case|importzp|macpack)$/ { prologue = prologue $0 "\n"; next }
$1 ~ /^(;.*|\.fopt|\.debuginfo|\.export|\.import|)$/ && !inside { next }
$1 == ".segment" && !inside { segment = $0; next }
$1 == ".proc" { inside = 1; begin(module "-" procedure($2), procedure($2)); print segment >out }
!inside { begin(module, label($0)); print segment >out }
{ print renamed($0) >out }
$1 == ".endproc" { inside = 0; close(out) }
