/* Golmac: MIT licence, see LICENSE. */
/* The texts of --help, -h1 and --version. switches.c and settings.c list their own tables. */
#include "compiler/driver/command_line.h"

void help_version(FILE *out)
{
    fprintf(out, "golc %s, a compiler from Inform 6 (language of Inform %d.%d) to the Z-machine\n", GOLC_VERSION,
            GOLC_LANGUAGE_VERSION / 100, GOLC_LANGUAGE_VERSION % 100);
}

void help_general(FILE *out)
{
    help_version(out);
    fputs("\n"
          "Usage: golc [options] game.inf [story]\n"
          "\n"
          "Turns the Inform 6 source game.inf into the story file game.z5, which any\n"
          "Z-machine interpreter plays:\n"
          "\n"
          "  golc game.inf               makes game.z5\n"
          "  golc -o my.z8 -v8 game.inf  makes my.z8, for stories that outgrow version 5\n"
          "  golc -O game.inf            makes game.z5 as small as possible, for release\n"
          "  golc -D game.inf            with the library's debugging commands (tree,\n"
          "                              purloin, actions on...)\n"
          "\n"
          "A first game, with the standard library installed (Debian: inform6-library):\n"
          "\n"
          "  Constant Story \"My first game\";\n"
          "  Constant Headline \"^An example.^\";\n"
          "  Include \"Parser\";\n"
          "  Include \"VerbLib\";\n"
          "  Object kitchen \"Kitchen\" with description \"It smells of bread.\" has light;\n"
          "  [ Initialise; location = kitchen; ];\n"
          "  Include \"Grammar\";\n"
          "\n"
          "Options that are often wanted:\n"
          "\n"
          "  -o FILE, --output=FILE      name of the story file\n"
          "  -I DIR,  --include=DIR      look for included files in DIR first (+DIR: only\n"
          "                              there and in the system's library)\n"
          "  -v3 ... -v8, --target=z3... version of the Z-machine; 5 unless said\n"
          "  -O, --optimize              everything that makes the story smaller\n"
          "  -D, --debug                 define DEBUG: the library's debugging commands\n"
          "  -~S, --no-strict            leave out checks for mistakes while the story runs\n"
          "  -Cu                         the source is in UTF-8 (ISO Latin-1 unless said)\n"
          "  -e, -u                      shorter texts: with the abbreviations declared;\n"
          "                              with those that golc finds\n"
          "  -w                          no warnings\n"
          "  -s, --size                  statistics; where the bytes go\n"
          "  -k                          write gameinfo.dbg for debuggers\n"
          "  --diagnostics=json          messages for editors and tools\n"
          "  $SETTING=n, --opt SETTING=n change a setting\n"
          "  $#NAME=n, --define NAME=n   define a constant\n"
          "\n"
          "Options can also stand at the top of game.inf, in lines that begin with !% and\n"
          "before anything else:\n"
          "  !% -v8\n"
          "  !% $OMIT_UNUSED_ROUTINES=1\n"
          "\n"
          "More help: golc -h1 (files and paths), golc -h2 (all switches), golc --list\n"
          "(settings), golc --helptrace.\n", out);
}

void help_files(FILE *out)
{
    fputs("Files and paths\n"
          "\n"
          "  golc game             compiles game.inf; golc game.txt compiles that. The story is written as game.z5\n"
          "                        into the current folder, or into code_path (.z3 to .z8 by version).\n"
          "  golc game my_story    writes exactly my_story.\n"
          "\n"
          "  +DIR, +include_path=DIR[,DIR...]    where Include looks, in this order; afterwards in the system's "
          "library\n"
          "  ++DIR, ++include_path=DIR, -I DIR   looks in DIR before the others\n"
          "  +source_path=DIR[,DIR...]           where the main source is, unless its name has a '/'\n"
          "  +code_path=DIR                      where the story goes\n"
          "  +icl_path=DIR[,DIR...]              where files of commands are\n"
          "  +language_name=NAME                 the library's language file; English unless said\n"
          "  +debugging_name=FILE                what -k writes; gameinfo.dbg unless said\n"
          "  +transcript_name=FILE               what -r writes; gametext.txt unless said\n"
          "  +charset_map=FILE                   what each byte of the sources stands for: 256 numbers\n"
          "\n"
          "An empty directory stands for the one where you are. Quote a path with spaces.\n"
          "\n"
          "  (FILE), --config FILE               reads options from FILE, one per line, and 'compile game [story]',\n"
          "                                      which compiles with the options so far; ! begins a comment\n"
          "\n"
          "Later options win. The source's !% lines win over the command line for switches and paths, the command\n"
          "line over them for $settings; both win over the Switches directive.\n", out);
}
