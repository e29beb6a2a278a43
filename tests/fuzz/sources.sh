# Golmac: MIT licence, see LICENSE.
#
# sources HARNESS: what it needs besides the machine. Sourced, with the checkout in $root.
sources() {
    [ "$1" = journal ] || return 0
    for part in host/files host/message host/paths host/utf timeline/compare timeline/crc timeline/journal timeline/journal_read \
        timeline/record timeline/timeline timeline/timeline_list session/moment; do
        echo "$root/frontends/$part.c"
    done
}
