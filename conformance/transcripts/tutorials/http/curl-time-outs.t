# Nobody answers: what curl says, and how its meter counts the seconds.
#! world: bare
$ ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up; ip addr add 10.0.0.1/24 dev v0
$ ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:01 dev v0
$ ms() { sed -E 's/after [0-9]+ milli/after N milli/; s/after [0-9]+ ms/after N ms/'; }
$ curl -m 2 http://10.0.0.2 2>&1 | ms
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0  0     0    0     0    0     0      0      0 --:--:--  0:00:01 --:--:--     0  0     0    0     0    0     0      0      0 --:--:--  0:00:02 --:--:--     0
curl: (28) Connection timed out after N milliseconds
$ curl -v -sS --connect-timeout 1 http://10.0.0.2 2>&1 | ms; echo ${PIPESTATUS[0]}
*   Trying 10.0.0.2:80...
* ipv4 connect timeout after 1000ms, move on!
* Failed to connect to 10.0.0.2 port 80 after N ms: Timeout was reached
* Closing connection 0
curl: (28) Failed to connect to 10.0.0.2 port 80 after N ms: Timeout was reached
28
$ (timeout 5 nc -l -p 88 >/dev/null) & sleep 0.2
$ curl -v -sS -m 1 http://127.0.0.1:88/ 2>&1 | ms
*   Trying 127.0.0.1:88...
* Connected to 127.0.0.1 (127.0.0.1) port 88 (#0)
\> GET / HTTP/1.1
\> Host: 127.0.0.1:88
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* Operation timed out after N milliseconds with 0 bytes received
* Closing connection 0
curl: (28) Operation timed out after N milliseconds with 0 bytes received
$ (printf 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc' | timeout 5 nc -l -p 89 >/dev/null) & sleep 0.2
$ curl -sS -m 1 http://127.0.0.1:89/ 2>&1 | ms
curl: (28) Operation timed out after N milliseconds with 3 out of 10 bytes received
abc
$ curl -sv -m 1 http://10.9.9.9/; echo $?
*   Trying 10.9.9.9:80...
* Immediate connect fail for 10.9.9.9: Network is unreachable
* Failed to connect to 10.9.9.9 port 80 after 0 ms: Couldn't connect to server
* Closing connection 0
7
$ curl -sS -m 1 http://10.0.0.2 http://127.0.0.1:1 2>&1 | ms
curl: (28) Connection timed out after N milliseconds
curl: (7) Failed to connect to 127.0.0.1 port 1 after N ms: Couldn't connect to server
