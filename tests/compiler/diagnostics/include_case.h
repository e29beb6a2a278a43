System_file;
[ Included; print "included"; ];
