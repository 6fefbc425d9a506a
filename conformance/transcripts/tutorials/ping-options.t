# ping, option by option
$ ip netns add p
$ ip link add a type veth peer name b netns p
"type" is invalid lladdr.
[1]
$ ip link add dev va type veth peer name vb netns p
$ ip addr add 10.0.0.1/24 dev va; ip link set va up; ip link set lo up
$ ip -n p addr add 10.0.0.2/24 dev vb; ip -n p link set vb up; ip -n p link set lo up
$ ping -c 3 -i 0.2 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.034 ms
64 bytes from 10.0.0.2: icmp_seq=2 ttl=64 time=0.029 ms
64 bytes from 10.0.0.2: icmp_seq=3 ttl=64 time=0.044 ms

--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 405ms
rtt min/avg/max/mdev = 0.029/0.035/0.044/0.006 ms
$ ping -c 3 -i 0.2 -q 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
3 packets transmitted, 3 received, 0% packet loss, time 418ms
rtt min/avg/max/mdev = 0.017/0.029/0.039/0.009 ms
$ ping -c1 -s 1472 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1472(1500) bytes of data.
1480 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.022 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.022/0.022/0.022/0.000 ms
$ ping -c1 -s 0 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 0(28) bytes of data.
8 bytes from 10.0.0.2: icmp_seq=1 ttl=64

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

$ ping -c1 -s 8 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 8(36) bytes of data.
16 bytes from 10.0.0.2: icmp_seq=1 ttl=64

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms

$ ping -c1 -s 16 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 16(44) bytes of data.
24 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.014 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.014/0.014/0.014/0.000 ms
$ ping -c 1 -s 5000 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 5000(5028) bytes of data.
5008 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.031 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.031/0.031/0.031/0.000 ms
$ ping -c 1 -M do -s 1472 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1472(1500) bytes of data.
1480 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.013 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.013/0.013/0.013/0.000 ms
$ ping -c 1 -M do -s 1473 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 1473(1501) bytes of data.
ping: local error: message too long, mtu=1500

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -c 1 -s 65507 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 65507(65535) bytes of data.
65515 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.124 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.124/0.124/0.124/0.000 ms
$ ping -c 1 -s 65508 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 65508(65536) bytes of data.
ping: local error: message too long, mtu=1500

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms

[1]
$ ping -c 1 -s 70000 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 70000(70028) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -s -1 10.0.0.2
ping: invalid argument: '-1': out of range: 0 <= value <= 2147483647
[1]
$ ping -c 0 10.0.0.2
ping: invalid argument: '0': out of range: 1 <= value <= 9223372036854775807
[1]
$ ping -c x 10.0.0.2
ping: invalid argument: 'x'
[1]
$ ping -i 0.001 -c 2 10.0.0.2 | tail -3 | head -2
--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 6ms
$ ping -w 1 -q 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.014/0.014/0.014/0.000 ms
$ ping -c 1 -w 2 10.0.0.77
PING 10.0.0.77 (10.0.0.77) 56(84) bytes of data.

--- 10.0.0.77 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1014ms

[1]
$ ping -c 2 -W 1 10.0.0.77
PING 10.0.0.77 (10.0.0.77) 56(84) bytes of data.
From 10.0.0.1 icmp_seq=1 Destination Host Unreachable
From 10.0.0.1 icmp_seq=2 Destination Host Unreachable

--- 10.0.0.77 ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1022ms
pipe 2
[1]
$ ping -c 1 -t 5 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.024 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.024/0.024/0.024/0.000 ms
$ ping -c 1 -t 0 10.0.0.2
ping: cannot set unicast time-to-live: Invalid argument
[2]
$ ping -c 1 -t 300 10.0.0.2
ping: invalid argument: '300': out of range: 0 <= value <= 255
[1]
$ ping -c 1 -I va 10.0.0.2
PING 10.0.0.2 (10.0.0.2) from 10.0.0.1 va: 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.018 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.018/0.018/0.018/0.000 ms
$ ping -c 1 -I 10.0.0.1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) from 10.0.0.1 : 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.019 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.019/0.019/0.019/0.000 ms
$ ping -c 1 -I 10.0.0.9 10.0.0.2
ping: bind: Cannot assign requested address
[2]
$ ping -c 1 -I eth9 10.0.0.2
ping: SO_BINDTODEVICE eth9: No such device
[2]
$ ping -c 1 -n 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.015 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.015/0.015/0.015/0.000 ms
$ ping -c 1 -D 10.0.0.2 | tail -1 | cut -d= -f1
rtt min/avg/max/mdev 
$ ping -c 1 -p ff 10.0.0.2
PATTERN: 0xff
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.013 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.013/0.013/0.013/0.000 ms
$ ping -c 1 -Q 0x10 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.013 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.013/0.013/0.013/0.000 ms
$ ping -c 2 -f 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
. . 
--- 10.0.0.2 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.003/0.007/0.012/0.004 ms, ipg/ewma 0.028/0.010 ms
$ ping -c 1 -4 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.013 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.013/0.013/0.013/0.000 ms
$ ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.013 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.013/0.013/0.013/0.000 ms
$ ping -c 1 127.0.0.1
PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.012 ms

--- 127.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.012/0.012/0.012/0.000 ms
$ ping -c 1 127.1
PING 127.1 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.011 ms

--- 127.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.011/0.011/0.011/0.000 ms
$ ping -c 1 10.2
PING 10.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.014 ms

--- 10.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.014/0.014/0.014/0.000 ms
$ ping -c 1 0
PING 0 (127.0.0.1) 56(84) bytes of data.
64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.010 ms

--- 0 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.010/0.010/0.010/0.000 ms
$ ping
ping: usage error: Destination address required
[1]
$ ping 10.0.0.300
ping: 10.0.0.300: Temporary failure in name resolution
[2]
$ ping -c 1 nosuchhost
ping: nosuchhost: Temporary failure in name resolution
[2]
$ ping -c 1 -z 10.0.0.2
ping: invalid option -- 'z'

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
$ ping -c 1 10.0.0.255
ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules
[2]
$ ping -b -c 1 -W 1 10.0.0.255
WARNING: pinging broadcast address
PING 10.0.0.255 (10.0.0.255) 56(84) bytes of data.

--- 10.0.0.255 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -V
ping from iputils 20221126
libcap: yes, IDN: yes, NLS: no, error.h: yes, getrandom(): yes, __fpending(): yes
