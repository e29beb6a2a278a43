# Golmac: MIT licence, see LICENSE.
#
# make          the programs, under build/
# make play     play a story        make check    test it               make help     all there is
#
# Switches:  BUILD=folder  CC=gcc|clang  SAN=1 (address and undefined behaviour sanitizers, in a folder
# of their own)  V=1 (show commands)  STORY_COMPILER=program (default: golc)

VERSION := $(shell cat VERSION)
BUILD   ?= build
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
CFLAGS  ?= -O2 -g
PROVE   ?= prove
prefix  ?= /usr/local
STORY   ?= $(STORIES)/cloak.z5

export PATH := $(PATH):/usr/games

ifdef SAN
out      := $(BUILD)/san
sanitize := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
else
out      := $(BUILD)
endif
# Across files, all in one piece, the compiler sees which of the machine's parts are hot: worth a tenth (GCC; others as they are). Aligned,
# since the machine's loop is a fifteenth slower at some places of the program than at others.
ifeq ($(SAN)$(findstring clang,$(CC)),)
lto      := -flto=auto -flto-partition=one -fno-tree-loop-distribute-patterns \
            -falign-functions=64 -falign-jumps=32 -falign-loops=32
endif
# The same as an absolute path (abspath would divide one with spaces).
whole    := $(if $(filter /%,$(out)),,$(CURDIR)/)$(out)
ifndef V
.SILENT:
endif

STORIES  := story-files/build
warnings := -Wall -Wextra -Wpedantic
options   = $(warnings) $(sanitize) $(lto) -MMD -MP -DGOLMAC_VERSION='"$(VERSION)"' -I. -Iinterp $(CPPFLAGS) $(CFLAGS)
# Fat objects: the library serves programs that are linked without that, too.
c89      := -std=c89 -Wconversion $(if $(lto),-ffat-lto-objects)
c11      := -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE

# ---- The rooms: each uses only those before it (tests/house/rooms.t) ----

room      = $(wildcard $(1:%=%/*.c))
objects   = $(patsubst %.c,$(out)/obj/%.o,$(1))

interp   := $(call room,interp)
base     := $(call room,frontends/base)
formats  := $(call room,frontends/formats)
host     := $(call room,frontends/host)
timeline := $(call room,frontends/timeline)
session  := $(call room,frontends/session)
screen   := $(call room,frontends/screen)
player   := $(call room,frontends/player)
media    := $(call room,frontends/media)
chafa    := $(call room,frontends/chafa)
plain    := $(call room,frontends/plain)
ncurses  := $(call room,frontends/ncurses)
sdl      := $(call room,frontends/sdl)
compiler := $(call room,compiler/driver compiler/ir compiler/zcode compiler/inform6 compiler)

# What every program has that plays stories; what every one with a screen has besides.
playing  := $(base) $(formats) $(host) $(timeline) $(session)
screens  := $(screen) $(player)

# ---- What is optional: chosen by the packages that are there ----

# Those of these packages that pkg-config knows and the compiler can link with; what it takes to link with them, to include them.
found     = $(foreach p,$(1),$(shell echo 'int main(void) { return 0; }' | $(CC) -x c -o /dev/null - $$(pkg-config --libs $(p) 2>/dev/null || echo -l:none) 2>/dev/null && echo $(p)))
link_with = $(if $(1),$(shell pkg-config --libs $(1)))
include   = $(patsubst -I%,-isystem %,$(if $(1),$(shell pkg-config --cflags-only-I $(1))))

packages := $(call found,ncursesw chafa sdl2 SDL2_ttf SDL2_image SDL2_mixer fontconfig libpcre2-8)
# The player in a terminal.
for_terminal := $(filter ncursesw,$(packages))
terminal     := $(if $(for_terminal),$(ncurses) $(screens),frontends/golmac/no_terminal.c)
# Pictures and sounds for it: a module, loaded when a story has any.
for_module   := $(if $(for_terminal),$(filter chafa SDL2_image SDL2_mixer,$(packages)))
module       := $(if $(word 3,$(for_module)),$(out)/golmac-media.so)
# The player in a window.
for_window   := $(filter sdl2 SDL2_ttf SDL2_image SDL2_mixer fontconfig,$(packages))
window       := $(if $(word 5,$(for_window)),$(sdl) $(media))
# goltest's patterns are Perl's where PCRE2 was found.
for_patterns := $(filter libpcre2-8,$(packages))
patterns     := frontends/tools/goltest/$(if $(for_patterns),pcre,posix)/pattern.c

# ---- The programs ----

# The tools: frontends/tools/NAME.c is the program NAME, made with what stands in frontends/tools/NAME/.
tools    := $(patsubst frontends/tools/%.c,%,$(wildcard frontends/tools/*.c))
programs := $(out)/golmac $(if $(window),$(out)/golmac-sdl) $(out)/golc $(tools:%=$(out)/%)
STORY_COMPILER ?= $(whole)/golc
# Unit tests: tests/unit/NAME.c is one; these need the window's libraries.
unit_window := media sounds window
units    := $(filter-out $(if $(window),,$(unit_window:%=tests/unit/%.c)),$(wildcard tests/unit/*.c))

# What is left out, and the packages of Debian that it needs.
define left_out
$(if $(for_terminal),,  golmac's screen in a terminal (it reads and prints lines instead): libncurses-dev
)$(if $(module),,  pictures and sounds in a terminal: libncurses-dev libchafa-dev libsdl2-image-dev libsdl2-mixer-dev
)$(if $(window),,  golmac-sdl, the player in a window: libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libsdl2-mixer-dev libfontconfig-dev
)$(if $(for_patterns),,  Perl's patterns in goltest (it takes POSIX's instead): libpcre2-dev
)
endef

.PHONY: all play check check-all mutation bench size fuzz install uninstall clean deps help stories no-spaces FORCE
all: $(programs) $(module) $(if $(left_out),$(out)/left-out)

# Said once.
$(out)/left-out: | $(programs) $(module)
	$(info Left out, for want of packages (make deps installs what is missing):)$(info $(left_out))touch $@

# "make golc" is "make build/golc".
.PHONY: golmac golmac-sdl golc $(tools)
golmac golmac-sdl golc $(tools): %: $(out)/%

# The machine, as a library.
$(out)/libgolmac.a: $(call objects,$(interp))
	echo "  AR    $@"
	rm -f $@ && $(AR) rcs $@ $^

# The players.
$(out)/golmac: $(call objects,frontends/golmac/main.c $(plain) $(terminal) $(playing)) $(out)/libgolmac.a
$(out)/golmac: LDLIBS += $(call link_with,$(for_terminal)) -ldl
$(out)/golmac-sdl: $(call objects,$(window) $(screens) $(playing)) $(out)/libgolmac.a
$(out)/golmac-sdl: private LDLIBS += $(call link_with,$(for_window)) -lm
$(call objects,$(sdl) $(media) $(unit_window:%=tests/unit/%.c)): private CPPFLAGS += $(call include,$(for_window))
$(out)/golmac-media.so: $(patsubst %.c,$(out)/module/%.o,$(chafa) $(media) frontends/formats/blorb.c frontends/base/message.c)
	echo "  LINK  $@"
	$(CC) -shared $(CFLAGS) $(sanitize) $(LDFLAGS) -o $@ $^ $(call link_with,$(for_module)) -lm
$(out)/module/%.o: %.c $(out)/flags
	mkdir -p $(@D)
	echo "  CC    $< (module)"
	$(CC) $(c11) $(filter-out $(lto),$(options)) -fPIC $(call include,$(for_module)) -c -o $@ $<
# The smallest screen: what a new one takes.
$(out)/vt100: $(call objects,tests/terminal/vt100.c $(screens) $(playing)) $(out)/libgolmac.a

# The compiler, and the tools.
$(out)/golc: $(call objects,$(compiler) $(base))
$(foreach t,$(tools),$(eval $(out)/$(t): $(call objects,frontends/tools/$(t).c $(wildcard frontends/tools/$(t)/*.c))))
$(tools:%=$(out)/%): $(call objects,$(playing)) $(out)/libgolmac.a
# goltest's screen is the plain player's.
$(out)/goltest: $(call objects,$(plain) $(patterns))
$(out)/goltest: LDLIBS += $(call link_with,$(for_patterns))

$(programs) $(out)/vt100:
	echo "  LINK  $@"
	$(CC) $(CFLAGS) $(sanitize) $(lto) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# Unit tests see everything but programs.
$(out)/unit/%: $(out)/obj/tests/unit/%.o $(call objects,$(playing) $(screens)) $(out)/libgolmac.a
	mkdir -p $(@D)
	echo "  LINK  $@"
	$(CC) $(CFLAGS) $(sanitize) $(lto) $(LDFLAGS) -o $@ $^ -lcmocka $(LDLIBS)
$(out)/unit/media $(out)/unit/sounds: $(call objects,$(media))
$(out)/unit/window: $(call objects,$(filter-out %/main.c,$(window)))
$(out)/unit/compile: $(call objects,$(filter-out compiler/main.c,$(compiler)))
$(unit_window:%=$(out)/unit/%): private LDLIBS += $(call link_with,$(for_window)) -lm

$(call objects,$(interp)): standard := $(c89)
$(out)/obj/%.o: standard = $(c11)
$(out)/obj/%.o: %.c $(out)/flags
	mkdir -p $(@D)
	echo "  CC    $<"
	$(CC) $(standard) $(options) -c -o $@ $<

# Changes only when the compiler or its options change: then everything is built again.
$(out)/flags: FORCE
	mkdir -p $(@D)
	echo '$(CC) $(subst ','\'',$(options)) $(c11) $(c89)' | cmp -s - $@ || echo '$(CC) $(subst ','\'',$(options)) $(c11) $(c89)' >$@

# What each object was made of.
-include $(shell find $(out)/obj $(out)/module -name '*.d' 2>/dev/null)

# ---- Stories: story-files/FOLDER/NAME.inf, in the versions listed here (5 if none are) ----

versions.cloak   := 5 8
versions.hello   := 3 4 5 6 7 8
versions.lantern := 3 5
versions.noon    := 3 5 8
versions.colour  := 5 8
versions.menus   := 5 6 8
versions.pictures := 6
versions.timed   := 5 8
# As small as golc makes it: the version 3 edition is to fit into 64 KB.
flags.noon       := $(if $(filter %/golc,$(STORY_COMPILER)),-O)

sources := $(wildcard story-files/*/*.inf)
name     = $(basename $(notdir $(1)))
images  := $(foreach s,$(sources),$(foreach v,$(or $(versions.$(call name,$(s))),5),$(STORIES)/$(call name,$(s)).z$(v)))

define story_rule
$(STORIES)/$(call name,$(1)).z%: $(1) $(wildcard $(dir $(1))*.h) $(if $(filter %/golc,$(STORY_COMPILER)),$(out)/golc)
	mkdir -p $$(@D)
	echo "  STORY $$@"
	'$(STORY_COMPILER)' -sw $(flags.$(call name,$(1))) -v$$* +include_path=$(dir $(1)),$(library) $(1) $$@.part >$$@.log || { cat $$@.log >&2; rm -f $$@.part; exit 1; }
	rm -f $$@.log; mv $$@.part $$@
endef
library := /usr/share/inform6/library
$(foreach s,$(sources),$(eval $(call story_rule,$(s))))

# Blorbs: story-files/FOLDER/NAME.blurb, for the story of that name; pictures and sounds lie beside it.
blurbs   := $(wildcard story-files/*/*.blurb)
blorbs   := $(foreach b,$(blurbs),$(STORIES)/$(call name,$(b)).zblorb)
define blorb_rule
$(STORIES)/$(call name,$(1)).zblorb: $(1) $(wildcard $(dir $(1))*.png $(dir $(1))*.aiff) $(STORIES)/$(call name,$(1)).z$(or $(versions.$(call name,$(1))),5) $(out)/golblorb
	echo "  BLORB $$@"
	$(out)/golblorb -o $$@ $(1) >$$@.log || { cat $$@.log >&2; exit 1; }
	rm -f $$@.log
endef
$(foreach b,$(blurbs),$(eval $(call blorb_rule,$(b))))

stories: $(images) $(blorbs)

# ---- What one does with it ----

play: deps-play
	$(MAKE) --no-print-directory $(out)/golmac $(filter $(STORY),$(images) $(blorbs))
	GOLMAC_SAVES='$(CURDIR)/saves' $(out)/golmac '$(STORY)'

# What tests, measurements and fuzzers are told.
told := BUILD='$(whole)' CC='$(CC)'

# check is for daily work: under 90 s of processor time. check-all runs as well the files whose head says "Only in check-all", and tells
# all tests FULL=1, at which some of them try more. A file that is still running after LIMIT seconds is killed, and has failed.
tests := $(wildcard tests/*/*.t)
daily := $(filter-out $(shell grep -l '^. Only in check-all' $(tests)),$(tests))
LIMIT ?= $(if $(SAN)$(filter check-all,$(MAKECMDGOALS)),1200,300)
check check-all: $(if $(word 2,$(whole)),no-spaces) deps-check
	$(MAKE) --no-print-directory all $(out)/vt100 stories $(patsubst tests/unit/%.c,$(out)/unit/%,$(units))
	$(told) XDG_CONFIG_HOME='$(whole)/no-config' STORY_COMPILER='$(STORY_COMPILER)' GOLC='$(whole)/golc' SAN='$(SAN)' \
	    CMOCKA_MESSAGE_OUTPUT=TAP LIMIT=$(LIMIT) FULL=$(if $(filter check-all,$@),1) \
	    $(PROVE) --failures --exec tests/runner/limited $(if $(V),-v) $(if $(filter check-all,$@),$(tests),$(daily)) \
	    $(patsubst tests/unit/%.c,$(out)/unit/%,$(units))
no-spaces:
	echo 'The tests cannot run in a folder with spaces in its path: $(whole)' >&2; exit 1

mutation:
	sh tests/mutation/run.sh $(foreach v,SEED N FOLDERS JOBS PLANTED,$(if $($v),$v='$($v)'))

bench: all
	for part in run compile executed terminal window snapshot; do $(told) sh tests/bench/$$part.sh || exit 1; done
size:
	$(told) sh tests/portability/size.sh
fuzz:
	for part in run source tools; do $(told) sh tests/fuzz/$$part.sh || exit 1; done

# Installs what is missing, on Debian; names the packages elsewhere (see .ci/deps).
deps:
	sh .ci/deps --install play check
deps-%:
	sh .ci/deps --list $* >/dev/null || sh .ci/deps --install $*

# What is installed where: FOLDER:FILE, FILE under its own name.
installed := $(foreach p,$(programs),bin:$(p)) $(module:%=lib/golmac:%) lib:$(out)/libgolmac.a lib/pkgconfig:$(out)/libgolmac.pc \
    $(foreach f,zmachine.h config.h opcodes.def faults.def,include/golmac:interp/$(f)) \
    $(foreach f,$(wildcard frontends/*/*.6),share/man/man6:$(f)) $(foreach f,$(wildcard compiler/*.1 frontends/tools/*.1),share/man/man1:$(f)) \
    $(foreach p,$(filter golmac golmac-sdl,$(notdir $(programs))),share/applications:frontends/desktop/$(p).desktop) \
    share/mime/packages:frontends/desktop/golmac.xml share/icons/hicolor/scalable/apps:frontends/desktop/golmac.svg
place      = $(DESTDIR)$(prefix)/$(firstword $(subst :, ,$(i)))/$(notdir $(lastword $(subst :, ,$(i))))

install: all $(out)/libgolmac.pc
	$(foreach i,$(installed),install -D -m $(if $(filter bin:%,$(i)),755,644) $(lastword $(subst :, ,$(i))) '$(place)' &&) true
	[ -n '$(DESTDIR)' ] || sh frontends/desktop/register.sh '$(prefix)'
uninstall:
	rm -f $(foreach i,$(installed),'$(place)')
	rmdir '$(DESTDIR)$(prefix)/include/golmac' '$(DESTDIR)$(prefix)/lib/golmac' 2>/dev/null || true
	[ -n '$(DESTDIR)' ] || sh frontends/desktop/register.sh '$(prefix)' remove
$(out)/libgolmac.pc: interp/libgolmac.pc.in VERSION FORCE
	sed 's|@prefix@|$(prefix)|; s|@version@|$(VERSION)|' $< >$@

clean:
	rm -rf '$(BUILD)' $(STORIES)

help:
	echo 'Golmac $(VERSION)'
	echo '  make            the programs: $(programs)'
	echo '  make play       play $(STORY) (another: make play STORY=file)'
	echo '  make check      the tests of daily work; SAN=1 under the sanitizers'
	echo '  make check-all  all tests'
	echo '  make mutation   how many of fifty planted faults the tests find'
	echo '  make stories    the stories of story-files/, into $(STORIES)/'
	echo '  make bench      speed, compared with dfrotz'
	echo '  make size       size of the machine on small computers'
	echo '  make fuzz       hostile stories, saves, sources and screens'
	echo '  make deps       install what is missing to build, play and test'
	echo '  make install    into $(prefix); DESTDIR=... prefix=... put it elsewhere; make uninstall'
	echo '  make clean      remove everything that was built'
	echo 'Switches: BUILD=folder CC=gcc|clang SAN=1 V=1 STORY_COMPILER=program'
