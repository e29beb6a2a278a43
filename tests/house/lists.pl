#!/usr/bin/perl
# Golmac: MIT licence, see LICENSE.
#
# lists.pl [FOLDER]: the lists of files in the READMEs of the tree in FOLDER (default: the current one), and the files
# that CONTRIBUTING.md names. Prints, a line each, which files no list has, and which names are of no file. Exit status 1
# if there are any.
use strict;
use warnings;
use File::Basename qw(basename);

chdir($ARGV[0] // '.') or die "lists.pl: $ARGV[0]: $!\n";
my $faults = 0;

sub complain {
    print "@_\n";
    $faults++;
}

sub text_of {
    my ($file) = @_;
    open my $in, '<', $file or die "lists.pl: $file: $!\n";
    local $/;
    return scalar <$in>;
}

# What stands in `...` in the first column of a text's tables: "options.def .h .c" is three names.
sub listed {
    my ($text) = @_;
    my @names;
    for my $column ($text =~ /^\| *([^|]*`[^|]*?) *\|/mg) {
        for my $words ($column =~ /`([^`]+)`/g) {
            my $stem = '';
            for my $word (split /[ ,]+/, $words) {
                push @names, $word =~ /^\.(?:c|h|def)$/ ? "$stem$word" : $word;
                $stem = $word =~ s/\.[a-z]+$//r unless $word =~ /^\./;
            }
        }
    }
    return @names;
}

# A list and the folder whose files it has: each file must be in it by its name or without .c, .h, and each name a file.
sub compare {
    my ($list, $text, $folder) = @_;
    my %names = map { $_ => 1 } listed($text);
    my %mentioned = map { $_ => 1 } $text =~ /`([\w-]+\.(?:c|h|def))`/g;
    my (%files, %stems);
    for my $file (glob("$folder/*.c $folder/*.h $folder/*.def")) {
        my ($name, $stem) = (basename($file), basename($file) =~ s/\.[a-z]+$//r);
        $files{$name} = $stems{$stem} = 1;
        complain("$list: $file is not in the list")
            unless $names{$name} || $mentioned{$name} || ($names{$stem} && $name !~ /\.def$/);
    }
    for my $name (sort keys %names) {
        next if $files{$name} || $stems{$name} || -e "$folder/$name";
        complain("$list: there is no $name in $folder") if $name =~ /^[\w-]+(?:\.(?:c|h|def))?$/;
    }
}

# The part of a README under "## FOLDER/".
sub section {
    my ($text, $folder) = @_;
    return $text =~ /^## \Q$folder\E\/[^\n]*\n(.*?)(?=^## |\z)/ms ? $1 : '';
}

compare('interp/README.md', text_of('interp/README.md'), 'interp');

my $frontends = text_of('frontends/README.md');
for my $folder (grep { $_ ne 'frontends/tools' && glob("$_/*.c") } glob 'frontends/*') {
    compare("frontends/README.md, $folder", section($frontends, basename($folder)), $folder);
}

my $tools = text_of('frontends/tools/README.md');
compare('frontends/tools/README.md', $tools =~ /\A(.*?)^## /ms ? $1 : '', 'frontends/tools');
for my $folder (grep { -d && glob("$_/*.c") } glob 'frontends/tools/*') {
    compare("frontends/tools/README.md, $folder", section($tools, basename($folder)), $folder);
}

my $compiler = text_of('compiler/README.md');
for my $folder (glob 'compiler/*/') {
    $folder =~ s/\/$//;
    next unless glob("$folder/*.c");
    my $name = basename($folder);
    my ($part) = $compiler =~ /^\| \*\*\Q$name\E\/\*\* [^\n]*\n(.*?)(?=^\| \*\*|^[^|]|^\n|\z)/ms;
    compare("compiler/README.md, $folder", $part // '', $folder);
}

# Paths that CONTRIBUTING.md names; capitals stand for a name of one's own.
for my $path (text_of('CONTRIBUTING.md') =~ /`((?:interp|frontends|compiler|tests|story-files)\/[\w.\/-]*)`/g) {
    complain("CONTRIBUTING.md: there is no $path") unless -e $path || $path =~ /NAME/;
}
exit($faults ? 1 : 0);
