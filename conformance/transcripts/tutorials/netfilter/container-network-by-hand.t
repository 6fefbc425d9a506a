# A container network by hand: two namespaces, a bridge, masquerade, a published port; then a firewall
# container networking from scratch
$ ip link set lo up
$ ip netns add netns0
$ ip link add veth0 type veth peer name ceth0
$ ip link set veth0 up
$ ip link set ceth0 netns netns0
$ ip addr add 172.18.0.11/16 dev veth0
$ ip netns exec netns0 ip link set lo up
$ ip netns exec netns0 ip link set ceth0 up
$ ip netns exec netns0 ip addr add 172.18.0.10/16 dev ceth0
$ ip netns exec netns0 ping -c 2 172.18.0.11
PING 172.18.0.11 (172.18.0.11) 56(84) bytes of data.
64 bytes from 172.18.0.11: icmp_seq=1 ttl=64 time=0.043 ms
64 bytes from 172.18.0.11: icmp_seq=2 ttl=64 time=0.043 ms

--- 172.18.0.11 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1024ms
rtt min/avg/max/mdev = 0.043/0.043/0.043/0.000 ms
$ ping -c 2 172.18.0.10
PING 172.18.0.10 (172.18.0.10) 56(84) bytes of data.
64 bytes from 172.18.0.10: icmp_seq=1 ttl=64 time=0.020 ms
64 bytes from 172.18.0.10: icmp_seq=2 ttl=64 time=0.044 ms

--- 172.18.0.10 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1003ms
rtt min/avg/max/mdev = 0.020/0.032/0.044/0.012 ms
$ ip netns add netns1
$ ip link add veth1 type veth peer name ceth1
$ ip link set ceth1 netns netns1
$ ip link set veth1 up
$ ip addr add 172.18.0.21/16 dev veth1
$ nsenter --net=/run/netns/netns1 ip link set lo up
$ nsenter --net=/run/netns/netns1 ip link set ceth1 up
$ nsenter --net=/run/netns/netns1 ip addr add 172.18.0.20/16 dev ceth1
$ nsenter --net=/run/netns/netns1 ping -c 2 172.18.0.21
PING 172.18.0.21 (172.18.0.21) 56(84) bytes of data.

--- 172.18.0.21 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1016ms

[1]
$ nsenter --net=/run/netns/netns1 ping -c 2 -W1 172.18.0.11
PING 172.18.0.11 (172.18.0.11) 56(84) bytes of data.

--- 172.18.0.11 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1002ms

[1]
$ ip route
172.18.0.0/16 dev veth0 proto kernel scope link src 172.18.0.11 
172.18.0.0/16 dev veth1 proto kernel scope link src 172.18.0.21 
$ ip addr del 172.18.0.11/16 dev veth0; ip addr del 172.18.0.21/16 dev veth1
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link set veth0 master br0
$ ip link set veth1 master br0
$ nsenter --net=/run/netns/netns0 ping -c 2 172.18.0.20
PING 172.18.0.20 (172.18.0.20) 56(84) bytes of data.
64 bytes from 172.18.0.20: icmp_seq=1 ttl=64 time=0.064 ms
64 bytes from 172.18.0.20: icmp_seq=2 ttl=64 time=0.060 ms

--- 172.18.0.20 ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1015ms
rtt min/avg/max/mdev = 0.060/0.062/0.064/0.002 ms
$ ip netns exec netns0 ip neigh
172.18.0.11 dev ceth0 lladdr 4e:f8:cc:45:80:d4 REACHABLE 
172.18.0.20 dev ceth0 lladdr ee:d2:83:9e:f6:11 REACHABLE 
$ ip addr add 172.18.0.1/16 dev br0
$ ip route
172.18.0.0/16 dev br0 proto kernel scope link src 172.18.0.1 
$ nsenter --net=/run/netns/netns0 ip route add default via 172.18.0.1
$ nsenter --net=/run/netns/netns1 ip route add default via 172.18.0.1
$ cat /proc/sys/net/ipv4/ip_forward
0
$ iptables -t nat -A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
$ iptables -t nat -A PREROUTING -d 10.0.2.15 -p tcp -m tcp --dport 5000 -j DNAT --to-destination 172.18.0.10:5000
$ iptables -t nat -A OUTPUT -d 10.0.2.15 -p tcp -m tcp --dport 5000 -j DNAT --to-destination 172.18.0.10:5000
$ iptables-save | grep -v '^#'
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -d 10.0.2.15/32 -p tcp -m tcp --dport 5000 -j DNAT --to-destination 172.18.0.10:5000
-A OUTPUT -d 10.0.2.15/32 -p tcp -m tcp --dport 5000 -j DNAT --to-destination 172.18.0.10:5000
-A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
COMMIT
$ iptables -t nat -L -n -v
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DNAT       6    --  *      *       0.0.0.0/0            10.0.2.15            tcp dpt:5000 to:172.18.0.10:5000

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DNAT       6    --  *      *       0.0.0.0/0            10.0.2.15            tcp dpt:5000 to:172.18.0.10:5000

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 MASQUERADE  0    --  *      !br0    172.18.0.0/16        0.0.0.0/0           
$ iptables -t nat -L --line-numbers
Chain PREROUTING (policy ACCEPT)
num  target     prot opt source               destination         
1    DNAT       tcp  --  anywhere             10.0.2.15            tcp dpt:5000 to:172.18.0.10:5000

Chain INPUT (policy ACCEPT)
num  target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
num  target     prot opt source               destination         
1    DNAT       tcp  --  anywhere             10.0.2.15            tcp dpt:5000 to:172.18.0.10:5000

Chain POSTROUTING (policy ACCEPT)
num  target     prot opt source               destination         
1    MASQUERADE  all  --  172.18.0.0/16        anywhere            
$ iptables -L DOCKER
iptables v1.8.9 (nf_tables): chain `DOCKER' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -t nat -D PREROUTING 2
iptables: Index of deletion too big.
[1]
$ iptables -t nat -D PREROUTING 1
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A OUTPUT -d 10.0.2.15/32 -p tcp -m tcp --dport 5000 -j DNAT --to-destination 172.18.0.10:5000
-A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
$ ip netns exec netns0 nc -l -k 5000 &
$ sleep 0.5
$ ip addr add 10.0.2.15/24 dev lo
$ echo hi | nc -N -w 2 10.0.2.15 5000
hi
$ conntrack -L 2>&1 | sed 's/sport=[0-9]*/sport=P/; s/dport=[0-9]\{5\}/dport=P/'
conntrack v1.4.7 (conntrack-tools): 7 flow entries have been shown.
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
tcp      6 119 TIME_WAIT src=10.0.2.15 dst=10.0.2.15 sport=P dport=5000 src=172.18.0.10 dst=10.0.2.15 sport=5000 dport=P [ASSURED] mark=0 use=1
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
udp      17 29 src=127.0.0.1 dst=127.0.0.1 sport=P dport=53 [UNREPLIED] src=127.0.0.1 dst=127.0.0.1 sport=53 dport=P mark=0 use=1
$ kill %1
$ ss -tan | sed 's/:[0-9]\{5\}/:P/'
State     Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess
TIME-WAIT 0      0          10.0.2.15:P    10.0.2.15:5000       
$ ip netns exec netns0 ip -s link show ceth0 | tail -4 | head -2 | wc -l
2
$ nft list ruleset
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "br0" ip saddr 172.18.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr 10.0.2.15 tcp dport 5000 counter packets 1 bytes 60 dnat to 172.18.0.10:5000
	}
}
$ iptables -A INPUT -p tcp --dport 22 -m state --state NEW -m recent --set --name SSH
$ iptables -A INPUT -p tcp --dport 22 -m state --state NEW -m recent --update --seconds 60 --hitcount 4 --name SSH -j DROP
$ iptables -A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7
$ iptables -A INPUT -i eth0 -p tcp -m multiport --dports 22,80,443 -m state --state NEW,ESTABLISHED -j ACCEPT
$ iptables -A FORWARD -m physdev --physdev-is-bridged -j ACCEPT
$ iptables -A OUTPUT -m owner --uid-owner root -j ACCEPT
$ iptables -I INPUT 1 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
$ iptables -A INPUT -j REJECT --reject-with icmp-host-prohibited
$ iptables -P INPUT DROPP
iptables: Bad policy name. Run `dmesg' for more information.
[1]
$ iptables -A INPUT -p tcp --dport http -j ACCEPT
$ iptables -A INPUT -p udp --dport 53 -s 10.0.0.0/8,192.168.0.0/16 -j ACCEPT
$ iptables -vnL
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED,ESTABLISHED
    0     0            6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22 state NEW recent: SET name: SSH side: source mask: 255.255.255.255
    0     0 DROP       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22 state NEW recent: UPDATE seconds: 60 hit_count: 4 name: SSH side: source mask: 255.255.255.255
    0     0 LOG        0    --  *      *       0.0.0.0/0            0.0.0.0/0            limit: avg 5/min burst 5 LOG flags 0 level 7 prefix "iptables denied: "
    0     0 ACCEPT     6    --  eth0   *       0.0.0.0/0            0.0.0.0/0            multiport dports 22,80,443 state NEW,ESTABLISHED
    0     0 REJECT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            reject-with icmp-host-prohibited
    0     0 ACCEPT     6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80
    0     0 ACCEPT     17   --  *      *       10.0.0.0/8           0.0.0.0/0            udp dpt:53
    0     0 ACCEPT     17   --  *      *       192.168.0.0/16       0.0.0.0/0            udp dpt:53

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-bridged

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            owner UID match 0
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -m state --state NEW -m recent --set --name SSH --mask 255.255.255.255 --rsource
-A INPUT -p tcp -m tcp --dport 22 -m state --state NEW -m recent --update --seconds 60 --hitcount 4 --name SSH --mask 255.255.255.255 --rsource -j DROP
-A INPUT -m limit --limit 5/min -j LOG --log-prefix "iptables denied: " --log-level 7
-A INPUT -i eth0 -p tcp -m multiport --dports 22,80,443 -m state --state NEW,ESTABLISHED -j ACCEPT
-A INPUT -j REJECT --reject-with icmp-host-prohibited
-A INPUT -p tcp -m tcp --dport 80 -j ACCEPT
-A INPUT -s 10.0.0.0/8 -p udp -m udp --dport 53 -j ACCEPT
-A INPUT -s 192.168.0.0/16 -p udp -m udp --dport 53 -j ACCEPT
-A FORWARD -m physdev --physdev-is-bridged -j ACCEPT
-A OUTPUT -m owner --uid-owner 0 -j ACCEPT
$ iptables -F INPUT; iptables -X; iptables -t nat -F
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            PHYSDEV match --physdev-is-bridged

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 0
