# nc over UDP and IPv6, listed by ss and netstat
$ ip netns add a
$ ip netns add r
$ ip netns add b
$ ip link add v0 netns a type veth peer name r0 netns r
$ ip link add v1 netns b type veth peer name r1 netns r
$ ip -n a link set v0 up
$ ip -n b link set v1 up
$ ip -n r link set r0 up
$ ip -n r link set r1 up
$ ip -n a addr add 2001:db8:1::1/64 dev v0 nodad
$ ip -n r addr add 2001:db8:1::ff/64 dev r0 nodad
$ ip -n b addr add 2001:db8:2::1/64 dev v1 nodad
$ ip -n r addr add 2001:db8:2::ff/64 dev r1 nodad
$ ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.forwarding = 1
$ ip -n a -6 route add default via 2001:db8:1::ff
$ ip -n b -6 route add default via 2001:db8:2::ff
$ sleep 2.5
$ ip netns exec b nc -6 -u -l -p 5000 > got &
$ sleep 0.2
$ ip netns exec b ss -uln
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
UNCONN 0      0                  *:5000            *:*          
$ ip netns exec b netstat -uln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
udp6       0      0 :::5000                 :::*                               
$ echo hello | ip netns exec a nc -6 -u -w 1 -p 4000 2001:db8:2::1 5000
$ ip netns exec b ss -un
Recv-Q Send-Q   Local Address:Port    Peer Address:PortProcess
0      0      [2001:db8:2::1]:5000 [2001:db8:1::1]:4000       
$ ip netns exec b netstat -un
Active Internet connections (w/o servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State      
udp6       0      0 2001:db8:2::1:5000      2001:db8:1::1:4000      ESTABLISHED
$ kill $!
$ cat got
hello
$ ip netns exec a nc -u -w 1 2001:db8:2::1 5999 < /dev/null
$ ip netns exec a nc -v -u -w 1 2001:db8:2::1 5999 < /dev/null
[1]
$ ip netns exec a nc -u -6 -w 1 10.0.0.1 5999 < /dev/null
nc: getaddrinfo for host "10.0.0.1" port 5999: Address family for hostname not supported
[1]
$ ip netns exec a nc -u -w 1 2001:db8:99::1 5999 < /dev/null
$ ip netns exec b nc -u -n -v -l 2001:db8:2::1 6000 > got &
$ sleep 0.2
Bound on 2001:db8:2::1 6000
$ ip netns exec b ss -Huln
UNCONN 0      0      [2001:db8:2::1]:6000 [::]:*
$ echo again | ip netns exec a nc -u -w 1 -s 2001:db8:1::1 -p 4001 2001:db8:2::1 6000
Connection received on 2001:db8:1::1 4001
$ sleep 0.2
$ kill $!
$ cat got
again
