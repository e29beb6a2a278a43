System_file;
[ Greet; print "library greeting^"; ];
[ Welcome; Greet(); ];
[ Count n; print "old "; return n + 1; ];
[ Twice n; return n * 2; ];
