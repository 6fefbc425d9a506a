# One host after another breaks; what ping prints with each set of options
$ ip link add br0 type bridge; ip link set br0 up; ip addr add 10.0.0.1/24 dev br0; ip link set lo up
$ for i in 2 3 4; do ip netns add h$i; ip link add v$i type veth peer name eth0 netns h$i; ip link set v$i master br0; ip link set v$i up; ip -n h$i addr add 10.0.0.$i/24 dev eth0; ip -n h$i link set eth0 up; done
$ for i in 2 3 4; do ping -c 1 -q 10.0.0.$i | grep received; done
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip -n h2 link set eth0 down
$ ip -n h3 addr flush dev eth0
$ ip netns exec h4 sysctl -w net.ipv4.icmp_echo_ignore_all=1
net.ipv4.icmp_echo_ignore_all = 1
$ ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 3 -i 0.5 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
3 packets transmitted, 0 received, 100% packet loss, time 1037ms

[1]
$ ping -c 3 -i 0.3 -q -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
3 packets transmitted, 0 received, 100% packet loss, time 626ms

[1]
$ ping -w 1 -i 0.5 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 502ms

[1]
$ ping -c 2 -w 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ sleep 3; ip neigh flush all; ping -c 2 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
From 10.0.0.1 icmp_seq=1 Destination Host Unreachable
From 10.0.0.1 icmp_seq=2 Destination Host Unreachable

--- 10.0.0.2 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1026ms
pipe 2
[1]
$ ping -c 1 -q 10.0.0.3
PING 10.0.0.3 (10.0.0.3) 56(84) bytes of data.

--- 10.0.0.3 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -O -c 3 -i 0.5 -W 1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
no answer yet for icmp_seq=1
no answer yet for icmp_seq=2

--- 10.0.0.4 ping statistics ---
3 packets transmitted, 0 received, 100% packet loss, time 1024ms

[1]
$ ping -c 2 -W 0.5 -i 0.2 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 208ms

[1]
$ ip netns exec h4 sysctl -qw net.ipv4.icmp_echo_ignore_all=0
$ ping -c 2 -i 0.2 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.039 ms
64 bytes from 10.0.0.4: icmp_seq=2 ttl=64 time=0.046 ms

--- 10.0.0.4 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 204ms
rtt min/avg/max/mdev = 0.039/0.042/0.046/0.003 ms
$ ping -c 2 -i 0.2 -s 100 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 100(128) bytes of data.
108 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.021 ms
108 bytes from 10.0.0.4: icmp_seq=2 ttl=64 time=0.047 ms

--- 10.0.0.4 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 202ms
rtt min/avg/max/mdev = 0.021/0.034/0.047/0.013 ms
$ ping -c 1 -s 2 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 2(30) bytes of data.
10 bytes from 10.0.0.4: icmp_seq=1 ttl=64

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

$ ping -c 1 -s 15 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 15(43) bytes of data.
23 bytes from 10.0.0.4: icmp_seq=1 ttl=64

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

$ ping -q -c 1 10.0.0.4 | head -1
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
$ ping -c 1 10.0.0.4 -q | tail -2 | head -1
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ping 10.0.0.4 -c 1 -i 0.2 | grep -c bytes
2
$ ping -c 1 -W 1 -I br0 10.0.0.4
PING 10.0.0.4 (10.0.0.4) from 10.0.0.1 br0: 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.015 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.015/0.015/0.015/0.000 ms
$ ping -c 1 -W 1 -I v4 10.0.0.4
ping: Warning: source address might be selected on device other than: v4
PING 10.0.0.4 (10.0.0.4) from 10.0.0.1 v4: 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 -I lo 10.0.0.4
ping: Warning: source address might be selected on device other than: lo
PING 10.0.0.4 (10.0.0.4) from 10.0.0.1 lo: 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 -I 127.0.0.1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) from 127.0.0.1 : 56(84) bytes of data.

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -I 10.0.0.1 10.0.0.4
PING 10.0.0.4 (10.0.0.4) from 10.0.0.1 : 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.037 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.037/0.037/0.037/0.000 ms
$ ping -c 1 -r 10.0.0.4
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.021 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.021/0.021/0.021/0.000 ms
$ ping -c 1 -W 1 -r 10.9.9.9
ping: connect: Network is unreachable
[2]
$ ping -c 1 -W 1 10.9.9.9
ping: connect: Network is unreachable
[2]
$ ping -A -c 2 -q 10.0.0.4 | head -1
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
$ ping -c 1 -W abc 10.0.0.4
ping: option argument contains garbage: abc
ping: this will become fatal error in the future
PING 10.0.0.4 (10.0.0.4) 56(84) bytes of data.
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64 time=0.018 ms

--- 10.0.0.4 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.018/0.018/0.018/0.000 ms
$ ping -c 1 -W -1 10.0.0.4
ping: bad linger time: -1
[2]
$ ping -c 1 -i 0 -q 10.0.0.4 | grep received
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ping -c1 -m 5 10.0.0.4 | grep received
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ping -4 -n -c 1 10.0.0.4 | grep ttl | cut -d' ' -f1-6
64 bytes from 10.0.0.4: icmp_seq=1 ttl=64
$ ping -h 2>&1 | head -4
\
Usage
  ping [options] <destination>

$ ping -c
ping: option requires an argument -- 'c'

Usage
  ping [options] <destination>

Options:
  <destination>      dns name or ip address
  -a                 use audible ping
  -A                 use adaptive ping
  -B                 sticky source address
  -c <count>         stop after <count> replies
  -C                 call connect() syscall on socket creation
  -D                 print timestamps
  -d                 use SO_DEBUG socket option
  -e <identifier>    define identifier for ping session, default is random for
                     SOCK_RAW and kernel defined for SOCK_DGRAM
                     Imply using SOCK_RAW (for IPv4 only for identifier 0)
  -f                 flood ping
  -h                 print help and exit
  -I <interface>     either interface name or address
  -i <interval>      seconds between sending each packet
  -L                 suppress loopback of multicast packets
  -l <preload>       send <preload> number of packages while waiting replies
  -m <mark>          tag the packets going out
  -M <pmtud opt>     define mtu discovery, can be one of <do|dont|want>
  -n                 no dns name resolution
  -O                 report outstanding replies
  -p <pattern>       contents of padding byte
  -q                 quiet output
  -Q <tclass>        use quality of service <tclass> bits
  -s <size>          use <size> as number of data bytes to be sent
  -S <size>          use <size> as SO_SNDBUF socket option value
  -t <ttl>           define time to live
  -U                 print user-to-user latency
  -v                 verbose output
  -V                 print version and exit
  -w <deadline>      reply wait <deadline> in seconds
  -W <timeout>       time to wait for response

IPv4 options:
  -4                 use IPv4
  -b                 allow pinging broadcast
  -R                 record route
  -T <timestamp>     define timestamp, can be one of <tsonly|tsandaddr|tsprespec>

IPv6 options:
  -6                 use IPv6
  -F <flowlabel>     define flow label, default is random
  -N <nodeinfo opt>  use icmp6 node info query, try <help> as argument

For more details see ping(8).
[2]
$ ping -c 1 ""
ping: : Name or service not known
[2]
$ ping -c 1 10.0.0.4/24
ping: 10.0.0.4/24: Name or service not known
[2]
$ ping -c 1 http://10.0.0.4
ping: http://10.0.0.4: Name or service not known
[2]
$ if ping -c 1 -W 1 10.0.0.4 > /dev/null; then echo reachable; else echo unreachable; fi
reachable
$ ! ping -c 1 -W 1 10.0.0.2 > /dev/null && echo "really down"
really down
$ for h in 2 3 4; do ping -c 1 -W 1 10.0.0.$h >/dev/null 2>&1; echo "10.0.0.$h: exit $?"; done
10.0.0.2: exit 1
10.0.0.3: exit 1
10.0.0.4: exit 0
