# What kube-proxy writes, by hand: a service of two pods on two nodes
# kube-proxy by hand, two nodes
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link set lo up
$ for n in 1 2; do ip netns add node$n; done
$ ip link add n1 type veth peer name n2
$ ip link set n1 netns node1 name eth0; ip link set n2 netns node2 name eth0
$ for n in 1 2; do
>  N="ip netns exec node$n"
>  $N ip link set lo up; $N ip addr add 192.168.50.$n/24 dev eth0; $N ip link set eth0 up
>  $N ip link add cni0 type bridge; $N ip addr add 10.244.$n.1/24 dev cni0; $N ip link set cni0 up
>  $N sysctl -qw net.ipv4.ip_forward=1
>  for p in a b; do
>   ip netns add pod$n$p
>   ip link add veth$n$p type veth peer name eth0 netns pod$n$p
>   ip link set veth$n$p netns node$n; $N ip link set veth$n$p master cni0 up
>   ip netns exec pod$n$p ip link set lo up; ip netns exec pod$n$p ip link set eth0 up
>  done
> done
$ ip -n pod1a addr add 10.244.1.2/24 dev eth0; ip -n pod1b addr add 10.244.1.3/24 dev eth0
$ ip -n pod2a addr add 10.244.2.2/24 dev eth0; ip -n pod2b addr add 10.244.2.3/24 dev eth0
$ for p in 1a 1b; do ip -n pod$p route add default via 10.244.1.1; done
$ for p in 2a 2b; do ip -n pod$p route add default via 10.244.2.1; done
$ ip netns exec node1 ip route add 10.244.2.0/24 via 192.168.50.2
$ ip netns exec node2 ip route add 10.244.1.0/24 via 192.168.50.1
$ ip netns exec pod1a ping -c1 -q 10.244.2.2 | grep received
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip netns exec pod1a traceroute -n -q1 10.244.2.2
traceroute to 10.244.2.2 (10.244.2.2), 30 hops max, 60 byte packets
 1  10.244.1.1  0.032 ms
 2  192.168.50.2  0.012 ms
 3  10.244.2.2  0.015 ms
$ I="ip netns exec node1 iptables -t nat"
$ $I -N KUBE-SERVICES; $I -N KUBE-SVC-WEB; $I -N KUBE-SEP-1; $I -N KUBE-SEP-2; $I -N KUBE-MARK-MASQ; $I -N KUBE-POSTROUTING
$ $I -A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
$ $I -A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
$ $I -A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING
$ $I -A KUBE-MARK-MASQ -j MARK --or-mark 0x4000
$ $I -A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
$ $I -A KUBE-POSTROUTING -j MARK --xor-mark 0x4000
$ $I -A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully
$ $I -A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-WEB
$ $I -A KUBE-SERVICES -m comment --comment "kubernetes service nodeports; NOTE: this must be the last rule in this chain" -m addrtype --dst-type LOCAL -j KUBE-NODEPORTS
iptables v1.8.9 (nf_tables): Chain 'KUBE-NODEPORTS' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ $I -A KUBE-SVC-WEB ! -s 10.244.0.0/16 -d 10.96.0.10/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ
$ $I -A KUBE-SVC-WEB -m comment --comment "default/web -> 10.244.1.3:8080" -m statistic --mode nth --every 2 --packet 0 -j KUBE-SEP-1
$ $I -A KUBE-SVC-WEB -j KUBE-SEP-2
$ $I -A KUBE-SEP-1 -s 10.244.1.3/32 -j KUBE-MARK-MASQ
$ $I -A KUBE-SEP-1 -p tcp -m tcp -j DNAT --to-destination 10.244.1.3:8080
$ $I -A KUBE-SEP-2 -s 10.244.2.3/32 -j KUBE-MARK-MASQ
$ $I -A KUBE-SEP-2 -p tcp -j DNAT --to-destination 10.244.2.3:8080
$ (while true; do echo pod1b | ip netns exec pod1b nc -N -l 8080; done >/dev/null) & 
$ (while true; do echo pod2b | ip netns exec pod2b nc -N -l 8080; done >/dev/null) &
$ sleep 1
$ for i in 1 2 3 4; do ip netns exec pod1a nc -w 2 10.96.0.10 80 </dev/null; sleep 0.3; done
pod1b
pod2b
pod1b
pod2b
$ for i in 1 2; do ip netns exec node1 nc -w 2 10.96.0.10 80 </dev/null; sleep 0.3; done
$ ip netns exec pod1b nc -w 2 10.96.0.10 80 </dev/null; ip netns exec pod1b nc -w 2 10.96.0.10 80 </dev/null
pod2b
pod2b
$ $I -vnL
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    8   480 KUBE-SERVICES  0    --  *      *       0.0.0.0/0            0.0.0.0/0            /* kubernetes service portals */

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 KUBE-SERVICES  0    --  *      *       0.0.0.0/0            0.0.0.0/0            /* kubernetes service portals */

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    6   360 KUBE-POSTROUTING  0    --  *      *       0.0.0.0/0            0.0.0.0/0            /* kubernetes postrouting rules */

Chain KUBE-MARK-MASQ (3 references)
 pkts bytes target     prot opt in     out     source               destination         
    2   120 MARK       0    --  *      *       0.0.0.0/0            0.0.0.0/0            MARK or 0x4000

Chain KUBE-POSTROUTING (1 references)
 pkts bytes target     prot opt in     out     source               destination         
    6   360 RETURN     0    --  *      *       0.0.0.0/0            0.0.0.0/0            mark match ! 0x4000/0x4000
    0     0 MARK       0    --  *      *       0.0.0.0/0            0.0.0.0/0            MARK xor 0x4000
    0     0 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0            /* kubernetes service traffic requiring SNAT */ random-fully

Chain KUBE-SEP-1 (1 references)
 pkts bytes target     prot opt in     out     source               destination         
    2   120 KUBE-MARK-MASQ  0    --  *      *       10.244.1.3           0.0.0.0/0           
    4   240 DNAT       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp to:10.244.1.3:8080

Chain KUBE-SEP-2 (1 references)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 KUBE-MARK-MASQ  0    --  *      *       10.244.2.3           0.0.0.0/0           
    4   240 DNAT       6    --  *      *       0.0.0.0/0            0.0.0.0/0            to:10.244.2.3:8080

Chain KUBE-SERVICES (2 references)
 pkts bytes target     prot opt in     out     source               destination         
    8   480 KUBE-SVC-WEB  6    --  *      *       0.0.0.0/0            10.96.0.10           /* default/web cluster IP */ tcp dpt:80

Chain KUBE-SVC-WEB (1 references)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 KUBE-MARK-MASQ  6    --  *      *      !10.244.0.0/16        10.96.0.10           tcp dpt:80
    4   240 KUBE-SEP-1  0    --  *      *       0.0.0.0/0            0.0.0.0/0            /* default/web -> 10.244.1.3:8080 */ statistic mode nth every 2
    4   240 KUBE-SEP-2  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ ip netns exec node1 conntrack -L -p tcp 2>/dev/null | sed 's/[sd]port=[0-9]\{5\}/P/g; s/tcp      6 [0-9]*/tcp 6/' | sort
tcp 6 TIME_WAIT src=10.244.1.2 dst=10.96.0.10 P dport=80 src=10.244.1.3 dst=10.244.1.2 sport=8080 P [ASSURED] mark=0 use=1
tcp 6 TIME_WAIT src=10.244.1.2 dst=10.96.0.10 P dport=80 src=10.244.1.3 dst=10.244.1.2 sport=8080 P [ASSURED] mark=0 use=1
tcp 6 TIME_WAIT src=10.244.1.2 dst=10.96.0.10 P dport=80 src=10.244.2.3 dst=10.244.1.2 sport=8080 P [ASSURED] mark=0 use=1
tcp 6 TIME_WAIT src=10.244.1.2 dst=10.96.0.10 P dport=80 src=10.244.2.3 dst=10.244.1.2 sport=8080 P [ASSURED] mark=0 use=1
tcp 6 TIME_WAIT src=10.244.1.3 dst=10.96.0.10 P dport=80 src=10.244.2.3 dst=10.244.1.3 sport=8080 P [ASSURED] mark=0 use=1
tcp 6 TIME_WAIT src=10.244.1.3 dst=10.96.0.10 P dport=80 src=10.244.2.3 dst=10.244.1.3 sport=8080 P [ASSURED] mark=0 use=1
$ ip netns exec node1 iptables -A FORWARD -s 10.244.1.2 -d 10.244.2.3 -j REJECT
$ for i in 1 2 3 4; do ip netns exec pod1a nc -v -w 2 10.96.0.10 80 </dev/null; sleep 0.3; done
Connection to 10.96.0.10 80 port [tcp/http] succeeded!
pod1b
nc: connect to 10.96.0.10 port 80 (tcp) failed: Connection refused
Connection to 10.96.0.10 80 port [tcp/http] succeeded!
pod1b
nc: connect to 10.96.0.10 port 80 (tcp) failed: Connection refused
$ ip netns exec node1 iptables-save | sed 's/^#.*//; s/\[.*\]//'
\
*filter
:INPUT ACCEPT 
:FORWARD ACCEPT 
:OUTPUT ACCEPT 
-A FORWARD -s 10.244.1.2/32 -d 10.244.2.3/32 -j REJECT --reject-with icmp-port-unreachable
COMMIT


*nat
:PREROUTING ACCEPT 
:INPUT ACCEPT 
:OUTPUT ACCEPT 
:POSTROUTING ACCEPT 
:KUBE-MARK-MASQ - 
:KUBE-POSTROUTING - 
:KUBE-SEP-1 - 
:KUBE-SEP-2 - 
:KUBE-SERVICES - 
:KUBE-SVC-WEB - 
-A PREROUTING -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A OUTPUT -m comment --comment "kubernetes service portals" -j KUBE-SERVICES
-A POSTROUTING -m comment --comment "kubernetes postrouting rules" -j KUBE-POSTROUTING
-A KUBE-MARK-MASQ -j MARK --set-xmark 0x4000/0x4000
-A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
-A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0
-A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully
-A KUBE-SEP-1 -s 10.244.1.3/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-1 -p tcp -m tcp -j DNAT --to-destination 10.244.1.3:8080
-A KUBE-SEP-2 -s 10.244.2.3/32 -j KUBE-MARK-MASQ
-A KUBE-SEP-2 -p tcp -j DNAT --to-destination 10.244.2.3:8080
-A KUBE-SERVICES -d 10.96.0.10/32 -p tcp -m comment --comment "default/web cluster IP" -m tcp --dport 80 -j KUBE-SVC-WEB
-A KUBE-SVC-WEB ! -s 10.244.0.0/16 -d 10.96.0.10/32 -p tcp -m tcp --dport 80 -j KUBE-MARK-MASQ
-A KUBE-SVC-WEB -m comment --comment "default/web -> 10.244.1.3:8080" -m statistic --mode nth --every 2 --packet 0 -j KUBE-SEP-1
-A KUBE-SVC-WEB -j KUBE-SEP-2
COMMIT

$ ip netns exec pod2a ip neigh; ip netns exec node2 bridge fdb show br cni0 | grep -v permanent | wc -l
10.244.2.1 dev eth0 lladdr 02:44:2c:1f:84:09 REACHABLE 
2
$ kill %1 %2
