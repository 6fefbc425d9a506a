#! world: bare
# Files by BusyBox's own programs, as a container of alpine or busybox has them.
$ cd $(mktemp -d); printf '1\n2\n3\n4\n' > a; printf '1\n2\nthree\n4\n5\n' > b; cp a a2
$ busybox md5sum a b nofile
302c28003d487124d97c242de94da856  a
db87e9153c9b451ff8e390136574a690  b
md5sum: can't open 'nofile': No such file or directory
[1]
$ busybox sha1sum a; busybox sha256sum a; busybox sha512sum < a
cc5414d649b0cff875403bca61eb4a5b2367cfd6  a
16fbd7d1f18d2fedb247d73edc3bc6aa040f5ab99bd3b48c35b79e543d22179b  a
0a9ec99bc9a963ea58b8b8f5b8f7e04fe23709433dec2ed311952d501759f5eebdea6c795e3526faa41938f1b6df9d500f7b6b129f8d142a5610d72e356ac594  -
$ busybox md5sum a b > sums; busybox md5sum -c sums
a: OK
b: OK
$ echo more >> b; busybox md5sum -c sums
a: OK
b: FAILED
md5sum: WARNING: 1 of 2 computed checksums did NOT match
[1]
$ busybox md5sum -cs sums
[1]
$ echo junk >> sums; busybox md5sum -cw sums
a: OK
b: FAILED
md5sum: invalid format
md5sum: WARNING: 2 of 3 computed checksums did NOT match
[1]
$ busybox sha256sum -c nofile
sha256sum: nofile: No such file or directory
[1]
$ busybox md5sum --tag a 2>&1 | head -1
md5sum: unrecognized option '--tag'
$ busybox md5sum /tmp
md5sum: can't read '/tmp': Is a directory
[1]
$ printf '1\n2\nthree\n4\n5\n' > b
$ busybox diff a b
--- a
+++ b
@@ -1,4 +1,5 @@
 1
 2
-3
+three
 4
+5
[1]
$ busybox diff a a2; busybox diff -s a a2; busybox diff -q a b
Files a and a2 are identical
Files a and b differ
[1]
$ busybox diff -U 0 -L old -L new a b
--- old
+++ new
@@ -3 +3 @@
-3
+three
@@ -4,0 +5 @@
+5
[1]
$ busybox diff a nofile
diff: can't stat 'nofile': No such file or directory
[2]
$ busybox diff -N a nofile
--- a
+++ nofile
@@ -1,4 +0,0 @@
-1
-2
-3
-4
[1]
$ busybox diff - a < b
--- -
+++ a
@@ -1,5 +1,4 @@
 1
 2
-three
+3
 4
-5
[1]
$ mkdir -p d1/s d2/s; cp a d1/x; cp b d2/x; echo only > d1/o; echo n > d2/p; echo q > d1/s/q
$ busybox diff d1 d2
Only in d1: o
Only in d2: p
Common subdirectories: d1/s and d2/s
--- d1/x
+++ d2/x
@@ -1,4 +1,5 @@
 1
 2
-3
+three
 4
+5
[1]
$ busybox diff -rN d1 d2
--- d1/o
+++ /dev/null
@@ -1 +0,0 @@
-only
--- /dev/null
+++ d2/p
@@ -0,0 +1 @@
+n
--- d1/s/q
+++ /dev/null
@@ -1 +0,0 @@
-q
--- d1/x
+++ d2/x
@@ -1,4 +1,5 @@
 1
 2
-3
+three
 4
+5
[1]
$ busybox diff -rq d1 d2
Only in d1: o
Only in d2: p
Only in d1: s/q
Files d1/x and d2/x differ
[1]
$ busybox diff a d2
diff: can't stat 'd2/a': No such file or directory
[1]
$ printf 'a  B\n' > w; printf 'a b\nlast' > x; busybox diff -bi w x
--- w
+++ x
@@ -1 +1,2 @@
 a  B
+last
\\ No newline at end of file
[1]
$ busybox diff -c a b 2>&1 | head -3
diff: invalid option -- 'c'
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

$ printf 'x y  z\n\nlast' > c; busybox od c
0000000 020170 020171 075040 005012 060554 072163
0000014
$ busybox od -c c
0000000   x       y           z  \n  \n   l   a   s   t
0000014
$ busybox od -An -tx1 c; busybox od -b -N 4 -j 2 c; busybox od -A x -t d4 c
 78 20 79 20 20 7a 0a 0a 6c 61 73 74
0000002 171 040 040 172
0000006
000000   544809080   168458784  1953718636
00000c
$ busybox od -a c; busybox od -w4 -x c; busybox od -h c; busybox od -s c
0000000   x  sp   y  sp  sp   z  nl  nl   l   a   s   t
0000014
0000000 2078 2079
0000004 7a20 0a0a
0000010 616c 7473
0000014
0000000 2078 2079 7a20 0a0a 616c 7473
0000014
0000000   8312   8313  31264   2570  24940  29811
0000014
$ head -c 64 /dev/zero > zeros; busybox od zeros
0000000 000000 000000 000000 000000 000000 000000 000000 000000
*
0000100
$ busybox od nofile
od: nofile: No such file or directory
[1]
$ busybox od -t q c
od: invalid character 'q' in type string 'q'
[1]
$ busybox od -A q c
od: bad output address radix 'q' (must be [doxn])
[1]
$ busybox hexdump -n 20 -C zeros
00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
*
00000010  00 00 00 00                                       |....|
00000014
$ busybox hexdump -n 40 zeros
0000000 0000 0000 0000 0000 0000 0000 0000 0000
*
0000020 0000 0000 0000 0000                    
0000028
$ busybox hexdump -v -n 20 -C zeros
00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
00000010  00 00 00 00                                       |....|
00000014
$ printf '%040d1111' 0 | busybox hexdump -C
00000000  30 30 30 30 30 30 30 30  30 30 30 30 30 30 30 30  |0000000000000000|
*
00000020  30 30 30 30 30 30 30 30  31 31 31 31              |000000001111|
0000002c
$ mkdir -p t/s; printf '%05000d' 0 > t/f; printf x > t/s/g
$ busybox du -b a nofile
8	a
du: nofile: No such file or directory
[1]
$ busybox du -d q t
du: invalid number 'q'
[1]
