#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# Makes pictures and sounds for tests: media.pl KIND FILE [WIDTH HEIGHT [COLOURS]]
#   png (grey), palette (numbered colours), jpeg (header only: enough for a size), aiff, ogg (pages without sound), mod
use strict;
use warnings;

my ($kind, $path, $width, $height, $colours) = (@ARGV, 16, 8, 4);

sub crc {
    my $crc = 0xFFFFFFFF;
    for my $byte (unpack 'C*', $_[0]) {
        $crc ^= $byte;
        $crc = $crc & 1 ? ($crc >> 1) ^ 0xEDB88320 : $crc >> 1 for 1 .. 8;
    }
    return $crc ^ 0xFFFFFFFF;
}

sub adler {
    my ($a, $b) = (1, 0);
    for my $byte (unpack 'C*', $_[0]) {
        $a = ($a + $byte) % 65521;
        $b = ($b + $a) % 65521;
    }
    return $b << 16 | $a;
}

sub png_chunk { my ($type, $content) = @_; return pack('N', length $content) . $type . $content . pack('N', crc($type . $content)) }

# One stored block of zlib: no compression library is needed.
sub png {
    my ($type, $palette) = @_;
    my $rows = join '', map { my $y = $_; "\0" . join '', map { chr(($_ + $y) % $colours) } 0 .. $width - 1 } 0 .. $height - 1;
    my $zlib = "\x78\x01" . "\x01" . pack('vv', length $rows, ~length($rows) & 0xFFFF) . $rows . pack('N', adler($rows));
    return "\x89PNG\r\n\x1A\n" . png_chunk('IHDR', pack('NNCCCCC', $width, $height, 8, $type, 0, 0, 0)) . $palette
        . png_chunk('IDAT', $zlib) . png_chunk('IEND', '');
}

sub iff { my ($type, $content) = @_; return $type . pack('N', length $content) . $content . (length($content) % 2 ? "\0" : '') }

sub ogg_page { my ($flags, $count, $content) = @_; return "OggS\0" . chr($flags) . pack('Q<VVV', $count, 1, 0, 0) . chr(1) . chr(length $content) . $content }

my %make = (
    png => sub { png(0, '') },
    palette => sub { png(3, png_chunk('PLTE', join '', map { chr($_ * 10) x 3 } 1 .. $colours)) },
    jpeg => sub { "\xFF\xD8\xFF\xE0" . pack('n', 16) . "JFIF\0\1\1\0\0\1\0\1\0\0" . "\xFF\xC0" . pack('nCnnC', 11, 8, $height, $width, 1) . "\1\x11\0" . "\xFF\xD9" },
    aiff => sub { iff('FORM', 'AIFF' . iff('COMM', pack('nNn', 1, 5, 8) . "\x40\x0B\xFA\0\0\0\0\0\0\0") . iff('SSND', pack('NN', 0, 0) . "\1\2\3\4\5")) },
    ogg => sub { ogg_page(2, 0, "\x01vorbis" . pack('VCVVVVC', 0, 2, 44100, 0, 0, 0, 0xB8) . "\1") . ogg_page(4, 66150, 'x') },
    mod => sub { "\0" x 1080 . 'M.K.' . "\0" x 1024 },
);
open my $file, '>:raw', $path or die "$path: $!\n";
print $file $make{$kind}->();
close $file or die "$path: $!\n";
