#! world: bare
$ cd $(mktemp -d)
$ mkfifo p
$ mkfifo p
mkfifo: cannot create fifo 'p': File exists
[1]
$ mkfifo
mkfifo: missing operand
Try 'mkfifo --help' for more information.
[1]
$ mkfifo no/x
mkfifo: cannot create fifo 'no/x': No such file or directory
[1]
$ ls -l p | cut -c1-10
prw-r--r--
$ { cat p; } & echo hello > p; wait
hello
$ echo bye > p & cat < p; wait
bye
$ (sleep 0.2; echo one; echo two) > p & while read -r l; do echo "got $l"; done < p
got one
got two
$ exec 5<>p; echo rw >&5; read -r x <&5; echo $x; exec 5>&-
rw
$ mkfifo q; tr a-z A-Z < p > q & echo up > p & cat q; wait
UP
$ mktemp foo
mktemp: too few X's in template ‘foo’
[1]
$ mktemp fooXX
mktemp: too few X's in template ‘fooXX’
[1]
$ mktemp fooXXX | wc -c
7
$ mktemp -u /tmp/a.XXXXXX.sh | wc -c
17
$ mktemp a b
mktemp: too many templates
Try 'mktemp --help' for more information.
[1]
$ mktemp -t lab.XXXX | wc -c
14
$ stat -c %a $(mktemp) $(mktemp -d)
600
700
$ nohup echo hi
hi
$ nohup
nohup: missing operand
Try 'nohup --help' for more information.
[125]
$ nohup nosuch
nohup: failed to run command 'nosuch': No such file or directory
[127]
$ tty
not a tty
[1]
$ stty size
stty: 'standard input': Inappropriate ioctl for device
[1]
