/* Golmac: MIT licence, see LICENSE.

   drop WINDOW TYPE TEXT: drops something on a window as a file manager does (XDND, version 5: freedesktop.org's
   "Drag-and-Drop Protocol for the X Window System"). TYPE: text/uri-list or text/plain. WINDOW: a number. Exit status 0
   when the window has taken it, 1 when it has not within a minute. */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VERSION = 5, WAIT_MILLISECONDS = 60000 };

struct drop {
    Display *display;
    Window source, target;
    Atom type;                  /* of what is dropped */
    const char *text;
};

static Atom atom(const struct drop *drop, const char *name)
{
    return XInternAtom(drop->display, name, False);
}

static void tell(const struct drop *drop, const char *message, long one, long two, long three, long four)
{
    XEvent event = { 0 };

    event.xclient.type = ClientMessage;
    event.xclient.window = drop->target;
    event.xclient.message_type = atom(drop, message);
    event.xclient.format = 32;
    event.xclient.data.l[0] = (long)drop->source;
    event.xclient.data.l[1] = one;
    event.xclient.data.l[2] = two;
    event.xclient.data.l[3] = three;
    event.xclient.data.l[4] = four;
    XSendEvent(drop->display, drop->target, False, NoEventMask, &event);
    XFlush(drop->display);
}

/* The target asks for the text. */
static void answer(const struct drop *drop, const XSelectionRequestEvent *request)
{
    XEvent event = { 0 };

    XChangeProperty(drop->display, request->requestor, request->property, request->target, 8, PropModeReplace,
                    (const unsigned char *)drop->text, (int)strlen(drop->text));
    event.xselection.type = SelectionNotify;
    event.xselection.requestor = request->requestor;
    event.xselection.selection = request->selection;
    event.xselection.target = request->target;
    event.xselection.property = request->property;
    event.xselection.time = request->time;
    XSendEvent(drop->display, request->requestor, False, NoEventMask, &event);
    XFlush(drop->display);
}

/* Whether a message of this name comes before the time is over; requests for the text are answered meanwhile. */
static int is_told(const struct drop *drop, const char *message, XClientMessageEvent *told)
{
    struct pollfd ready = { ConnectionNumber(drop->display), POLLIN, 0 };
    Atom wanted = atom(drop, message);
    XEvent event;

    while (XPending(drop->display) > 0 || poll(&ready, 1, WAIT_MILLISECONDS) > 0) {
        XNextEvent(drop->display, &event);
        if (event.type == SelectionRequest)
            answer(drop, &event.xselectionrequest);
        if (event.type == ClientMessage && event.xclient.message_type == wanted) {
            *told = event.xclient;
            return 1;
        }
    }
    return 0;
}

static int drop_it(const struct drop *drop)
{
    const long at = 200L << 16 | 200;
    XClientMessageEvent told;

    XSetSelectionOwner(drop->display, atom(drop, "XdndSelection"), drop->source, CurrentTime);
    tell(drop, "XdndEnter", (long)VERSION << 24, (long)drop->type, None, None);
    tell(drop, "XdndPosition", 0, at, CurrentTime, (long)atom(drop, "XdndActionCopy"));
    if (!is_told(drop, "XdndStatus", &told) || !(told.data.l[1] & 1))
        return -1;
    tell(drop, "XdndDrop", 0, CurrentTime, 0, 0);
    return is_told(drop, "XdndFinished", &told) && (told.data.l[1] & 1) ? 0 : -1;
}

int main(int argc, char **argv)
{
    struct drop drop;
    int status;

    drop.display = XOpenDisplay(NULL);
    if (argc != 4 || !drop.display) {
        fprintf(stderr, "%s\n", argc != 4 ? "usage: drop WINDOW TYPE TEXT" : "drop: there is no X display");
        return 2;
    }
    drop.source = XCreateSimpleWindow(drop.display, DefaultRootWindow(drop.display), 0, 0, 1, 1, 0, 0, 0);
    drop.target = strtoul(argv[1], NULL, 0);
    drop.type = XInternAtom(drop.display, argv[2], False);
    drop.text = argv[3];
    status = drop_it(&drop);
    XCloseDisplay(drop.display);
    return status == 0 ? 0 : 1;
}
