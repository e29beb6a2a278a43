/* Golmac: MIT licence, see LICENSE.

   How objects are laid out (12.2, 12.3): one layout for versions 1 to 3, small, and one for those from 4 on. */
#ifndef ZM_LAYOUT_H
#define ZM_LAYOUT_H

/* Property defaults, a word each, stand before the objects: also the greatest number of a property. */
#define OBJECT_DEFAULTS(is_small) ((is_small) ? 31 : 63)
/* Bytes of an object; where in it stand its links (parent, sibling, child) and the address of its properties. */
#define OBJECT_SIZE(is_small) ((is_small) ? 9 : 14)
#define OBJECT_LINKS(is_small) ((is_small) ? 4 : 6)
#define OBJECT_PROPERTIES(is_small) ((is_small) ? 7 : 12)
/* Its attributes come first, eight a byte, the first in the top bit. */
#define OBJECT_ATTRIBUTES(is_small) ((is_small) ? 32 : 48)
/* The greatest number of an object. */
#define OBJECT_MAX(is_small) ((is_small) ? 255u : 65535u)

#endif
