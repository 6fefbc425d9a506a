# Each match with its counter: what of the same pings it counts
$ ip netns add a
$ ip link add ra type veth peer name eth0 netns a
$ ip addr add 10.1.0.1/24 dev ra; ip link set ra up; ip link set lo up
$ ip -n a addr add 10.1.0.2/24 dev eth0; ip -n a link set eth0 up; ip -n a link set lo up; ip -n a route add default via 10.1.0.1
$ ip netns exec a ping -c1 -W1 10.1.0.1 | head -2
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.
64 bytes from 10.1.0.1: icmp_seq=1 ttl=64 time=0.041 ms
$ iptables -A INPUT -p icmp -m statistic --mode nth --every 4 --packet 1
$ iptables -A INPUT -p icmp -m statistic ! --mode nth --every 4 --packet 1
iptables v1.8.9 (nf_tables): statistic: option "--mode" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp -m string --algo bm --string '!"#$' 
$ iptables -A INPUT -p icmp -m string --algo kmp --string '!"#$' --from 60
$ iptables -A INPUT -p icmp -m string --algo kmp --string '!"#$' --from 61
$ iptables -A INPUT -p icmp -m string --algo kmp --string '!"#$' --to 60
$ iptables -A INPUT -p icmp -m string --algo kmp --string '!"#$' --to 59
$ iptables -A INPUT -p icmp -m string --algo kmp --string 'GHI' --from 20 --to 2000
$ iptables -A INPUT -p icmp -m length --length 84:90
$ iptables -A INPUT -p icmp -m length ! --length 85:
$ iptables -A INPUT -p icmp -m ttl --ttl-gt 63
$ iptables -A INPUT -p icmp -m ttl ! --ttl-eq 63
$ iptables -A INPUT -p icmp -m tos --tos 0x10
$ iptables -A INPUT -p icmp -m dscp --dscp-class CS1
$ iptables -A INPUT -p icmp -m iprange --src-range 10.1.0.2-10.1.0.9
$ iptables -A INPUT -p icmp -m iprange ! --dst-range 10.1.0.2-10.1.0.9
$ iptables -A INPUT -p icmp -m addrtype --src-type UNICAST --dst-type LOCAL
$ iptables -A INPUT -p icmp -m addrtype ! --dst-type LOCAL,BROADCAST
$ iptables -A INPUT -p icmp -m pkttype --pkt-type unicast
$ iptables -A INPUT -p icmp -m pkttype --pkt-type broadcast
$ iptables -A INPUT -p icmp -m time --timestart 00:00 --timestop 23:59:59
$ iptables -A INPUT -p icmp -m mark --mark 0
$ iptables -A INPUT -p icmp -m mark ! --mark 0/0xf
$ iptables -A INPUT -f
$ iptables -A INPUT ! -f
$ iptables -A INPUT -p udp
$ iptables -A INPUT ! -p udp
$ iptables -A INPUT -s 10.1.0.0/255.255.0.255
$ iptables -A INPUT ! -i ra
$ iptables -A INPUT -i r+
$ iptables -A INPUT -i +
$ iptables -A INPUT -m physdev --physdev-in x
$ iptables -A INPUT -m physdev ! --physdev-in x
$ iptables -A INPUT -m physdev ! --physdev-is-in
$ ip netns exec a ping -c4 -i 0.2 -W1 10.1.0.1 >/dev/null
$ ip netns exec a ping -c4 -i 0.5 -W1 10.1.0.1 >/dev/null
$ ip netns exec a ping -c1 -W1 -s 3000 10.1.0.1 >/dev/null
$ ip netns exec a ping -b -c1 -W1 10.1.0.255 >/dev/null 2>&1
[1]
$ ping -c1 -W1 10.1.0.1 >/dev/null
$ ip netns exec a ping -Q 0x20 -c1 -W1 10.1.0.1 >/dev/null
$ iptables -nvxL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination         
       3      252            1    --  *      *       0.0.0.0/0            0.0.0.0/0            statistic mode nth every 4 packet 1
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "!\"#$" ALGO name bm
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "!\"#$" ALGO name kmp FROM 60
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "!\"#$" ALGO name kmp FROM 61
       0        0            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "!\"#$" ALGO name kmp TO 60
       0        0            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "!\"#$" ALGO name kmp TO 59
       1     3028            1    --  *      *       0.0.0.0/0            0.0.0.0/0            STRING match  "GHI" ALGO name kmp FROM 20 TO 2000
      12     1008            1    --  *      *       0.0.0.0/0            0.0.0.0/0            length 84:90
      12     1008            1    --  *      *       0.0.0.0/0            0.0.0.0/0            length !85:65535
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            TTL match TTL > 63
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            TTL match TTL != 63
       0        0            1    --  *      *       0.0.0.0/0            0.0.0.0/0            tos match0x10/0xff
       1       84            1    --  *      *       0.0.0.0/0            0.0.0.0/0            DSCP match 0x08
      11     3868            1    --  *      *       0.0.0.0/0            0.0.0.0/0            source IP range 10.1.0.2-10.1.0.9
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            destination IP range ! 10.1.0.2-10.1.0.9
      10     3784            1    --  *      *       0.0.0.0/0            0.0.0.0/0            ADDRTYPE match src-type UNICAST dst-type LOCAL
       0        0            1    --  *      *       0.0.0.0/0            0.0.0.0/0            ADDRTYPE match dst-type !LOCAL,BROADCAST
      12     3952            1    --  *      *       0.0.0.0/0            0.0.0.0/0            PKTTYPE = unicast
       1       84            1    --  *      *       0.0.0.0/0            0.0.0.0/0            PKTTYPE = broadcast
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            TIME UTC
      13     4036            1    --  *      *       0.0.0.0/0            0.0.0.0/0            mark match 0x0
       0        0            1    --  *      *       0.0.0.0/0            0.0.0.0/0            mark match ! 0x0/0xf
       0        0            0    -f  *      *       0.0.0.0/0            0.0.0.0/0           
      13     4036            0    !f  *      *       0.0.0.0/0            0.0.0.0/0           
       0        0            17   --  *      *       0.0.0.0/0            0.0.0.0/0           
      13     4036           !17   --  *      *       0.0.0.0/0            0.0.0.0/0           
       0        0            0    --  *      *       10.1.0.0/255.255.0.255  0.0.0.0/0           
       2      168            0    --  !ra    *       0.0.0.0/0            0.0.0.0/0           
      11     3868            0    --  r+     *       0.0.0.0/0            0.0.0.0/0           
      13     4036            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
       0        0            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in x
      13     4036            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match ! --physdev-in x
      13     4036            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match ! --physdev-is-in
$ iptables -t mangle -A PREROUTING -j DSCP --set-dscp 10; iptables -t mangle -A PREROUTING -m dscp --dscp 10; iptables -t mangle -A PREROUTING -j TOS --set-tos 0x08;iptables -t mangle -A PREROUTING -m tos --tos 0x08; iptables -t mangle -A PREROUTING -j MARK --set-xmark 0x5/0x7; iptables -t mangle -A PREROUTING -j MARK --or-mark 0x10;iptables -t mangle -A PREROUTING -j MARK --and-mark 0xfe; iptables -t mangle -A PREROUTING -m mark --mark 0x14
$ ip netns exec a ping -c1 -W1 10.1.0.1; iptables -t mangle -nvL PREROUTING
PING 10.1.0.1 (10.1.0.1) 56(84) bytes of data.
64 bytes from 10.1.0.1: icmp_seq=1 ttl=64 time=0.058 ms

--- 10.1.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.058/0.058/0.058/0.000 ms
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84 DSCP       0    --  *      *       0.0.0.0/0            0.0.0.0/0            DSCP set 0x0a
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            DSCP match 0x0a
    1    84 TOS        0    --  *      *       0.0.0.0/0            0.0.0.0/0            TOS set 0x08/0xff
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            tos match0x08/0xff
    1    84 MARK       0    --  *      *       0.0.0.0/0            0.0.0.0/0            MARK xset 0x5/0x7
    1    84 MARK       0    --  *      *       0.0.0.0/0            0.0.0.0/0            MARK or 0x10
    1    84 MARK       0    --  *      *       0.0.0.0/0            0.0.0.0/0            MARK and 0xfe
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            mark match 0x14
