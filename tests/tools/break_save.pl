#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# Breaks a saved game in one way: break_save.pl HOW IN OUT [STORY]. Pieces are taken apart and put together again as Quetzal 1.4 has
# them, except for what HOW says.
use strict;
use warnings;

my ($how, $in, $out, $story) = @ARGV;

sub contents {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/;
    return scalar <$file>;
}

my $bytes = contents($in);
my (%chunk, @order);
for (my $at = 12; $at + 8 <= length $bytes;) {
    my ($type, $length) = unpack 'a4N', substr $bytes, $at, 8;
    push @order, $type;
    $chunk{$type} = substr $bytes, $at + 8, $length;
    $at += 8 + $length + $length % 2;
}
my ($form, $form_change, %length_change, %no_pad, $before, $after) = ('IFZS', 0);
($before, $after) = ('', '');

# Bytes of the stack's entry at a place.
sub frame_size { my ($stack, $at) = @_; return 8 + 2 * ((unpack('C', substr $stack, $at + 3, 1) & 15) + unpack 'n', substr $stack, $at + 6, 2) }

# From a game saved at a prompt to one whose program counter is at the instruction that waits.
sub autosave {
    my ($at, $last) = (0, 0);
    for (; $at < length $chunk{Stks}; $at += frame_size($chunk{Stks}, $at)) { $last = $at }
    substr($chunk{IFhd}, 10, 3) = substr $chunk{Stks}, $last, 3;
    substr($chunk{Stks}, $last) = '';
}

# The memory as it is, instead of its differences from the story's.
sub plain_memory {
    my $memory = substr contents($story), 0, unpack 'n', substr contents($story), 0x0E, 2;
    my ($at, @code) = (0, unpack 'C*', $chunk{CMem});
    while (@code) {
        my $byte = shift @code;
        if ($byte) { substr($memory, $at, 1) ^= chr $byte; $at++ } else { $at += 1 + shift @code }
    }
    $chunk{UMem} = $memory;
    @order = map { $_ eq 'CMem' ? 'UMem' : $_ } @order;
}

my %ways = (
    plain => \&plain_memory,
    plain_long => sub { plain_memory(); $chunk{UMem} .= 'more' },
    plain_short => sub { plain_memory(); substr($chunk{UMem}, -10) = '' },
    form_length => sub { $form_change = 40 },
    no_pad => sub { $no_pad{IFhd} = 1 },
    long_chunk => sub { $length_change{CMem} = 6 },
    short_chunk => sub { $length_change{CMem} = -6 },
    last_chunk => sub { $length_change{Stks} = 60 },
    no_header => sub { @order = grep { $_ ne 'IFhd' } @order },
    no_memory => sub { @order = grep { $_ ne 'CMem' } @order },
    no_stack => sub { @order = grep { $_ ne 'Stks' } @order },
    two_headers => sub { push @order, 'IFhd' },
    lone_zero => sub { $chunk{CMem} .= "\0" },
    overrun => sub { $chunk{CMem} .= "\0\xFF" x 300 },
    foreign_memory => sub { $chunk{CMem} .= "\0\xFF" x 300 . "\1" },
    no_first_frame => sub { substr($chunk{Stks}, 0, frame_size($chunk{Stks}, 0)) = '' },
    stack_zero => sub { $chunk{Stks} .= "\0" },
    cut_stack => sub { substr($chunk{Stks}, -3) = '' },
    own_type => sub { $form = 'AUTO'; push @order, 'Scrn'; $chunk{Scrn} = "\1\2\3\4" },
    autosave => \&autosave,
    before => sub { $before = "\0" x 128 },
    after => sub { $after = "\0" x 20 },
    checksum => sub { substr($chunk{IFhd}, 8, 2) = "\0\0" },
    release => sub { substr($chunk{IFhd}, 0, 2) = "\x03\x09" },
    lost => sub { substr($chunk{IFhd}, 10, 3) = "\0\x01\x23" },
    nothing => sub { },
);
($ways{$how} or die "unknown way $how\n")->();

my $body = $form;
for my $type (@order) {
    my $length = length $chunk{$type};
    $body .= $type . pack('N', $length + ($length_change{$type} || 0)) . $chunk{$type};
    $body .= "\0" if $length % 2 && !$no_pad{$type};
}
open my $file, '>:raw', $out or die "$out: $!\n";
print $file $before . 'FORM' . pack('N', length($body) + $form_change) . $body . $after;
close $file or die "$out: $!\n";
