#! world: bare
# Why a connection does not come about.
$ ip netns add red; ip link add veth0 type veth peer name eth0 netns red
$ ip addr add 10.0.0.1/24 dev veth0; ip link set veth0 up; ip link set lo up
$ ip -n red addr add 10.0.0.2/24 dev eth0; ip -n red link set eth0 up; sleep 1
$ nc -vz 10.0.0.2 80; echo $?
nc: connect to 10.0.0.2 port 80 (tcp) failed: Connection refused
1
$ nc -vz 10.0.0.9 80; echo $?
nc: connect to 10.0.0.9 port 80 (tcp) failed: No route to host
1
$ nc -vz -w 1 10.0.0.8 80; echo $?
nc: connect to 10.0.0.8 port 80 (tcp) timed out: Operation now in progress
1
$ nc -vz 10.1.0.1 80; echo $?
nc: connect to 10.1.0.1 port 80 (tcp) failed: Network is unreachable
1
$ ip route add unreachable 10.2.0.0/16; nc -vz 10.2.0.1 80; echo $?
nc: connect to 10.2.0.1 port 80 (tcp) failed: No route to host
1
$ ip route add prohibit 10.3.0.0/16; nc -vz 10.3.0.1 80; echo $?
nc: connect to 10.3.0.1 port 80 (tcp) failed: Permission denied
1
$ ip route add blackhole 10.4.0.0/16; nc -vz 10.4.0.1 80; echo $?
nc: connect to 10.4.0.1 port 80 (tcp) failed: Invalid argument
1
$ nc -vz 10.0.0.255 80; echo $?
nc: connect to 10.0.0.255 port 80 (tcp) failed: Network is unreachable
1
$ ip netns exec red nc -lk 80 & sleep 0.3
$ nc -vz 10.0.0.2 80; echo $?
Connection to 10.0.0.2 80 port [tcp/http] succeeded!
0
$ ip netns exec red ss -tln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          
$ ip netns exec red netstat -tln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
tcp        0      0 0.0.0.0:80              0.0.0.0:*               LISTEN     
