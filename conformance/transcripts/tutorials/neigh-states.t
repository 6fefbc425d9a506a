# ip neigh: permanent, static entries, flush, and what they break
$ ip netns add peer
$ ip link add eth0 type veth peer name eth0 netns peer
$ ip link set eth0 up; ip -n peer link set eth0 up
$ ip addr add 10.0.0.1/24 dev eth0; ip -n peer addr add 10.0.0.2/24 dev eth0
$ ip neigh
$ ping -c 1 10.0.0.2 >/dev/null; ip neigh
10.0.0.2 dev eth0 lladdr 9e:a0:35:02:b3:2a REACHABLE 
$ ip -n peer neigh
10.0.0.1 dev eth0 lladdr ee:86:3b:3b:b1:0e DELAY 
$ ip neigh flush dev eth0
$ ip neigh
$ ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:99 dev eth0
$ ip neigh
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:99 PERMANENT 
$ ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:98 dev eth0
RTNETLINK answers: File exists
[2]
$ ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ip neigh flush all
$ ip neigh
10.0.0.2 dev eth0 lladdr 02:00:00:00:00:99 PERMANENT 
$ ip neigh flush nud permanent
$ ip neigh del 10.0.0.2 dev eth0
RTNETLINK answers: No such file or directory
[2]
$ ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.032 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ ip neigh del 10.0.0.2 dev eth0
$ ip neigh show nud failed
$ ip neigh
$ arp -n
$ arp -s 10.0.0.5 02:00:00:00:00:05
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.5                 ether   02:00:00:00:00:05   CM                    eth0
$ arp
Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.5                 ether   02:00:00:00:00:05   CM                    eth0
$ arp -a
? (10.0.0.5) at 02:00:00:00:00:05 [ether] PERM on eth0
$ arp -an
? (10.0.0.5) at 02:00:00:00:00:05 [ether] PERM on eth0
$ arp -e
Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.5                 ether   02:00:00:00:00:05   CM                    eth0
$ arp -d 10.0.0.5
$ arp -d 10.0.0.6
No ARP entry for 10.0.0.6
[255]
$ arp -n
$ arp -s 10.9.9.9 02:00:00:00:00:05
SIOCSARP: Network is unreachable
[255]
$ arp -s 10.0.0.7
arp: need hardware address
[255]
$ arp -s 10.0.0.7 zz:00:00:00:00:05
arp: invalid hardware address
[255]
$ arp -i eth0 -s 10.0.0.7 02:00:00:00:00:07
$ arp -i eth1 -n
arp: in 1 entries no match found.
$ arp -n 10.0.0.7
Address                  HWtype  HWaddress           Flags Mask            Iface
10.0.0.7                 ether   02:00:00:00:00:07   CM                    eth0
$ arp 10.0.0.8
10.0.0.8 (10.0.0.8) -- no entry
$ ip neigh show dev eth0
10.0.0.7 lladdr 02:00:00:00:00:07 PERMANENT 
$ ip -s neigh show 10.0.0.7 | cut -d' ' -f1-5
10.0.0.7 dev eth0 lladdr 02:00:00:00:00:07
$ ip neigh replace 10.0.0.7 lladdr 02:00:00:00:00:77 dev eth0 nud reachable
$ ip neigh change 10.0.0.8 lladdr 02:00:00:00:00:77 dev eth0
RTNETLINK answers: No such file or directory
[2]
$ ip neigh add 10.0.0.9 dev eth0
Error: No link layer address given.
[2]
$ ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:77
Device and destination are required arguments.
[255]
$ ip neigh add dev eth0 lladdr 02:00:00:00:00:77
Device and destination are required arguments.
[255]
$ ip neigh add 10.0.0.9 lladdr 02:00:00:00:00 dev eth0
Error: Invalid link address.
[2]
$ ip neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev eth0 nud stale
RTNETLINK answers: File exists
[2]
$ ip neigh show nud stale
$ ip neigh get 10.0.0.9 dev eth0
10.0.0.9 dev eth0 
$ ip link set eth0 down
$ ip neigh
$ ip link set eth0 up
$ ip neigh
