#! world: bare
$ mkdir -p /tmp/w/d/e && cd /tmp/w
$ printf 'hello\nworld\n' > a; printf 'hello\nworld!\n' > b; echo x > d/e/f.conf; ln -s a l; : > empty
$ printf '#!/bin/bash\necho hi\n' > s.sh
$ find d -type f
d/e/f.conf
$ find d -name '*.conf'
d/e/f.conf
$ find . -maxdepth 1 -type d | sort
.
./d
$ find no
find: ‘no’: No such file or directory
[1]
$ find d -name
find: missing argument to `-name'
[1]
$ find d -foo
find: unknown predicate `-foo'
[1]
$ find . -type l
./l
$ find d -type f -exec cat {} ';'
x
$ find d -type f -exec echo {} +
d/e/f.conf
$ find d -type x
find: Unknown argument to -type: x
[1]
$ find . -size 0
./empty
$ find . -empty
./empty
$ find d -printf '%f\n'
d
e
f.conf
$ find d -not -name '*.conf'
d
d/e
$ find d -mindepth 1 -iname 'E*'
d/e
$ find d -path '*e/*'
d/e/f.conf
$ find . -name x.sh d
find: paths must precede expression: `d'
find: possible unquoted pattern after predicate `-name'?
[1]
$ find . -exec echo
find: missing argument to `-exec'
[1]
$ find -name a -type f -print -quit
./a
$ find d -type f -delete; find d
d
d/e
$ realpath l
/tmp/w/a
$ realpath no
/tmp/w/no
$ realpath no/x
realpath: no/x: No such file or directory
[1]
$ realpath -e no
realpath: no: No such file or directory
[1]
$ realpath
realpath: missing operand
Try 'realpath --help' for more information.
[1]
$ realpath d/../a
/tmp/w/a
$ realpath -s l
/tmp/w/l
$ realpath --relative-to=d a
../a
$ file a empty d l s.sh no /dev/null
a:         ASCII text
empty:     empty
d:         directory
l:         symbolic link to a
s.sh:      Bourne-Again shell script, ASCII text executable
no:        cannot open `no' (No such file or directory)
/dev/null: character special (1/3)
$ cmp a b
a b differ: byte 12, line 2
[1]
$ cmp a a
$ cmp -s a b
[1]
$ cmp a no
cmp: no: No such file or directory
[2]
$ cmp empty a
cmp: EOF on empty which is empty
[1]
$ cmp -l a b
cmp: EOF on a after byte 12
12  12  41
[1]
