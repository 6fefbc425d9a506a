# BusyBox's network tools against its own web server
$ ip link set lo up
$ ip netns add web
$ ip -n web link set lo up
$ ip link add veth0 type veth peer name eth0 netns web
$ ip addr add 10.0.0.1/24 brd + dev veth0
$ ip link set veth0 up
$ ip -n web addr add 10.0.0.2/24 brd + dev eth0
$ ip -n web link set eth0 up
$ mkdir -p /tmp/www/d
$ echo hello > /tmp/www/index.html
$ ip netns exec web busybox httpd -p 80 -h /tmp/www
$ sleep 1
$ busybox ping -c 2 10.0.0.2 | grep -v round-trip
PING 10.0.0.2 (10.0.0.2): 56 data bytes
64 bytes from 10.0.0.2: seq=0 ttl=64 time=0.146 ms
64 bytes from 10.0.0.2: seq=1 ttl=64 time=0.098 ms

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 packets received, 0% packet loss
$ busybox ping -c 1 -W 1 10.0.0.9 | grep -v round-trip
PING 10.0.0.9 (10.0.0.9): 56 data bytes

--- 10.0.0.9 ping statistics ---
1 packets transmitted, 0 packets received, 100% packet loss
$ busybox ping -c 1 8.8.8.8 | grep -v round-trip
ping: sendto: Network is unreachable
PING 8.8.8.8 (8.8.8.8): 56 data bytes
$ busybox ping -q -c 1 -s 100 10.0.0.2 | grep -v round-trip
PING 10.0.0.2 (10.0.0.2): 100 data bytes

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
$ busybox wget -qO- http://10.0.0.2/
hello
$ busybox wget -O /tmp/page http://10.0.0.2/
Connecting to 10.0.0.2 (10.0.0.2:80)
saving to '/tmp/page'
page                 100% |********************************|     6  0:00:00 ETA
'/tmp/page' saved
$ busybox wget http://10.0.0.2/nosuch
Connecting to 10.0.0.2 (10.0.0.2:80)
wget: server returned error: HTTP/1.1 404 Not Found
[1]
$ busybox wget -qO- http://10.0.0.2:81/
wget: can't connect to remote host (10.0.0.2): Connection refused
[1]
$ busybox wget --spider http://10.0.0.2/
Connecting to 10.0.0.2 (10.0.0.2:80)
remote file exists
$ printf 'GET /nosuch HTTP/1.0\r\n\r\n' | busybox nc 10.0.0.2 80 | grep -v Date
HTTP/1.1 404 Not Found
Connection: close
Content-type: text/html

<HTML><HEAD><TITLE>404 Not Found</TITLE></HEAD>
<BODY><H1>404 Not Found</H1>
The requested URL was not found
</BODY></HTML>
$ busybox nc 10.0.0.2 81
nc: can't connect to remote host (10.0.0.2): Connection refused
[1]
$ busybox nc -z 10.0.0.2 80
nc: invalid option -- 'z'
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: nc [-iN] [-wN] [-l] [-p PORT] [-f FILE|IPADDR PORT] [-e PROG]

Open a pipe to IP:PORT or FILE

	-l	Listen mode, for inbound connects
		(use -ll with -e for persistent server)
	-p PORT	Local port
	-w SEC	Connect timeout
	-i SEC	Delay interval for lines sent
	-f FILE	Use file (ala /dev/ttyS0) instead of network
	-e PROG	Run PROG after connect
[1]
$ ip netns exec web busybox netstat -tln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       
tcp        0      0 :::80                   :::*                    LISTEN      
$ ip netns exec web busybox httpd -f -p 80
httpd: bind: Address already in use
[1]
$ busybox route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 veth0
$ busybox route add default gw 10.0.0.2
$ busybox route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         10.0.0.2        0.0.0.0         UG    0      0        0 veth0
10.0.0.0        *               255.255.255.0   U     0      0        0 veth0
$ busybox route add default gw 10.0.0.2
route: SIOCADDRT: File exists
[1]
$ busybox traceroute -n -q 1 10.0.0.2
traceroute to 10.0.0.2 (10.0.0.2), 30 hops max, 46 byte packets
 1  10.0.0.2  0.004 ms
$ busybox ifconfig lo | head -4
lo        Link encap:Local Loopback  
          inet addr:127.0.0.1  Mask:255.0.0.0
          inet6 addr: ::1/128 Scope:Host
          UP LOOPBACK RUNNING  MTU:65536  Metric:1
$ busybox ifconfig nosuch
ifconfig: nosuch: error fetching interface information: Device not found
[1]
$ busybox brctl addbr br0
$ busybox brctl addbr br0
brctl: bridge br0: File exists
[1]
$ busybox brctl addif br0 nosuch
brctl: iface nosuch: No such device
[1]
$ busybox ps | grep 'http[d]' | sed 's/^ *[0-9]*//'
 root     busybox httpd -p 80 -h /tmp/www
