#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# symbols.pl BUILD NM: the external names in the objects of all programs, from the folder BUILD, read by the program NM, the
# current folder being the tree. Prints, a line each, names that two files define (all programs but their main files must
# link into one), names that no other file and no test uses (they should be static, or are not needed), names without
# their module's prefix, and files that use each other in a circle. Exit status 1 if there are any.
use strict;
use warnings;
use File::Basename qw(basename dirname);
use File::Find qw(find);

# Files of which a build takes one or the other.
my %stands_in = map { $_ => 1 } qw(frontends/golmac/no_terminal frontends/tools/goltest/posix/pattern);

# Headers whose functions are for others than our programs; names that are looked up when a program runs.
my @faces = qw(interp/zmachine.h frontends/session/session.h frontends/player/modes.h);
my @looked_up = qw(golmac_media);

# Prefixes beside the names of a folder's own files: what the functions of several files there are about.
my %prefixes = (
    'interp'                  => [qw(zm op)],           # opcodes' handlers: op_print
    'frontends/chafa'         => [qw(golmac_media)],    # what golmac-media.so exports
    'frontends/screen'        => [qw(area character colour columns)],
    'frontends/player'        => [qw(answer confirm edit key more notice stroke)],  # modes, and what they do with a key
    'frontends/tools/goldump' => [qw(individual instruction property section)],
    'compiler/driver'         => [qw(diag)],
    'compiler/inform6'        => [qw(emit operand)],    # lowering
    'compiler/ir'             => [qw(pass routine)],
    'compiler/zcode'          => [qw(instruction)],
);

# Circles of files, each of which uses the others, directly or by way of some of them: only where they are one idea that is too
# long for one file.
my @circles = (
    [ 'an instruction that waits may call a routine, which may wait'
        => 'interp', qw(input routine screen) ],
    [ 'an expression holds conditions and properties, and they expressions'
        => 'compiler/inform6', qw(lower_condition lower_expression lower_property) ],
    [ 'a statement holds loops, and they statements'
        => 'compiler/inform6', qw(lower_loop lower_statement) ],
    [ 'a directive holds routines, they statements, and those directives'
        => 'compiler/inform6', qw(parse_case parse_object parse_program parse_routine parse_statement) ],
    [ 'a constant names actions and words, which are constants'
        => 'compiler/inform6', qw(check_action check_expression literal veneer_require) ],
    [ 'a file of options names files of options'
        => 'compiler/driver', qw(command_line icl) ],
    [ 'a branch is as long as the code between, which has branches'
        => 'compiler/zcode', qw(assemble branch) ],
    [ 'the tree of turns, and forgetting some of it'
        => 'frontends/timeline', qw(timeline timeline_forget) ],
    [ 'a mode ends and begins others'
        => 'frontends/player', qw(hotkeys line modes player questions scrollback story) ],
    [ 'the line being typed, and what is put into it'
        => 'frontends/player', qw(browse editor) ],
    [ 'a window and what happens in it'
        => 'frontends/sdl', qw(appearance caret events painting story_media window) ],
    [ 'fonts and their glyphs'
        => 'frontends/sdl', qw(fonts glyphs) ],
    [ 'a Blorb is made by commands, one of which ends it'
        => 'frontends/tools/golblorb', qw(box commands) ],
    [ 'a Blorb is looked through chunk by chunk'
        => 'frontends/tools/golblorb', qw(inspect optional) ],
    [ 'code is found from objects, and objects from code'
        => 'frontends/tools/goldump', qw(objects properties routines) ],
    [ 'a saved game is examined part by part'
        => 'frontends/tools/goldump', qw(doctor doctor_chunks doctor_state) ],
);

my ($build, $nm) = @ARGV;
die "usage: symbols.pl BUILD NM\n" unless defined $nm;
my $faults = 0;

sub complain {
    print "@_\n";
    $faults++;
}

# The identifiers in files.
sub identifiers {
    my %seen;
    for my $file (@_) {
        open my $in, '<', $file or die "symbols.pl: $file: $!\n";
        while (<$in>) {
            $seen{$_} = 1 for /\w+/g;
        }
        close $in;
    }
    return %seen;
}

# What is used elsewhere: by the library's users, by tests, through tables.
sub used_elsewhere {
    my @files = grep { -e } @faces;
    find({ no_chdir => 1, wanted => sub { push @files, $_ if /\.def$/ || m{^tests/.*\.[ch]$} } },
         grep { -d } qw(interp frontends compiler tests));
    return (identifiers(@files), map { $_ => 1 } @looked_up);
}

# The objects there are of the programs' sources, each beside its source without .c. An object whose source has gone is stale.
sub find_objects {
    my %source_of;
    find({ no_chdir => 1, wanted => sub {
        return unless s/\.c$//;
        my $source = $_;
        for my $object ("$build/obj/$source.o", "$build/module/$source.o") {
            $source_of{$object} = $source if -e $object;
        }
    } }, grep { -d } qw(interp frontends compiler));
    return %source_of;
}

my %source_of = find_objects();
die "symbols.pl: no objects under $build\n" unless %source_of;

my %elsewhere = used_elsewhere();
my (%defined, %used);       # name => { source => 1 }
my @objects = sort keys %source_of;
open my $in, '-|', $nm, '-A', '-g', '-P', @objects or die "symbols.pl: $nm: $!\n";
while (<$in>) {
    my ($object, $name, $type) = /^(.*?):\s+(\S+)\s+(\S)/ or next;
    next if $name =~ /^__/; # the sanitizers' own
    my $source = $source_of{$object} or next;
    ($type =~ /[Uw]/ ? \%used : \%defined)->{$name}{$source} = 1;
}
close $in or die "symbols.pl: $nm failed\n";

# A name may begin with that of any file beside it or of the folder, or with the first word of it, in the singular, too:
# journal_append of journal_read.c, path_join of paths.c.
sub may_begin {
    my ($folder) = @_;
    my @stems = map { s/\.[ch]$//r } map { basename($_) } glob("$folder/*.c $folder/*.h");
    my @words = map { s/[_-].*//r } @stems, basename($folder);
    return map { ($_, s/s$//r) } @stems, @words, @{ $prefixes{$folder} // [] };
}

my %pattern_of;
sub has_prefix {
    my ($name, $source) = @_;
    my $folder = dirname($source);
    $pattern_of{$folder} //= join '|', map { quotemeta(s/-/_/gr) } may_begin($folder);
    return $name =~ /^(?:$pattern_of{$folder})(?:_|\d|$)/i;
}

for my $name (sort keys %defined) {
    my @sources = grep { !$stands_in{$_} } sort keys %{ $defined{$name} };
    next unless @sources && $name ne 'main';
    my $source = $sources[0];
    complain("$name is defined in " . join(' and in ', map { "$_.c" } @sources)) if @sources > 1;
    complain("$source.c: no other file uses $name: make it static, or take it out")
        unless $elsewhere{$name} || grep { $_ ne $source } keys %{ $used{$name} // {} };
    complain("$source.c: $name lacks the prefix of its module") unless has_prefix($name, $source);
}
# ---- Circles ----

# Which files each uses.
my %uses;
for my $name (keys %defined) {
    my ($source) = grep { !$stands_in{$_} } keys %{ $defined{$name} };
    next unless $source && $name ne 'main';
    $uses{$_}{$source} = 1 for grep { $_ ne $source } keys %{ $used{$name} // {} };
}

# The circles there are: strongly connected parts of the graph, by Tarjan's way of finding them.
my (%index, %low, @stack, %waits, @found);
sub visit {
    my ($file) = @_;
    $index{$file} = $low{$file} = keys %index;
    push @stack, $file;
    $waits{$file} = 1;
    for my $next (sort keys %{ $uses{$file} // {} }) {
        visit($next) unless defined $index{$next};
        $low{$file} = $low{$next} if $waits{$next} && $low{$next} < $low{$file};
    }
    return if $low{$file} != $index{$file};
    my @circle;
    do { push @circle, pop @stack; delete $waits{ $circle[-1] } } until $circle[-1] eq $file;
    push @found, [ sort @circle ] if @circle > 1;
}
{
    no warnings 'recursion';
    for my $file (sort keys %uses) {
        visit($file) unless defined $index{$file};
    }
}

my %idea_of;
for my $row (@circles) {
    my ($idea, $folder, @files) = @$row;
    $idea_of{"$folder/$_"} = $idea for @files;
}
for my $circle (@found) {
    my %ideas = map { ($idea_of{$_} // '') => 1 } @$circle;
    complain("these files use each other in a circle, and are not one idea: " . join(' ', map { "$_.c" } @$circle))
        if keys %ideas > 1 || $ideas{''};
}
exit($faults ? 1 : 0);
