#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1
$ ip link add br0 type bridge; ip link set br0 up; ip addr add 10.5.0.1/24 dev br0; ip link set lo up
$ for n in 2 3; do ip netns add c$n; ip link add v$n type veth peer name eth0 netns c$n; ip link set v$n master br0 up; ip -n c$n link set lo up; ip -n c$n link set eth0 up; ip -n c$n addr add 10.5.0.$n/24 dev eth0; ip -n c$n route add default via 10.5.0.1; done; sleep 0.5
$ ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ sysctl net.bridge
net.bridge.bridge-nf-call-arptables = 1
net.bridge.bridge-nf-call-ip6tables = 1
net.bridge.bridge-nf-call-iptables = 1
net.bridge.bridge-nf-filter-pppoe-tagged = 0
net.bridge.bridge-nf-filter-vlan-tagged = 0
net.bridge.bridge-nf-pass-vlan-input-dev = 0
# A bridged packet comes through FORWARD.
$ iptables -A FORWARD -i br0 -o br0; iptables -A FORWARD -i v2; iptables -A FORWARD -m physdev --physdev-in v2; iptables -A FORWARD -m physdev --physdev-in v2 --physdev-out v3; iptables -A FORWARD -m physdev --physdev-is-bridged
$ ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans; iptables -nvL FORWARD
1 packets transmitted, 1 received, 0% packet loss, time 0ms
Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    2   168            0    --  br0    br0     0.0.0.0/0            0.0.0.0/0           
    0     0            0    --  v2     *       0.0.0.0/0            0.0.0.0/0           
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in v2
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in v2 --physdev-out v3
    2   168            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-bridged
$ iptables -t mangle -A PREROUTING -p icmp; iptables -t mangle -A POSTROUTING -p icmp; iptables -t mangle -A INPUT -m physdev --physdev-in v2; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.1 | grep trans; iptables -t mangle -nvL
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    3   252            1    --  *      *       0.0.0.0/0            0.0.0.0/0           

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1    84            0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-in v2

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    3   252            1    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ iptables -P FORWARD DROP; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.1 | grep trans; ip netns exec c2 arping -c 1 -I eth0 10.5.0.3 | grep -c reply
1 packets transmitted, 0 received, 100% packet loss, time 0ms
1 packets transmitted, 1 received, 0% packet loss, time 0ms
1
$ sysctl -w net.bridge.bridge-nf-call-iptables=0; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans
net.bridge.bridge-nf-call-iptables = 0
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ ip link set br0 type bridge nf_call_iptables 1; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.3 | grep trans; ip link set br0 type bridge nf_call_iptables 0
1 packets transmitted, 0 received, 100% packet loss, time 0ms
$ sysctl -w net.bridge.bridge-nf-call-iptables=7; iptables -P FORWARD ACCEPT; iptables -F; iptables -t mangle -F
net.bridge.bridge-nf-call-iptables = 7
# To a neighbour on the same bridge, but not where nobody forwards.
$ iptables -t nat -A PREROUTING -d 10.5.0.1 -p icmp -j DNAT --to-destination 10.5.0.3; ip netns exec c2 ping -c 2 -i 0.2 -W 1 10.5.0.1 | sed 's/time.*//' | head -3; conntrack -L
PING 10.5.0.1 (10.5.0.1) 56(84) bytes of data.

--- 10.5.0.1 ping statistics ---
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ sysctl -w net.ipv4.ip_forward=1; conntrack -F; ip netns exec c2 ping -c 2 -i 0.2 -W 1 10.5.0.1 | sed 's/time.*//' | head -3; conntrack -L
net.ipv4.ip_forward = 1
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
PING 10.5.0.1 (10.5.0.1) 56(84) bytes of data.
64 bytes from 10.5.0.1: icmp_seq=1 ttl=64 
64 bytes from 10.5.0.1: icmp_seq=2 ttl=64 
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.5.0.2 dst=10.5.0.1 type=8 code=0 id=77 src=10.5.0.3 dst=10.5.0.2 type=0 code=0 id=77 mark=0 use=1
$ ip netns exec c2 ip neigh | awk '{print $1, $NF}' | sort; conntrack -F; sysctl -w net.bridge.bridge-nf-call-iptables=0; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.1 | grep trans
10.5.0.1 REACHABLE
10.5.0.3 REACHABLE
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
net.bridge.bridge-nf-call-iptables = 0
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ sysctl -w net.ipv4.ip_forward=1; conntrack -F; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.1 | grep trans; iptables -t nat -A POSTROUTING -s 10.5.0.0/24 -d 10.5.0.0/24 -j MASQUERADE; conntrack -F; ip netns exec c2 ping -c 1 -W 1 -q 10.5.0.1 | grep trans; conntrack -L
net.ipv4.ip_forward = 1
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.5.0.2 dst=10.5.0.1 type=8 code=0 id=94 src=10.5.0.3 dst=10.5.0.1 type=0 code=0 id=94 mark=0 use=1
# To oneself: the port has to turn frames back.
$ sysctl -qw net.bridge.bridge-nf-call-iptables=1; conntrack -F; ip netns exec c3 ping -c 1 -W 1 -q 10.5.0.1 | grep trans; ip link set v3 type bridge_slave hairpin on; conntrack -F; ip netns exec c3 ping -c 1 -W 1 -q 10.5.0.1 | grep trans
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 0 received, 100% packet loss, time 0ms
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ iptables -t nat -F; iptables -A FORWARD -m conntrack --ctstate NEW; conntrack -F; ip netns exec c2 ping -c 1 -W 1 -s 4000 -q 10.5.0.3 | grep trans; iptables -nvL FORWARD; conntrack -L
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
1 packets transmitted, 1 received, 0% packet loss, time 0ms
Chain FORWARD (policy ACCEPT 12 packets, 8896 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    1  4028            0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate NEW
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
icmp     1 29 src=10.5.0.2 dst=10.5.0.3 type=8 code=0 id=108 src=10.5.0.3 dst=10.5.0.2 type=0 code=0 id=108 mark=0 use=1
