/* Golmac: MIT licence, see LICENSE.

   The story file STORY, linked into flash as constant data. */
    .section .rodata
    .global story, story_end
story:
    .incbin STORY
story_end:
