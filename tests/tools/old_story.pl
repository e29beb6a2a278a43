#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# Makes small stories of kinds that no compiler of today makes, byte by byte: old_story.pl KIND FILE
#   version1, version2   a text with the shifts of that version (3.2.3)
#   eight, short         Infocom's grammar, in lines of eight bytes (version 3) or short ones (version 5)
#   six, sixbyte         Infocom's grammar of version 6; words have their classes in two bytes, or in one
use strict;
use warnings;

my ($kind, $path) = @ARGV;
my @memory = (0) x 0x400;

sub put { my $at = shift; $memory[$at++] = $_ for @_; return $at }
sub word { my ($at, $value) = @_; return put($at, $value >> 8, $value & 255) }

# Z-characters to bytes, three a word, filled up with 5.
sub pack_text {
    my @z = @_;
    push @z, 5 while @z % 3;
    my @bytes;
    while (my ($a, $b, $c) = splice @z, 0, 3) {
        my $word = $a << 10 | $b << 5 | $c | (@z ? 0 : 0x8000);
        push @bytes, $word >> 8, $word & 255;
    }
    return @bytes;
}

# Lower case letters only.
sub letters { return map { ord($_) - ord('a') + 6 } split //, $_[0] }

my %versions = (version1 => 1, version2 => 2, eight => 3, short => 5, six => 6, sixbyte => 6);
my $version = $versions{$kind} or die "old_story.pl: no such kind\n";
put(0, $version);
put(0x12, map { ord } split //, '850101');
word(0x04, 0x300); word(0x06, 0x301); word(0x08, 0x200); word(0x0A, 0x40); word(0x0C, 0xA0); word(0x0E, 0x180); word(0x18, 0x90);

# "aBCd", then in version 1 "5", a new line and "<"; in version 2 "5" and the abbreviation "xy"
my @code;
if ($kind eq 'version1') {
    @code = (0xB2, pack_text(6, 2, 7, 2, 8, 9, 3, 12, 1, 3, 27), 0xBA);
} elsif ($kind eq 'version2') {
    put(0x1F0, pack_text(letters('xy'), 5));
    word(0x90 + 2 * 3, 0x1F0 / 2);
    # 4 locks capitals, the one-shot shift 3 goes back, 5 locks small letters again
    @code = (0xB2, pack_text(6, 4, 7, 8, 5, 9, 3, 13, 1, 3), 0xBA);
} else {
    @code = (0xBA);
}
put(0x300, 0, @code);
word(0x06, 0x300 / 4) if $version == 6;
word(0x1A, 0x400 / ($version < 4 ? 2 : $version < 6 ? 4 : 8)) if $version > 1;

# words TEXT_DATA...: the dictionary; returns their addresses. Each is [ text, data bytes ].
sub words {
    my $length = $version < 4 ? 4 : 6;
    my $at = put(0x200, 1, ord('.'), $length + @{ $_[0] } - 1);
    $at = word($at, scalar @_);
    my @address;
    for my $entry (@_) {
        my ($text, @data) = @$entry;
        push @address, $at;
        my @z = letters($text);
        push @z, 5 while @z < 3 * $length / 2;
        $at = put($at, pack_text(@z), @data);
    }
    return @address;
}

# Two verbs: "get" takes one object, or two with "with"; "wait" none.
if ($kind eq 'eight' || $kind eq 'short') {
    my @address = $kind eq 'eight' ? words([ 'get', 0x41, 255, 0 ], [ 'wait', 0x41, 254, 0 ], [ 'with', 0x08, 250, 0 ])
                                   : words([ 'get', 0x41, 255 ], [ 'wait', 0x41, 254 ], [ 'with', 0x08, 0 ]);
    my @lines = $kind eq 'eight'
        ? ([ 2, [ 1, 0, 0, 17, 0, 4, 0, 0 ], [ 2, 0, 250, 17, 18, 4, 4, 1 ] ], [ 1, [ 0, 0, 0, 0, 0, 0, 0, 2 ] ])
        : ([ 2, [ 0x40, 0, 17, 4 ], [ 0x80, 1, 17, 4, 250 & 63, 18, 4 ] ], [ 1, [ 0x00, 2 ] ]);
    # the last of the tables, prepositions, ends where the dictionary begins
    my $preposition = $kind eq 'eight' ? 4 : 3;
    my $verbs = 0x200 - $preposition - 2 - 4 * 3 - (map { map { ref ? @$_ : $_ } @$_ } @lines) - 4;
    my $lines_at = $verbs + 4;
    word(0x0E, $verbs);
    for my $verb (0 .. 1) {
        word($verbs + 2 * $verb, $lines_at);
        my ($count, @each) = @{ $lines[$verb] };
        $lines_at = put($lines_at, $count, map { @$_ } @each);
    }
    $lines_at = word($lines_at, 0x300 / ($version < 4 ? 2 : 4)) for 1 .. 3;
    $lines_at = word($lines_at, 0) for 1 .. 3;
    $lines_at = word($lines_at, 1);
    $lines_at = word($lines_at, $address[2]);
    $kind eq 'eight' ? word($lines_at, 250) : put($lines_at, 250);
}

# The same, and "wait with" an object, as Infocom's compiler laid them out in 1989: verbs of four words, actions, preactions, the
# dictionary, the tables of lines.
if ($version == 6) {
    my ($verbs, $one, $two, $wait) = (0x200 - 16 - 2 * 2 * 4, 0x280, 0x290, 0x2A0);
    my @class = $kind eq 'six' ? ([ 0, 1 ], [ 8, 0 ]) : ([ 1 ], [ 16 ]);
    my @address = words([ 'get', $verbs >> 8, $verbs & 255, @{ $class[0] } ],
                        [ 'wait', ($verbs + 8) >> 8, ($verbs + 8) & 255, @{ $class[0] } ], [ 'with', 0, 0, @{ $class[1] } ]);
    word(0x0E, $verbs);
    my $at = $verbs;
    $at = word($at, $_) for 0xFFFF, 0, $one, $two, 2, 0, $wait, 0;
    $at = word($at, 0x300 / 4) for 1 .. 4;
    $at = word($at, 0) for 1 .. 4;
    put(word(word(word($one, 1), 0), 0), 17, 4);
    $at = put(word(word(word($two, 1), 1), 0), 17, 4);
    put(word($at, $address[2]), 18, 4);
    put(word(word(word($wait, 1), 3), $address[2]), 19, 128);
}

my $sum = 0;
$sum += $_ for @memory[0x40 .. 0x3FF];
word(0x1C, $sum & 0xFFFF) if $kind ne 'version1';
open my $file, '>:raw', $path or die "$path: $!\n";
print $file pack 'C*', @memory;
close $file or die "$path: $!\n";
