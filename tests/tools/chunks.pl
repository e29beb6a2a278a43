#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# Puts any chunks into a Blorb, right or wrong: chunks.pl OUT SPEC...
#   TYPE=HEX or TYPE@FILE          a chunk
#   Pict:1:TYPE=HEX (or @FILE)     a chunk that the index has, as this usage and number
#   count=N                        what the index says of its length instead of the truth
use strict;
use warnings;

my $out = shift;
my (@chunks, @index, $count);
for my $spec (@ARGV) {
    if ($spec =~ /^count=(\d+)$/) { $count = $1; next }
    my ($head, $how, $what) = $spec =~ /^([^=@]*)([=@])(.*)$/s or die "$spec\n";
    my ($usage, $number, $type) = $head =~ /^(.{4}):(\d+):(.{4})$/ ? ($1, $2, $3) : (undef, undef, $head);
    my $content = pack 'H*', $what;
    if ($how eq '@') {
        open my $file, '<:raw', $what or die "$what: $!\n";
        local $/;
        $content = <$file>;
    }
    push @index, [ $usage, $number, scalar @chunks ] if defined $usage;
    push @chunks, [ $type, $content ];
}
my ($at, @start) = (12 + 8 + 4 + 12 * @index);
my $body = '';
for my $chunk (@chunks) {
    push @start, $at + length $body;
    $body .= $chunk->[0] . pack('N', length $chunk->[1]) . $chunk->[1] . (length($chunk->[1]) % 2 ? "\0" : '');
}
my $index = pack 'N', $count // scalar @index;
$index .= $_->[0] . pack 'NN', $_->[1], $start[$_->[2]] for @index;
my $all = 'IFRS' . 'RIdx' . pack('N', length $index) . $index . $body;
open my $file, '>:raw', $out or die "$out: $!\n";
print $file 'FORM' . pack('N', length $all) . $all;
close $file or die "$out: $!\n";
