#! world: bare
$ printf 'hello\nworld\n' | od -c
0000000   h   e   l   l   o  \n   w   o   r   l   d  \n
0000014
$ printf 'hello world 12345' | od -An -tx1
 68 65 6c 6c 6f 20 77 6f 72 6c 64 20 31 32 33 34
 35
$ printf hello | od
0000000 062550 066154 000157
0000005
$ printf hello | od -x
0000000 6568 6c6c 006f
0000005
$ printf 'hello world 12345' | od -A x -t x1z
000000 68 65 6c 6c 6f 20 77 6f 72 6c 64 20 31 32 33 34  >hello world 1234<
000010 35                                               >5<
000011
$ printf abcd | od -An -tu4
 1684234849
$ printf ab | od -An -td1
   97   98
$ head -c 64 /dev/zero | od
0000000 000000 000000 000000 000000 000000 000000 000000 000000
*
0000100
$ printf abc | od -An -tu1 -N2
  97  98
$ printf 'hello world 12345\n' | xxd
00000000: 6865 6c6c 6f20 776f 726c 6420 3132 3334  hello world 1234
00000010: 350a                                     5.
$ printf hello | xxd -p
68656c6c6f
$ echo 68656c6c6f | xxd -r -p; echo
hello
$ printf hello | xxd -c 4 -g 1
00000000: 68 65 6c 6c  hell
00000004: 6f           o
$ printf 'hello\n' | xxd | xxd -r
hello
$ printf hello | xxd -l 3
00000000: 6865 6c                                  hel
$ printf hello | xxd -u -g0
00000000: 68656C6C6F                        hello
$ printf 'hello world 12345\n' | hexdump -C
00000000  68 65 6c 6c 6f 20 77 6f  72 6c 64 20 31 32 33 34  |hello world 1234|
00000010  35 0a                                             |5.|
00000012
$ printf hello | hexdump
0000000 6568 6c6c 006f                         
0000005
$ head -c 64 /dev/zero | hexdump -C
00000000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|
*
00000040
$ head -c 4 /dev/urandom | od -An -tx1 | wc -c
13
