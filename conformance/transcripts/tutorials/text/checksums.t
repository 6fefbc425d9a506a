#! world: bare
$ mkdir -p /tmp/w/d/e && cd /tmp/w
$ printf 'hello\nworld\n' > a; printf 'hello\nworld!\n' > b; echo x > d/e/f.conf; ln -s a l; : > empty
$ printf '#!/bin/bash\necho hi\n' > s.sh
$ base64 a
aGVsbG8Kd29ybGQK
$ echo aGVsbG8= | base64 -d; echo
hello
$ echo aGVsbG8 | base64 -d
hellobase64: invalid input
[1]
$ echo 'a!' | base64 -d
base64: invalid input
[1]
$ head -c 100 /dev/zero | base64
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
$ base64 -w 10 a
aGVsbG8Kd2
9ybGQK
$ base64 no
base64: no: No such file or directory
[1]
$ base64 a b
base64: extra operand ‘b’
Try 'base64 --help' for more information.
[1]
$ base64 -w x a
base64: invalid wrap size: ‘x’
[1]
$ md5sum a b
0f723ae7f9bf07744445e93ac5595156  a
77fc3b646b70c5118ce358a9ef76b3b1  b
$ sha1sum a
58853e8a5e8272b1012f9a52a80758b27bd0d3cb  a
$ sha256sum a
4a1e67f2fe1d1cc7b31d0ca2ec441da4778203a036a77da10344c85e24ff0f92  a
$ echo -n | sha256sum
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  -
$ sha512sum a
595beeb13e543b7107c182bb23ac7766bd62ab3122e250e90573eb540f89520122150e5f69bb99140bc47ab526c9b7b2a3b2402b09b44b7391501a149876765c  a
$ md5sum no
md5sum: no: No such file or directory
[1]
$ md5sum d
md5sum: d: Is a directory
[1]
$ md5sum a b > sums; md5sum -c sums
a: OK
b: OK
$ echo x >> a; md5sum -c sums
a: FAILED
b: OK
md5sum: WARNING: 1 computed checksum did NOT match
[1]
$ md5sum -c nosums
md5sum: nosums: No such file or directory
[1]
$ echo junk | md5sum -c
md5sum: 'standard input': no properly formatted checksum lines found
[1]
$ md5sum --tag a
MD5 (a) = 69dfe9970cab33a3a4766822d39baf74
$ md5sum -c --quiet sums
a: FAILED
md5sum: WARNING: 1 computed checksum did NOT match
[1]
$ md5sum -c --status sums
[1]
