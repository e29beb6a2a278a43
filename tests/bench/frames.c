/* Golmac: MIT licence, see LICENSE.

   Loaded before SDL (LD_PRELOAD), it notes when each frame of a window is shown: a line of nanoseconds for each, into
   the file that GOLMAC_FRAMES names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct SDL_Window;
struct SDL_Rect;

int SDL_UpdateWindowSurfaceRects(struct SDL_Window *window, const struct SDL_Rect *rectangles, int count);
int SDL_UpdateWindowSurfaceRects(struct SDL_Window *window, const struct SDL_Rect *rectangles, int count)
{
    static int (*show)(struct SDL_Window *, const struct SDL_Rect *, int);
    static FILE *file;
    struct timespec now;
    int result;

    if (!show) {
        *(void **)&show = dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
        file = getenv("GOLMAC_FRAMES") ? fopen(getenv("GOLMAC_FRAMES"), "w") : NULL;
    }
    result = show(window, rectangles, count);
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (file) {
        fprintf(file, "%lld\n", (long long)now.tv_sec * 1000000000 + now.tv_nsec);
        fflush(file);
    }
    return result;
}
