#! world: lan
$ telnet 192.168.1.1 80
telnet: Unable to connect to remote host: Connection refused
Trying 192.168.1.1...
[1]
$ telnet 192.168.1.99 80
telnet: Unable to connect to remote host: No route to host
Trying 192.168.1.99...
[1]
$ telnet 10.99.99.99 nosuch
Server lookup failure:  10.99.99.99:nosuch, Servname not supported for ai_socktype
[1]
$ telnet nosuch.example 80
Server lookup failure:  nosuch.example:80, Temporary failure in name resolution
[1]
$ telnet localhost 81
Connection failed: Connection refused
telnet: Unable to connect to remote host: Connection refused
Trying ::1...
Trying 127.0.0.1...
[1]
$ telnet -6 localhost 81
telnet: Unable to connect to remote host: Connection refused
Trying ::1...
[1]
$ telnet -6 127.0.0.1 81
Server lookup failure:  127.0.0.1:81, Address family for hostname not supported
[1]
$ telnet 127.0.0.1 99999
Port number 99999 is out of range.
[1]
$ telnet 127.0.0.1 80 90
telnet: too many arguments
[1]
$ telnet -Z
telnet: invalid option -- 'Z'
Try 'telnet --help' or 'telnet --usage' for more information.
[64]
pc$ python3 -m http.server 80 >/dev/null 2>&1 & sleep 1
$ telnet 192.168.1.11 80
Trying 192.168.1.11...
Connected to 192.168.1.11.
Escape character is '^]'.
Connection closed by foreign host.
$ (echo GET /nosuch; sleep 0.5) | telnet 192.168.1.11 80 | grep -i -e escape -e title
Connection closed by foreign host.
Escape character is '^]'.
$ telnet 192.168.1.11 http </dev/null
Trying 192.168.1.11...
Connected to 192.168.1.11.
Escape character is '^]'.
Connection closed by foreign host.
$ ip route del default
$ telnet 8.8.8.8 53
telnet: Unable to connect to remote host: Network is unreachable
Trying 8.8.8.8...
[1]
