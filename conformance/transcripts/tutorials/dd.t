#! world: bare
# dd: blocks of zeros to try a link with, and parts of files.
$ cd $(mktemp -d); printf '%0100d' 0 > a
$ dd if=/dev/zero of=z bs=1M count=2 2>&1 | head -2; stat -c %s z
2+0 records in
2+0 records out
2097152
$ dd if=a of=b bs=10 count=3 skip=2 status=noxfer; stat -c %s b
3+0 records in
3+0 records out
30
$ dd if=a of=b bs=7 seek=20 conv=notrunc status=none; stat -c %s b
240
$ dd if=a of=c ibs=10 obs=30 status=noxfer
10+0 records in
3+1 records out
$ printf 'abcdef' | dd conv=ucase,swab status=none; echo
BADCFE
$ printf 'abcdef' > f; printf 'XY' | dd of=f bs=1 seek=2 conv=notrunc status=none; cat f; echo
abXYef
$ (echo a; sleep 0.2; echo b) | dd bs=4 count=1 status=noxfer
a
0+1 records in
0+1 records out
$ (echo a; sleep 0.2; echo b) | dd bs=4 count=1 iflag=fullblock status=noxfer
a
b
1+0 records in
1+0 records out
$ dd if=nofile of=x
dd: failed to open 'nofile': No such file or directory
[1]
$ dd if=a of=/nodir/x
dd: failed to open '/nodir/x': No such file or directory
[1]
$ dd foo=1
dd: unrecognized operand ‘foo=1’
Try 'dd --help' for more information.
[1]
$ dd if=a bs=0
dd: invalid number: ‘0’
[1]
$ dd conv=foo
dd: invalid conversion: ‘foo’
Try 'dd --help' for more information.
[1]
$ dd if=/tmp status=noxfer
dd: error reading '/tmp': Is a directory
0+0 records in
0+0 records out
[1]
$ dd if=/dev/zero bs=1M count=2 2>&1 >/dev/null | sed 's/copied.*/copied/'
2+0 records in
2+0 records out
2097152 bytes (2.1 MB, 2.0 MiB) copied
$ dd if=/dev/zero bs=1500 count=1 2>&1 >/dev/null | sed 's/copied.*/copied/'
1+0 records in
1+0 records out
1500 bytes (1.5 kB, 1.5 KiB) copied
$ printf x | dd 2>&1 | sed 's/copied.*/copied/'
x0+1 records in
0+1 records out
1 byte copied
$ busybox dd if=/dev/zero of=z bs=1k count=3; stat -c %s z
3+0 records in
3+0 records out
3072
$ busybox dd if=nofile
dd: can't open 'nofile': No such file or directory
[1]
$ busybox dd if=a conv=ucase
dd: invalid argument 'ucase' to 'conv'
[1]
$ busybox dd bs=0
dd: number 0 is not in 1..9223372036854775807 range
[1]
$ ip link set lo up; nc -l 127.0.0.1 5000 > out & sleep 0.2
$ dd if=/dev/zero bs=1k count=100 2>/dev/null | nc -N 127.0.0.1 5000; sleep 0.2; stat -c %s out
102400
