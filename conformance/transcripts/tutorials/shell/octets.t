# Octets that are no UTF-8 come through pipes, variables and files as they are
$ printf '\377' | od -An -tx1
 ff
$ printf '\xff\xfe' | xxd
00000000: fffe                                     ..
$ echo -ne '\xff' | od -c
0000000 377
0000001
$ x=$'\xe9'; printf '%s' "$x" | xxd -p; echo ${#x}
e9
1
$ printf '\303\251' | wc -c
2
$ printf '\xde\xad\xbe\xef' | base64
3q2+7w==
$ printf '\xde\xad\xbe\xef' | md5sum
2f249230a8e7c2bf6005ccd2679259ec  -
$ printf '\xde\xad\xbe\xef' > /tmp/f.bin; wc -c /tmp/f.bin; xxd /tmp/f.bin
4 /tmp/f.bin
00000000: dead beef                                ....
$ xxd -p /tmp/f.bin | xxd -r -p | od -An -tx1
 de ad be ef
$ x=$(printf '\xff\xfe'); printf '%s' "$x" | xxd -p
fffe
$ printf '%b' '\0377\0101' | xxd -p
ff41
$ printf '\x80abc\n' | sed 's/a/X/' | xxd -p
805862630a
$ printf '\x80abc\n' | tr 'a-c' 'A-C' | xxd -p
804142430a
$ printf 'a\xffb\n' | cut -b2 | xxd -p
ff0a
$ printf '\xff\n' | while read -r x; do printf '%s' "$x" | xxd -p; done
ff
$ printf '\xff' | sha256sum
a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89  -
$ echo 3q2+7w== | base64 -d | xxd -p
deadbeef
$ echo a$'\xff'b | awk '{print length($0)}'
3
$ head -c 100 /dev/urandom | wc -c
100
$ head -c 64 /dev/urandom > /tmp/r; cp /tmp/r /tmp/s; cmp /tmp/r /tmp/s && md5sum < /tmp/r | wc -c
36
$ x=$(head -c 32 /dev/urandom | base64); echo ${#x}
44
$ ip link set lo up; printf "\x80\x81\x82" | nc -lN 127.0.0.1 7000 > /dev/null & sleep 0.2; nc 127.0.0.1 7000 < /dev/null | xxd -p
808182
