# Builtins taken away and given back, mapfile's callbacks, times and suspend
$ enable -n echo; type echo; echo hi; enable -n; enable echo; type echo; enable -n
echo is /usr/bin/echo
hi
enable -n echo
echo is a shell builtin
$ enable -n nosuch
bash: enable: nosuch: not a shell builtin
[1]
$ enable -p | head -3; enable -s
enable .
enable :
enable [
enable .
enable :
enable break
enable continue
enable eval
enable exec
enable exit
enable export
enable readonly
enable return
enable set
enable shift
enable source
enable times
enable trap
enable unset
$ enable -d echo
bash: enable: echo: not dynamically loaded
[1]
$ enable -f /nosuch x
bash: enable: cannot open shared object /nosuch: /nosuch: cannot open shared object file: No such file or directory
[1]
$ enable -z
bash: enable: -z: invalid option
enable: usage: enable [-a] [-dnps] [-f filename] [name ...]
[2]
$ enable -n test; command -v test; builtin test x; (enable test; type -t test); type -t test; enable -a | grep -e -n; enable test
/usr/bin/test
bash: builtin: test: not a shell builtin
builtin
file
enable -n test
$ f() { echo "callback $1 $2"; }; mapfile -C f -c 2 a < <(printf '%s\n' a b c d e); echo "${#a[@]}"
callback 1 b

callback 3 d

5
$ mapfile -t -C 'echo at' -c 1 b <<< $'1\n2 3'; echo "${b[@]}"
at 0 1
at 1 2 3
1 2 3
$ mapfile -C echo -c 0 b <<< x
bash: mapfile: 0: invalid callback quantum
[1]
$ times | tr 1-9 0
0m0.000s 0m0.000s
0m0.000s 0m0.000s
$ bash -c suspend
bash: line 1: suspend: cannot suspend: no job control
[1]
$ printf '%s\n' "trap 'echo ERR line \$LINENO' ERR" false '' 'echo x | false' '(exit 3)' 'echo x |' ' false' > /tmp/err.sh; bash /tmp/err.sh
ERR line 2
ERR line 4
ERR line 5
ERR line 7
[1]
