# Functions that other shells inherit, and lines once more
$ f() { echo "f $1"; if [ "$1" ]; then echo y; fi; }; export -f f
$ bash -c 'f z'
f z
y
$ env | grep -A3 BASH_FUNC
BASH_FUNC_f%%=() {  echo "f $1";
 if [ "$1" ]; then
 echo y;
 fi
$ printf 'a\nb\n' | xargs -I{} bash -c 'f {}'
f a
y
f b
y
$ bash -c 'declare -f f; type -t f'
f () 
{ 
    echo "f $1";
    if [ "$1" ]; then
        echo y;
    fi
}
function
$ export -f nosuch; echo $?
bash: export: nosuch: not a function
1
$ sh -c 'f 1'; echo $?
sh: 1: f: not found
127
$ fc -l; echo $?
0
