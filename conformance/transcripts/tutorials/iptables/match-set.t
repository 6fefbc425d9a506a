# iptables rules that look addresses up in sets: -m set and -j SET, and what is wrong with what was typed
$ ipset create good hash:net
$ ipset create gp hash:ip,port
$ ipset create six hash:ip family inet6
$ ipset add good 127.0.0.0/8
$ iptables -A INPUT -m set --match-set nope src -j DROP
iptables v1.8.9 (nf_tables): Set nope doesn't exist.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set nope foo -j DROP
iptables v1.8.9 (nf_tables): Set nope doesn't exist.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set good foo -j DROP
iptables v1.8.9 (nf_tables): You must spefify (the comma separated list of) 'src' or 'dst'.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set good -j DROP
iptables v1.8.9 (nf_tables): --match-set requires two args.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set good src,dst,src,dst,src,dst,src -j DROP
iptables v1.8.9 (nf_tables): Can't be more src/dst options than 6.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa src -j DROP
iptables v1.8.9 (nf_tables): setname `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' too long, max 31 characters.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m set --match-set six src -j DROP
iptables v1.8.9 (nf_tables): The protocol family of set six is IPv6, which is not applicable.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -m set --match-set good src -j DROP
ip6tables v1.8.9 (nf_tables): The protocol family of set good is IPv4, which is not applicable.

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m set --match-set six src -j ACCEPT
$ iptables -A INPUT -m set --match-set good src -j ACCEPT
$ iptables -A INPUT -m set ! --match-set gp src,dst -m comment --comment "not one of them"
$ iptables -A INPUT -j SET --add-set nope src
iptables v1.8.9 (nf_tables): Set nope doesn't exist.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j SET --add-set gp src,dst --exist
$ iptables -A INPUT -j SET --del-set gp src
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -m set --match-set good src -j ACCEPT
-A INPUT -m set ! --match-set gp src,dst -m comment --comment "not one of them"
-A INPUT -j SET --add-set gp src,dst --exist
-A INPUT -j SET --del-set gp src
$ iptables -L -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            match-set good src
           0    --  0.0.0.0/0            0.0.0.0/0            ! match-set gp src,dst /* not one of them */
SET        0    --  0.0.0.0/0            0.0.0.0/0            add-set gp src,dst exist
SET        0    --  0.0.0.0/0            0.0.0.0/0            del-set gp src

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ ip link set lo up
$ ping -c 2 -q 127.0.0.1 | grep -o "2 received"
2 received
$ iptables -L INPUT -nv | grep good
    4   336 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            match-set good src
$ ipset destroy good
ipset v7.17: Set cannot be destroyed: it is in use by a kernel component
[1]
$ iptables -C INPUT -m set --match-set good src -j ACCEPT
$ iptables -D INPUT -m set --match-set good src -j ACCEPT
$ ipset destroy good
$ iptables -F
$ ip6tables -F
$ ipset destroy
$ ipset list
