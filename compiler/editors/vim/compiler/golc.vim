" Golmac: MIT licence, see LICENSE.
"
" Vim compiler file for golc, the Inform 6 compiler: ":compiler golc", then ":make", and ":cnext" goes from error to error.
" g:golc_options: more options for golc, such as '-D +include_path=lib'.
" g:golc_program: golc itself, if it is not in the PATH; g:golc_main: the file to compile (default: the current one).

if exists("current_compiler")
  finish
endif
let current_compiler = "golc"

let s:keepcpo = &cpo
set cpo&vim

" Before Vim 7.4 :CompilerSet was not there when a user's own :compiler file was read.
if exists(":CompilerSet") != 2
  command -nargs=* CompilerSet setlocal <args>
endif

let s:program = get(g:, 'golc_program', 'golc')
let s:options = get(g:, 'golc_options', '')
let s:main = get(g:, 'golc_main', '%:S')
let s:make = s:program . ' --diagnostics=json ' . s:options . (s:options ==# '' ? '' : ' ') . s:main
execute 'CompilerSet makeprg=' . escape(s:make, ' \|"')

" One JSON object a line: golc --diagnostics=json. Messages without a place have no file.
CompilerSet errorformat={\"file\":\"%f\"\\,\"line\":%l\\,\"column\":%c\\,\"severity\":\"%t%*[a-z]\"\\,\"id\":\"%*[A-Z0-9_]\"\\,\"message\":\"%m\"}
CompilerSet errorformat+={\"severity\":\"%t%*[a-z]\"\\,\"id\":\"%*[A-Z0-9_]\"\\,\"message\":\"%m\"}
" golc -E1, and inform -E1, as project scripts may call them; the line of the source and its caret follow.
CompilerSet errorformat+=%E%f(%l):\ %trror:\ \ %m,%E%f(%l):\ Fatal\ %trror:\ \ %m,%W%f(%l):\ %tarning:\ \ %m
CompilerSet errorformat+=%I%f(%l):\ Note:\ \ %m
CompilerSet errorformat+=%-Z\ \ %p^,%-C>%.%#,%-G%.%#

let &cpo = s:keepcpo
unlet s:keepcpo s:program s:options s:main s:make
