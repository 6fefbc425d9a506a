# What completion functions are made of
$ compgen -W 'start stop status' st
start
stop
status
$ compgen -W 'a b' -- c; echo $?
1
$ compgen -W '$HOME "x y" z'
/root
x y
z
$ f1() { :; }; f2() { :; }; compgen -A function f
f1
f2
$ compgen -A function f2
f2
$ x1=1 x2=2; compgen -v x
x1
x2
$ cd /etc; compgen -f hostn; compgen -f /etc/hostn; compgen -d /et; cd
hostname
/etc/hostname
/etc
$ compgen -P pre- -S -suf -W 'x y'
pre-x-suf
pre-y-suf
$ compgen -A nosuch; echo $?
bash: compgen: nosuch: invalid action name
2
$ compgen -z; echo $?
bash: compgen: -z: invalid option
compgen: usage: compgen [-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [word]
2
$ compgen -A signal SIGI
SIGINT
SIGILL
SIGIO
$ compgen -X 's*' -W 'start foo'
foo
$ compgen -X '!s*' -W 'start foo'
start
$ complete; echo $?
0
$ complete -W 'one two' foo; complete -p
complete -W 'one two' foo
$ _bar() { COMPREPLY=( $(compgen -W 'red green' -- "$2") ); }; complete -F _bar bar baz; complete -p bar
complete -F _bar bar
$ complete -r foo; complete -p foo; echo $?
bash: complete: foo: no completion specification
1
$ complete -o nospace -o default -F _f cmd; complete -p cmd
complete -o default -o nospace -F _f cmd
$ complete -A directory mycd; complete -p mycd
complete -d mycd
$ complete -W; echo $?
bash: complete: -W: option requires an argument
complete: usage: complete [-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]
2
$ complete -W 'a b'; echo $?
complete: usage: complete [-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]
2
$ complete -r; complete; echo $?
0
$ compopt -o nospace; echo $?
bash: compopt: not currently executing completion function
1
