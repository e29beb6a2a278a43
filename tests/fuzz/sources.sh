# Golmac: MIT licence, see LICENSE.
#
# sources HARNESS: what it needs besides the machine. Sourced, with the checkout in $root.
sources() {
    [ "$1" = journal ] || return 0
    for part in compare crc files journal journal_read message moment paths record timeline timeline_list utf; do
        echo "$root/frontends/host/$part.c"
    done
}
