#! world: bare
$ ip link set lo up
$ nc -lk 8080 >/dev/null & sleep 0.5
$ timeout 2 bash -c '</dev/tcp/127.0.0.1/8080' && echo open
open
$ timeout 2 bash -c '</dev/tcp/127.0.0.1/81' && echo open || echo closed
bash: connect: Connection refused
bash: line 1: /dev/tcp/127.0.0.1/81: Connection refused
closed
$ (echo > /dev/tcp/127.0.0.1/8080) 2>/dev/null && echo up || echo down
up
$ (echo > /dev/tcp/127.0.0.1/82) 2>/dev/null && echo up || echo down
down
$ bash -c 'exec 3<>/dev/tcp/10.9.9.9/81; echo $?; echo after'
bash: connect: Network is unreachable
bash: line 1: /dev/tcp/10.9.9.9/81: Network is unreachable
1
after
$ bash -c '</dev/tcp/127.0.0.1/bogus'
bash: line 1: bogus: Servname not supported for ai_socktype
bash: line 1: /dev/tcp/127.0.0.1/bogus: Invalid argument
[1]
$ bash -c '</dev/tcp/127.0.0.1'
bash: line 1: /dev/tcp/127.0.0.1: No such file or directory
[1]
$ bash -c '</dev/tcp//80'
bash: line 1: : Name or service not known
bash: line 1: /dev/tcp//80: Invalid argument
[1]
$ bash -c 'echo hi >/dev/udp/127.0.0.1/9999'
$ bash -c 'echo hi >/dev/udp/10.9.9.9/9999'
bash: connect: Network is unreachable
bash: line 1: /dev/udp/10.9.9.9/9999: Network is unreachable
[1]
$ for p in 80 8080 8081; do timeout 1 bash -c "</dev/tcp/127.0.0.1/$p" 2>/dev/null && echo "$p open" || echo "$p closed"; done
80 closed
8080 open
8081 closed
$ kill %1
$ { printf 'HTTP/1.0 200 OK\r\n\r\nhello\n' | nc -lN 8082 | tr -d '\r'; } & sleep 0.5
$ exec 3<>/dev/tcp/127.0.0.1/8082; printf 'GET / HTTP/1.0\r\n\r\n' >&3; sleep 0.3; cat <&3 | tr -d '\r'; exec 3>&-; wait
HTTP/1.0 200 OK

hello
GET / HTTP/1.0

