#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# rooms.pl [FOLDER]: every #include "..." of the tree in FOLDER (default: the current one), against the table of rooms
# below. Prints FILE:LINE: and what is wrong, a line each; exit status 1 if there is any.
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Find qw(find);

# The rooms, each with those it may include besides itself. A room stands below those that name it, so the arrows cannot
# make a circle: a name is known only from its own line on.
my @rooms = (
    [ 'interp'           => [] ],
    [ 'frontends/base'   => [] ],
    [ 'frontends/formats'  => [qw(interp frontends/base)] ],
    [ 'frontends/timeline' => [qw(interp frontends/base frontends/formats)] ],
    [ 'frontends/host'     => [qw(interp frontends/base frontends/formats)] ],
    [ 'frontends/session'  => [qw(interp frontends/base frontends/formats frontends/timeline frontends/host)] ],
    [ 'frontends/screen'   => [qw(interp frontends/base frontends/formats)] ],
    [ 'frontends/player'   => [qw(interp frontends/base frontends/formats frontends/host frontends/session frontends/screen)] ],
    # Displays: they paint and read keys. What they know of stories they know from the player or the session.
    [ 'frontends/media'    => [qw(frontends/base frontends/formats)] ],
    [ 'frontends/chafa'    => [qw(frontends/base frontends/formats frontends/screen frontends/media)] ],
    [ 'frontends/plain'    => [qw(interp frontends/base frontends/host frontends/session)] ],
    [ 'frontends/ncurses'  => [qw(interp frontends/base frontends/host frontends/session frontends/screen frontends/player
                                  frontends/chafa)] ],
    [ 'frontends/sdl'      => [qw(interp frontends/base frontends/host frontends/session frontends/screen frontends/player
                                  frontends/media)] ],
    [ 'frontends/golmac'   => [qw(interp frontends/base frontends/host frontends/session frontends/plain frontends/ncurses)] ],
    # The compiler takes tables from the machine, and no function.
    [ 'compiler/driver'    => [qw(frontends/base interp/opcodes.def interp/header.def interp/config.h interp/zmachine.h)] ],
    [ 'compiler/ir'        => [qw(frontends/base compiler/driver)] ],
    [ 'compiler/zcode'     => [qw(frontends/base compiler/driver compiler/ir interp/opcodes.def interp/header.def interp/header.h)] ],
    [ 'compiler/inform6'   => [qw(frontends/base compiler/driver compiler/ir)] ],
    [ 'compiler'           => [qw(compiler/driver compiler/ir compiler/zcode compiler/inform6)] ],
    # Tools take what they need; nothing takes tools.
    [ 'frontends/tools'    => [qw(interp frontends/base frontends/formats frontends/timeline frontends/host frontends/session
                                  frontends/plain)] ],
);
# Headers that only their own room sees. Unit tests may look inside.
my @internal = qw(interp/machine.h frontends/session/session_internal.h frontends/screen/model.h frontends/screen/text.h
                  frontends/screen/graphics.h compiler/driver/command_line.h compiler/inform6/front.h
                  compiler/inform6/check.h compiler/inform6/lower.h compiler/inform6/parse.h compiler/inform6/tables.h
                  compiler/zcode/back.h);

my (%may, $faults);
for my $row (@rooms) {
    my ($room, $below) = @$row;
    for my $name (@$below) {
        die "rooms.pl: $room may include $name, which is no room below it\n"
            unless $may{$name} || ($name =~ m{^(.*)/[^/]+\.(?:h|def)$} && $may{$1});
    }
    $may{$room} = { $room => 1, map { $_ => 1 } @$below };
}

# The room of a file: the longest folder of it that is in the table. frontends/tools/goldump/dump.h is in frontends/tools.
sub room_of {
    my ($folder) = @_;
    while (($folder = dirname($folder)) ne '.') {
        return $folder if $may{$folder};
    }
    return undef;
}

sub complain {
    print "@_\n";
    $faults++;
}

# What a name in an #include means: a path from the root, or a file of the same folder, which interp/ and tests/ write so.
sub meaning {
    my ($file, $name) = @_;
    return $name if -e $name;
    my $beside = dirname($file) . "/$name";
    return $beside if -e $beside;
    return "interp/$name" if $file =~ m{^tests/} && -e "interp/$name";
    return undef;
}

sub check {
    my ($file, $line, $name) = @_;
    my $path = meaning($file, $name);
    return complain("$file:$line: \"$name\" is no file of this tree") unless defined $path;
    return if $file =~ m{^tests/};
    my ($from, $to) = (room_of($file), room_of($path));
    return complain("$file:$line: this folder is no room: give it a row in tests/house/rooms.pl") unless defined $from;
    return complain("$file:$line: $path is in no room") unless defined $to;
    return complain("$file:$line: write the path from the root: \"$path\"") if $path ne $name && $from ne 'interp';
    return complain("$file:$line: $from includes $path, but $to is not below it") unless $may{$from}{$to} || $may{$from}{$path};
    complain("$file:$line: $path is only for its own room") if $from ne $to && grep { $_ eq $path } @internal;
}

sub read_file {
    my ($file) = @_;
    open my $in, '<', $file or die "rooms.pl: $file: $!\n";
    while (my $text = <$in>) {
        check($file, $., $1) if $text =~ /^\s*#\s*include\s*"([^"]*)"/;
    }
    close $in;
}

chdir($ARGV[0] // '.') or die "rooms.pl: $ARGV[0]: $!\n";
my @files;
find({ no_chdir => 1, wanted => sub { push @files, $_ if /\.(?:c|h|def)$/ } }, grep { -d } qw(interp frontends compiler tests));
die "rooms.pl: no sources here\n" unless @files;
read_file($_) for sort @files;
exit($faults ? 1 : 0);
