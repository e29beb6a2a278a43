/* Golmac: MIT licence, see LICENSE.

   How close together the display's pixels are, where SDL tells nothing of it or too little: on X. */
#include "frontends/sdl/window.h"

#include <stdlib.h>
#include <string.h>

enum { DOTS_PER_INCH = 96, LEAST = 48, MOST = 8 * DOTS_PER_INCH };

/* What desktops and players set for all programs: the resource Xft.dpi. 0: nothing is set. */
static double read_resource(const char *resources)
{
    static const char name[] = "Xft.dpi:";
    const char *line = resources;
    double dots;

    while (line && strncmp(line, name, sizeof name - 1) != 0) {
        line = strchr(line, '\n');
        line += line != NULL;
    }
    dots = line ? strtod(line + sizeof name - 1, NULL) : 0;
    return dots >= LEAST && dots <= MOST ? dots : 0;
}

/* X's library is there, since SDL uses it, but not to compile with. */
static double ask_x(void)
{
    void *library = SDL_LoadObject("libX11.so.6"), *display;
    void *(*open)(const char *) = NULL;
    char *(*resources)(void *) = NULL;
    int (*close)(void *) = NULL;
    double dots = 0;

    if (!library)
        return 0;
    *(void **)&open = SDL_LoadFunction(library, "XOpenDisplay");
    *(void **)&resources = SDL_LoadFunction(library, "XResourceManagerString");
    *(void **)&close = SDL_LoadFunction(library, "XCloseDisplay");
    display = open && resources && close ? open(NULL) : NULL;
    if (display) {
        dots = read_resource(resources(display));
        (void)close(display);
    }
    SDL_UnloadObject(library);
    return dots;
}

/* By the size in millimetres that a monitor tells of itself: only from 1.4 times the usual on, and in quarters, since
   many a one is wrong. */
static double guess(void)
{
    float dots = 0;

    if (SDL_GetDisplayDPI(0, &dots, NULL, NULL) != 0 || dots < 1.4 * DOTS_PER_INCH || dots > MOST)
        return 1;
    return (int)(dots / DOTS_PER_INCH * 4) / 4.0;
}

double resolution_of_display(void)
{
    double dots = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0 ? ask_x() : 0;

    return dots > 0 ? dots / DOTS_PER_INCH : guess();
}
