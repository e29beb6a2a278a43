#!/bin/sh
# Golmac: MIT licence, see LICENSE.
#
# The files for editors understand what golc writes: Vim itself with its compiler file, and the regular expressions of the
# VS Code tasks.
. "$(dirname "$0")/lib.sh"

editors=$root/compiler/editors
mkdir -p "with blank"
cat >"with blank/game.inf" <<'END'
Release 1;
Constant twice = 1;
Constant twice = 2;
[ Main x;
    print "one^"
    y = 3; x = y;
    return x;
    print "never";
];
END
source="with blank/game.inf"
"$GOLC" --diagnostics=json "$source" >json.txt 2>&1
"$GOLC" -E1 "$source" >e1.txt 2>&1

# The list of errors that Vim makes of golc's output, a line each
vim_list='map(filter(getqflist(), "v:val.valid"), "printf(\"%s:%d:%d:%s:%s\", bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.type, v:val.text)")'
if command -v vim >/dev/null; then
    run vim -es -u NONE -N --cmd "set runtimepath+=$editors/vim" --cmd "let g:golc_program='$GOLC'" "$source" \
        -c 'compiler golc' -c 'silent make' -c "call writefile($vim_list, 'list')" -c 'qall!'
    cp list out 2>/dev/null
    has "Vim: an error of --diagnostics=json, with its column" "with blank/game.inf:5:17:e:expected ';' after this"
    has "Vim: another" "with blank/game.inf:6:5:e:no such constant, variable or routine as 'y'"
    has "Vim: a warning" "with blank/game.inf:8:5:w:this statement can never be reached"
    run vim -es -u NONE -N --cmd "set runtimepath+=$editors/vim" -c 'compiler golc' -c 'cgetfile e1.txt' \
        -c "call writefile($vim_list, 'list')" -c 'qall!'
    cp list out 2>/dev/null
    has "Vim: an error of -E1, with its column by the caret" "with blank/game.inf:5:17:E:expected ';' after this"
    has "Vim: a warning of -E1" "with blank/game.inf:8:5:W:this statement can never be reached"
    holds "Vim: nothing else is taken for a message" test "$(wc -l <list)" = "$(grep -c '^with blank/game.inf(' e1.txt)"
else
    for i in 1 2 3 4 5 6; do skip "no vim"; done
fi

# VS Code's matcher is a regular expression of JavaScript; those used here mean the same in Perl.
perl -MJSON::PP -0777 -e '
    my $text = <STDIN>; $text =~ s{^\s*//.*$}{}mg;
    for my $task (@{ decode_json($text)->{tasks} }) {
        my $matchers = $task->{problemMatcher};
        open my $in, "<", $task->{label} =~ /E1/ ? "e1.txt" : "json.txt" or die;
        for my $line (split /\n/, do { local $/; <$in> }) {
            for my $matcher (ref $matchers eq "ARRAY" ? @$matchers : $matchers) {
                my $p = $matcher->{pattern};
                my @found = $line =~ /$p->{regexp}/ or next;
                print join("|", $task->{label}, map { $p->{$_} ? $found[$p->{$_} - 1] : $matcher->{$_} // "" }
                    qw(file line column severity code message)), "\n";
            }
        }
    }' <"$editors/vscode/tasks.json" >out 2>err
has "VS Code: an error of --diagnostics=json" "golc|with blank/game.inf|5|17|error|MISSING_SEMICOLON|expected ';' after this"
has "VS Code: a warning" "golc|with blank/game.inf|8|5|warning|UNREACHABLE|this statement can never be reached"
has "VS Code: an error of -E1" "golc -E1|with blank/game.inf|5||Error||expected ';' after this"
has "VS Code: a note is an information" "golc|with blank/game.inf|2|10|info|PREVIOUS_DEFINITION|"
holds "VS Code: every message is matched" test "$(grep -c '^golc|' out)" = "$(wc -l <json.txt)"
holds "VS Code: every message of -E1, too" test "$(grep -c "^golc -E1|" out)" = "$(grep -c "^with blank/game.inf(" e1.txt)"
finish
