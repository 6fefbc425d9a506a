# Into a file xtables-monitor writes what it traces at once, and what changes when there is a block of it.
$ ip link set lo up
$ iptables -t raw -A OUTPUT -p icmp -j TRACE
$ iptables -A OUTPUT -p icmp -j ACCEPT
$ (timeout 3 xtables-monitor -t > /tmp/t 2>&1 &) ; (timeout 3 xtables-monitor -e > /tmp/e 2>&1 &) ; (timeout 3 xtables-monitor -te > /tmp/te 2>&1 &) ; sleep 0.5
$ iptables -N A
$ ping -c1 127.0.0.1
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.067 ms

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.067/0.067/0.067/0.000 ms
$ iptables -N B
$ sleep 3
$ cat /tmp/t
PACKET: 2 5af8cd62 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35033 DF 
 TRACE: 2 5af8cd62 raw:OUTPUT:rule:0x2:CONTINUE  -4 -t raw -A OUTPUT -p icmp -j TRACE
 TRACE: 2 5af8cd62 raw:OUTPUT:policy:ACCEPT 
PACKET: 2 5af8cd62 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35033 DF 
 TRACE: 2 5af8cd62 filter:OUTPUT:rule:0x2:ACCEPT  -4 -t filter -A OUTPUT -p icmp -j ACCEPT
PACKET: 2 44a41460 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35034 
 TRACE: 2 44a41460 raw:OUTPUT:rule:0x2:CONTINUE  -4 -t raw -A OUTPUT -p icmp -j TRACE
 TRACE: 2 44a41460 raw:OUTPUT:policy:ACCEPT 
PACKET: 2 44a41460 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35034 
 TRACE: 2 44a41460 filter:OUTPUT:rule:0x2:ACCEPT  -4 -t filter -A OUTPUT -p icmp -j ACCEPT
$ cat /tmp/e
$ cat /tmp/te
 EVENT: -4 -t filter -N A
NEWGEN: GENID=4 PID=557692 NAME=iptables
PACKET: 2 5af8cd62 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35033 DF 
 TRACE: 2 5af8cd62 raw:OUTPUT:rule:0x2:CONTINUE  -4 -t raw -A OUTPUT -p icmp -j TRACE
 TRACE: 2 5af8cd62 raw:OUTPUT:policy:ACCEPT 
PACKET: 2 5af8cd62 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35033 DF 
 TRACE: 2 5af8cd62 filter:OUTPUT:rule:0x2:ACCEPT  -4 -t filter -A OUTPUT -p icmp -j ACCEPT
PACKET: 2 44a41460 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35034 
 TRACE: 2 44a41460 raw:OUTPUT:rule:0x2:CONTINUE  -4 -t raw -A OUTPUT -p icmp -j TRACE
 TRACE: 2 44a41460 raw:OUTPUT:policy:ACCEPT 
PACKET: 2 44a41460 OUT=lo SRC=127.0.0.1 DST=127.0.0.1 LEN=84 TOS=0x0 TTL=64 ID=35034 
 TRACE: 2 44a41460 filter:OUTPUT:rule:0x2:ACCEPT  -4 -t filter -A OUTPUT -p icmp -j ACCEPT
$ stdbuf
stdbuf: missing operand
Try 'stdbuf --help' for more information.
[125]
$ stdbuf -oQ ls
stdbuf: invalid mode ‘Q’
[125]
$ stdbuf -i L cat
stdbuf: line buffering stdin is meaningless
Try 'stdbuf --help' for more information.
[125]
$ stdbuf ls
stdbuf: you must specify a buffering mode option
Try 'stdbuf --help' for more information.
[125]
$ stdbuf -oL nosuch
stdbuf: failed to run command ‘nosuch’: No such file or directory
[127]
$ stdbuf -e Z cat
stdbuf: invalid mode ‘Z’: Value too large for defined data type
[125]
