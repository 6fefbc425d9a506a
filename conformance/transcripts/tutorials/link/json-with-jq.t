# Questions to ip -j, answered by jq
$ ip netns add red
$ ip link add v0 type veth peer name v1; ip addr add 10.0.0.1/24 dev v0; ip link set v0 up
$ ip link add br0 type bridge; ip link set v1 master br0
$ ip -j link | jq -r '.[].ifname'
lo
v1
v0
br0
$ ip -j addr show v0 | jq -r '.[0].addr_info[] | select(.family == "inet") | .local'
10.0.0.1
$ ip -j addr | jq -r '.[] | "\(.ifname) \(.addr_info[0].local // "none")"'
lo none
v1 none
v0 10.0.0.1
br0 none
$ ip -j link | jq -c 'map({(.ifname): .mtu}) | add'
{"lo":65536,"v1":1500,"v0":1500,"br0":1500}
$ ip -j link | jq -r '.[] | [.ifname, .mtu, .operstate] | @tsv'
lo	65536	DOWN
v1	1500	DOWN
v0	1500	LOWERLAYERDOWN
br0	1500	DOWN
$ ip -j link | jq -r '.[] | select(.flags | index("UP")) | .ifname'
v0
$ ip -j route | jq '.[] | {dst, dev, src: .prefsrc}'
{
  "dst": "10.0.0.0/24",
  "dev": "v0",
  "src": "10.0.0.1"
}
$ ip -j link | jq -c 'group_by(.operstate) | map({state: .[0].operstate, n: length})'
[{"state":"DOWN","n":3},{"state":"LOWERLAYERDOWN","n":1}]
$ ip -j -d link show br0 | jq '.[0].linkinfo.info_data.stp_state'
0
$ ip -j -s link show v0 | jq '.[0].stats64 | to_entries | map("\(.key)=\(.value.bytes)") | join(" ")'
"rx=0 tx=0"
$ ip -j link | jq 'any(.[]; .ifname == "br0")'
true
$ ip -j link | jq -e '.[] | select(.ifname == "nope")'
[4]
$ ip -j link show v0 | jq -e '.[0].mtu > 9000'
false
[1]
$ for i in $(ip -j link | jq -r '.[] | select(.master == "br0").ifname'); do echo "port $i"; done
port v1
$ jq -n --arg n v0 --argjson mtu 1400 '{name: $n, $mtu}'
{
  "name": "v0",
  "mtu": 1400
}
$ echo '{"a":{"b":[1,2]}}' | jq .
{
  "a": {
    "b": [
      1,
      2
    ]
  }
}
$ echo '{"a":{"b":[1,2]}}' | jq '.a.b[0], .a.c, .a["b"][1:], (.a.b | length, add, max)' -c
1
null
\[2]
2
3
2
$ echo '{"a":5}' | jq '.a.b'
jq: error (at <stdin>:1): Cannot index number with string "b"
[5]
$ echo '{"a":5}' | jq '.[0]'
jq: error (at <stdin>:1): Cannot index object with number
[5]
$ echo '5' | jq '.[]'
jq: error (at <stdin>:1): Cannot iterate over number (5)
[5]
$ echo '{"a":5' | jq .
parse error: Unfinished JSON term at EOF at line 2, column 0
[4]
$ echo 'a: 5' | jq .
parse error: Invalid numeric literal at line 1, column 2
[4]
$ jq . /nosuch
jq: error: Could not open file /nosuch: No such file or directory
[2]
$ echo 1 | jq 'nosuch'
jq: error: nosuch/0 is not defined at <top-level>, line 1:
nosuch
jq: 1 compile error
[3]
$ echo 1 | jq '. +'
jq: error: syntax error, unexpected $end (Unix shell quoting issues?) at <top-level>, line 1:
. +  
jq: 1 compile error
[3]
$ echo 1 | jq --nosuch .
jq: Unknown option --nosuch
Use jq --help for help with command-line options,
or see the jq manpage, or online docs  at https://stedolan.github.io/jq
[2]
$ echo '[3,1,2]' | jq -c 'sort, map(. * 2), (map(select(. > 1)) | length), first, last, .[1:], index(2), (sort_by(-.)), join("-")'
[1,2,3]
[6,2,4]
2
3
2
[1,2]
2
[3,2,1]
"3-1-2"
$ echo '"a-b_c"' | jq -c 'split("-"), ascii_upcase, gsub("[-_]"; ""), test("B"; "i"), [scan("[a-z]")], sub("(?<x>b)"; "<\(.x)>")'
["a","b_c"]
"A-B_C"
"abc"
true
["a","b","c"]
"a-<b>_c"
$ echo '{"a":1,"b":null}' | jq -c 'keys, to_entries, del(.b), with_entries(select(.value)), has("b"), .c, (.c // "none"), (.a |= . + 1), (.d.e = 1), (.a += 5)'
["a","b"]
[{"key":"a","value":1},{"key":"b","value":null}]
{"a":1}
{"a":1}
true
null
"none"
{"a":2,"b":null}
{"a":1,"b":null,"d":{"e":1}}
{"a":6,"b":null}
$ echo '[1,[2,{"x":3}]]' | jq -c 'flatten, [paths], [.. | numbers], [leaf_paths], tostring, type, (try error("no") catch "caught \(.)"), (if length == 2 then "two" else "many" end), (. as [$p, [$q]] | $p + $q), (reduce .[] as $n (0; . + 1))'
[1,2,{"x":3}]
[[0],[1],[1,0],[1,1],[1,1,"x"]]
[1,2,3]
[[0],[1,0],[1,1,"x"]]
"[1,[2,{\"x\":3}]]"
"array"
"caught no"
"two"
3
2
