#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# Damages a file, the same way each time: mutate.pl SEED IN OUT. Bytes are changed, most often near the start; pieces are
# doubled or left out; the end is cut off.
use strict;
use warnings;

my ($seed, $in, $out) = @ARGV;
open my $file, '<:raw', $in or die "$in: $!\n";
my $bytes = do { local $/; <$file> };
my $state = $seed * 2654435761 % 4294967296;
sub draw { $state = ($state * 1664525 + 1013904223) % 4294967296; return int($state / 65536) % $_[0] }

for (1 .. (1, 2, 5, 30, 300)[draw(5)]) {
    my $at = draw(10) < 4 ? draw(64) : draw(65536) * 16 % length $bytes;
    substr($bytes, $at % length $bytes, 1) = chr((0, 255, draw(256), draw(256))[draw(4)]);
}
substr($bytes, draw(length $bytes), draw(200)) = '' if draw(6) == 0;
substr($bytes, draw(length $bytes), 0) = substr $bytes, draw(length $bytes), draw(200) if draw(6) == 0;
$bytes = substr $bytes, 0, 1 + draw(length $bytes) if draw(5) == 0;
open $file, '>:raw', $out or die "$out: $!\n";
print $file $bytes;
close $file or die "$out: $!\n";
