# Expressions that go back and forth for ever in many languages: Linux answers at once
$ x=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
$ echo $x | grep -E '^(a+)+$'; echo $?
1
$ echo $x | grep -cE '(a|aa)*b$'
1
$ echo $x | grep -P '^(a+)+$'; echo $?
grep: (standard input): exceeded PCRE's backtracking limit
2
$ echo $x | sed -E 's/^(a|a?)+$/no/'
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab
$ expr $x : '\(a*\)*b'
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
$ [[ $x =~ ^(a+)+$ ]]; echo $?
1
$ [[ $x =~ ((a+)+)b ]]; echo $? ${#BASH_REMATCH[1]} ${#BASH_REMATCH[2]}
0 40 40
$ shopt -s extglob; echo ${x//+(a)/-} ${x##*(a)} ${x%b} ${x/a*(a)b/all}
-b b aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa all
$ echo '"'$x'"' | jq 'test("^(a|b)+$")'
true
# The longest of the leftmost matches, and its groups
$ echo abcd | sed -E 's/(a|ab)(c|bcd)(d*)/[\1|\2|\3]/'
[a|bcd|]
$ echo xyz | sed -E 's/(x|xy|xyz)*(z)?/[\1|\2]/'
[xy|z]
$ echo 12ab | sed -E 's/(([0-9]+)|([a-z]+))*/[\1|\2|\3]/'
[ab|12|ab]
$ echo foobar | grep -oE 'foo|foob'
foob
$ echo abab | sed -E 's/(ab|aba)(b|)/[\1|\2]/'
[aba|b]
$ printf 'inet 10.0.0.1/24 brd 10.0.0.255 scope global eth0\n' | grep -oP 'inet \K[\d.]+(?=/)'
10.0.0.1
$ printf 'a=1;b=22\n' | grep -oP '(?<=b=)\d+'
22
$ printf 'x\n' | grep -P '(t'; echo $?
grep: missing closing parenthesis
2
$ printf 'x\n' | grep -P '[z-a]'; echo $?
grep: range out of order in character class
2
$ echo '"aaa"' | jq -c '[match("a+?";"g").offset], sub("a+?";"b"), gsub("(?<x>a)";"<\(.x)>")'
[0,1,2]
"baa"
"<a><a><a>"
$ x=abc; echo "${x//@(|b)/-}" "${x//?/[&]}" "${x/#*/<}" "${x//[!b]/}"
-a--c [a][b][c] < b
$ jq -nc '[limit(10000;repeat(1))]|length, (0|until(.>20000;.+1))'
10000
20001
