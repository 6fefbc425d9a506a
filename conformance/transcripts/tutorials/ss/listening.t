#! world: bare
# Which ports are listened on.
$ ip link set lo up
$ nc -lk 80 & sleep 0.2
$ ss -tln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ ss -tl
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      1            0.0.0.0:http      0.0.0.0:*          
$ ss -tlnH
LISTEN 0      1      0.0.0.0:80 0.0.0.0:*
$ ss -tuln
Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
tcp   LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ nc -lku 53 & sleep 0.2
$ ss -uln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
UNCONN 0      0            0.0.0.0:53        0.0.0.0:*          
$ ss -tuln
Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
udp   UNCONN 0      0            0.0.0.0:53        0.0.0.0:*          
tcp   LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ ss -tln sport = :80
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ ss -tln 'sport = :81'
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ ss -tln src 127.0.0.1
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ ss -4 -tln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ ss -6 -tln
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ ss -tn
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ ss -tn state bogus
ss: wrong state name: bogus
[255]
$ ss -Q 2>&1 | head -1
ss: invalid option -- 'Q'
$ ss -V
ss utility, iproute2-6.1.0
$ ss -N nosuch -tln
Cannot open network namespace "nosuch": No such file or directory
[1]
$ netstat -tln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN     
$ netstat -tuln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN     
udp        0      0 0.0.0.0:53              0.0.0.0:*                          
$ netstat -an | head -5
Active Internet connections (servers and established)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN     
udp        0      0 0.0.0.0:53              0.0.0.0:*                          
Active UNIX domain sockets (servers and established)
$ netstat -tl
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
tcp        0      0 0.0.0.0:http            0.0.0.0:*               LISTEN     
$ ss -wa
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ ss -x
Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
