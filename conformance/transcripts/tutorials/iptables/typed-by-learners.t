# What people type when they learn iptables.
#! world: bare
$ iptables -A INPUT -p tcp -dport 22 -j ACCEPT
Bad argument `22'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --port 22 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown option "--port"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -ptcp --dport 22 -jACCEPT
iptables v1.8.9 (nf_tables): unknown protocol "-ptcp" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 22 -j ACCEPT -s 10.0.0.0/24
$ iptables -A INPUT -p tcp --dport 22,80 -j ACCEPT
iptables v1.8.9 (nf_tables): invalid port/service `22,80' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport ssh -j ACCEPT
$ iptables -A INPUT -p tcp --dports 22,80 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown option "--dports"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m multiport --dports 22,80 -p tcp -j ACCEPT
iptables v1.8.9 (nf_tables): multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 22, 80 -j ACCEPT
iptables v1.8.9 (nf_tables): invalid port/service `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp,udp --dport 53 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown protocol "tcp,udp" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcpp --dport 53 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown protocol "tcpp" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 192.168.1.0/24 -p tcp --dport 22 -j REJECT --reject-with tcp-reset
$ iptables -A INPUT -s 192.168.1.0/24 -j REJECT --reject-with icmp-host-prohibited
$ iptables -A INPUT -s 192.168.1.256 -j DROP
iptables v1.8.9 (nf_tables): host/network `192.168.1.256' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 192.168.1 -j DROP
$ iptables -A INPUT -s 192.168.1.0-192.168.1.10 -j DROP
iptables v1.8.9 (nf_tables): host/network `192.168.1.0-192.168.1.10' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s !192.168.1.1 -j DROP
iptables v1.8.9 (nf_tables): host/network `!192.168.1.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s "! 192.168.1.1" -j DROP
iptables v1.8.9 (nf_tables): host/network `! 192.168.1.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i lo -j ACCEPT
$ iptables -A INPUT -i lo,eth0 -j ACCEPT
$ iptables -A INPUT -in-interface lo -j ACCEPT
Bad argument `lo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -interface lo -j ACCEPT
Bad argument `lo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --in-interface=lo -j ACCEPT
iptables v1.8.9 (nf_tables): interface name `--in-interface=lo' must be shorter than IFNAMSIZ (15)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state NEW, ESTABLISHED -j ACCEPT
iptables v1.8.9 (nf_tables): "--state" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m state --state=NEW -j ACCEPT
$ iptables -A INPUT -m conntrack --ctstate related,established -j ACCEPT
$ iptables -A INPUT -m conntrack -ctstate RELATED -j ACCEPT
iptables v1.8.9 (nf_tables): -c packet counter not numeric
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A input -j ACCEPT
iptables: No chain/target/match by that name.
[1]
$ iptables -A INPUT j ACCEPT
Bad argument `j'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j ACCEPT -p
iptables v1.8.9 (nf_tables): option "-p" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-prefix "my log: " --log-level info
$ iptables -A INPUT -j LOG -log-prefix x
iptables v1.8.9 (nf_tables): unknown option "LOG"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -I INPUT 1 -p icmp --icmp-type echo-request -j DROP
$ iptables -I INPUT -p icmp --icmp-type 8/0 -j DROP
$ iptables -I INPUT -p icmp -icmp-type 8 -j DROP
Bad argument `8'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -I FORWARD -i br0 -o eth0 -j ACCEPT
$ iptables -I FORWARD 0 -j ACCEPT
iptables v1.8.9 (nf_tables): Invalid rule number `0'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -I FORWARD one -j ACCEPT
iptables v1.8.9 (nf_tables): Invalid rule number `one'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D FORWARD -i br0 -o eth0 -j ACCEPT
$ iptables -D FORWARD 1
iptables: Index of deletion too big.
[1]
$ iptables -D FORWARD -i br0 -j ACCEPT
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
$ iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j masquerade
iptables v1.8.9 (nf_tables): Chain 'masquerade' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERAD
iptables v1.8.9 (nf_tables): Chain 'MASQUERAD' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -s 10.0.0.0/24 -i eth0 -j MASQUERADE
iptables v1.8.9 (nf_tables): Can't use -i with POSTROUTING

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -o eth0 -j DNAT --to-destination 10.0.0.2
iptables v1.8.9 (nf_tables): Can't use -o with PREROUTING

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to 10.0.0.2:8080
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-dest 10.0.0.2:8080
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT 10.0.0.2:8080
Bad argument `10.0.0.2:8080'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2/24
iptables v1.8.9 (nf_tables): Bad IP address "10.0.0.2/24"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-port 8080
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to 8080
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT
$ iptables -t nat -L -n -v --line-numbers
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DNAT       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
2        0     0 DNAT       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
3        0     0 DNAT       6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
4        0     0 REDIRECT   6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 redir ports 8080
5        0     0 REDIRECT   6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80 redir ports 8080
6        0     0 REDIRECT   6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:80

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 MASQUERADE  0    --  *      eth0    10.0.0.0/24          0.0.0.0/0           
$ iptables -t nat -L POSTROUTING --line-numbers -n
Chain POSTROUTING (policy ACCEPT)
num  target     prot opt source               destination         
1    MASQUERADE  0    --  10.0.0.0/24          0.0.0.0/0           
$ iptables -tnat -nL
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 redir ports 8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 redir ports 8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
MASQUERADE  0    --  10.0.0.0/24          0.0.0.0/0           
$ iptables -nat -L
iptables v1.8.9 (nf_tables): unknown option "iptables"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables --table nat --list-rules
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
$ iptables -L -v
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DROP       icmp --  any    any     anywhere             anywhere             icmptype 8 code 0
    0     0 DROP       icmp --  any    any     anywhere             anywhere             icmp echo-request
    0     0 ACCEPT     tcp  --  any    any     10.0.0.0/24          anywhere             tcp dpt:ssh
    0     0 ACCEPT     tcp  --  any    any     anywhere             anywhere             tcp dpt:ssh
    0     0 REJECT     tcp  --  any    any     192.168.1.0/24       anywhere             tcp dpt:ssh reject-with tcp-reset
    0     0 REJECT     all  --  any    any     192.168.1.0/24       anywhere             reject-with icmp-host-prohibited
    0     0 DROP       all  --  any    any     192.168.1.0          anywhere            
    0     0 ACCEPT     all  --  lo     any     anywhere             anywhere            
    0     0 ACCEPT     all  --  lo,eth0 any     anywhere             anywhere            
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             state NEW
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             ctstate RELATED,ESTABLISHED
    0     0 LOG        all  --  any    any     anywhere             anywhere             LOG level info prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ iptables -L INPUT -v
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DROP       icmp --  any    any     anywhere             anywhere             icmptype 8 code 0
    0     0 DROP       icmp --  any    any     anywhere             anywhere             icmp echo-request
    0     0 ACCEPT     tcp  --  any    any     10.0.0.0/24          anywhere             tcp dpt:ssh
    0     0 ACCEPT     tcp  --  any    any     anywhere             anywhere             tcp dpt:ssh
    0     0 REJECT     tcp  --  any    any     192.168.1.0/24       anywhere             tcp dpt:ssh reject-with tcp-reset
    0     0 REJECT     all  --  any    any     192.168.1.0/24       anywhere             reject-with icmp-host-prohibited
    0     0 DROP       all  --  any    any     192.168.1.0          anywhere            
    0     0 ACCEPT     all  --  lo     any     anywhere             anywhere            
    0     0 ACCEPT     all  --  lo,eth0 any     anywhere             anywhere            
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             state NEW
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             ctstate RELATED,ESTABLISHED
    0     0 LOG        all  --  any    any     anywhere             anywhere             LOG level info prefix "my log: "
$ iptables -L -nv --line
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DROP       1    --  *      *       0.0.0.0/0            0.0.0.0/0            icmptype 8 code 0
2        0     0 DROP       1    --  *      *       0.0.0.0/0            0.0.0.0/0            icmptype 8
3        0     0 ACCEPT     6    --  *      *       10.0.0.0/24          0.0.0.0/0            tcp dpt:22
4        0     0 ACCEPT     6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22
5        0     0 REJECT     6    --  *      *       192.168.1.0/24       0.0.0.0/0            tcp dpt:22 reject-with tcp-reset
6        0     0 REJECT     0    --  *      *       192.168.1.0/24       0.0.0.0/0            reject-with icmp-host-prohibited
7        0     0 DROP       0    --  *      *       192.168.1.0          0.0.0.0/0           
8        0     0 ACCEPT     0    --  lo     *       0.0.0.0/0            0.0.0.0/0           
9        0     0 ACCEPT     0    --  lo,eth0 *       0.0.0.0/0            0.0.0.0/0           
10       0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            state NEW
11       0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED,ESTABLISHED
12       0     0 LOG        0    --  *      *       0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
$ iptables -vnL --line-number
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DROP       1    --  *      *       0.0.0.0/0            0.0.0.0/0            icmptype 8 code 0
2        0     0 DROP       1    --  *      *       0.0.0.0/0            0.0.0.0/0            icmptype 8
3        0     0 ACCEPT     6    --  *      *       10.0.0.0/24          0.0.0.0/0            tcp dpt:22
4        0     0 ACCEPT     6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:22
5        0     0 REJECT     6    --  *      *       192.168.1.0/24       0.0.0.0/0            tcp dpt:22 reject-with tcp-reset
6        0     0 REJECT     0    --  *      *       192.168.1.0/24       0.0.0.0/0            reject-with icmp-host-prohibited
7        0     0 DROP       0    --  *      *       192.168.1.0          0.0.0.0/0           
8        0     0 ACCEPT     0    --  lo     *       0.0.0.0/0            0.0.0.0/0           
9        0     0 ACCEPT     0    --  lo,eth0 *       0.0.0.0/0            0.0.0.0/0           
10       0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            state NEW
11       0     0 ACCEPT     0    --  *      *       0.0.0.0/0            0.0.0.0/0            ctstate RELATED,ESTABLISHED
12       0     0 LOG        0    --  *      *       0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
$ iptables -L --numeric
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8 code 0
DROP       1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8
ACCEPT     6    --  10.0.0.0/24          0.0.0.0/0            tcp dpt:22
ACCEPT     6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:22
REJECT     6    --  192.168.1.0/24       0.0.0.0/0            tcp dpt:22 reject-with tcp-reset
REJECT     0    --  192.168.1.0/24       0.0.0.0/0            reject-with icmp-host-prohibited
DROP       0    --  192.168.1.0          0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            state NEW
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            ctstate RELATED,ESTABLISHED
LOG        0    --  0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -n -L FORWARD
Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
$ iptables -nL nosuch
iptables v1.8.9 (nf_tables): chain `nosuch' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -S nosuch
iptables v1.8.9 (nf_tables): chain `nosuch' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -P INPUT
iptables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -P input DROP
iptables: Bad built-in chain name.
[1]
$ iptables -P INPUT -j DROP
iptables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -P INPUT REJECT
iptables: Bad policy name. Run `dmesg' for more information.
[1]
$ iptables -P FORWARD DROP
$ iptables -N LOGGING
$ iptables -N logdrop
$ iptables -A LOGGING -m limit --limit 2/min -j LOG --log-prefix "IPTables-Dropped: " --log-level 4
$ iptables -A LOGGING -j DROP
$ iptables -A INPUT -j LOGGING
$ iptables -X LOGGING
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain LOGGING
[4]
$ iptables -F LOGGING
$ iptables -X LOGGING
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain LOGGING
[4]
$ iptables -E LOGGING X2
$ iptables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N X2
-N logdrop
-A INPUT -p icmp -m icmp --icmp-type 8/0 -j DROP
-A INPUT -p icmp -m icmp --icmp-type 8 -j DROP
-A INPUT -s 10.0.0.0/24 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s 192.168.1.0/24 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s 192.168.1.0/24 -j REJECT --reject-with icmp-host-prohibited
-A INPUT -s 192.168.1.0/32 -j DROP
-A INPUT -i lo -j ACCEPT
-A INPUT -i lo,eth0 -j ACCEPT
-A INPUT -m state --state NEW -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -j LOG --log-prefix "my log: " --log-level 6
-A INPUT -j X2
$ iptables -A INPUT -p tcp --syn -m limit --limit 1/s --limit-burst 3 -j RETURN
$ iptables -A INPUT -p tcp -m connlimit --connlimit-above 20 --connlimit-mask 24 --dport 80 -j DROP
$ iptables -A INPUT -m pkttype --pkt-type broadcast -j DROP
$ iptables -A INPUT -m time --timestart 08:00 --timestop 18:00 --weekdays Mon,Tue,Wed,Thu,Fri -j ACCEPT
$ iptables -A INPUT -m mac --mac-source aa:bb:cc:dd:ee:ff -j DROP
$ iptables -A INPUT -m mac --mac-source aabbccddeeff -j DROP
iptables v1.8.9 (nf_tables): Invalid MAC address specified.
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j DROP
$ iptables -A INPUT -m iprange --src-range 10.0.0.9 -j DROP
$ iptables -A INPUT -m string --string "x" --algo bm --to 65535 -j DROP
$ iptables -A OUTPUT -m owner --uid-owner www-data -j DROP
$ iptables -A OUTPUT -d www.example.com -j DROP
iptables v1.8.9 (nf_tables): host/network `www.example.com' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -d localhost -j DROP
$ iptables -A OUTPUT -p tcp -d 1.1.1.1 --dport 443 -j REJECT
$ iptables -A OUTPUT -p tcp -d 1.1.1.1 --sport 443 --sports 1
iptables v1.8.9 (nf_tables): unknown option "--sports"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A PREROUTING -p tcp --dport 80 -j MARK --set-mark 0x1
$ iptables -t mangle -A PREROUTING -p tcp --dport 80 -j MARK --set-mark 1 --set-mark 2
iptables v1.8.9 (nf_tables): MARK: option "--set-mark" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t mangle -A POSTROUTING -j TTL --ttl-set 65
$ iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
$ iptables -t raw -A PREROUTING -p udp --dport 53 -j NOTRACK
$ iptables -t raw -A PREROUTING -p udp --dport 53 -j CT --notrack
$ iptables -t raw -A PREROUTING -p tcp --dport 53 -j TRACE
$ iptables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N X2
-N logdrop
-A INPUT -p icmp -m icmp --icmp-type 8/0 -j DROP
-A INPUT -p icmp -m icmp --icmp-type 8 -j DROP
-A INPUT -s 10.0.0.0/24 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s 192.168.1.0/24 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s 192.168.1.0/24 -j REJECT --reject-with icmp-host-prohibited
-A INPUT -s 192.168.1.0/32 -j DROP
-A INPUT -i lo -j ACCEPT
-A INPUT -i lo,eth0 -j ACCEPT
-A INPUT -m state --state NEW -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -j LOG --log-prefix "my log: " --log-level 6
-A INPUT -j X2
-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -m limit --limit 1/sec --limit-burst 3 -j RETURN
-A INPUT -p tcp -m connlimit --connlimit-above 20 --connlimit-mask 24 --connlimit-saddr -m tcp --dport 80 -j DROP
-A INPUT -m pkttype --pkt-type broadcast -j DROP
-A INPUT -m time --timestart 08:00:00 --timestop 18:00:00 --weekdays Mon,Tue,Wed,Thu,Fri --datestop 2038-01-19T03:14:07 -j ACCEPT
-A INPUT -m mac --mac-source aa:bb:cc:dd:ee:ff -j DROP
-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j DROP
-A INPUT -m iprange --src-range 10.0.0.9-10.0.0.9 -j DROP
-A INPUT -m string --string "x" --algo bm -j DROP
-A OUTPUT -m owner --uid-owner 33 -j DROP
-A OUTPUT -d 127.0.0.1/32 -j DROP
-A OUTPUT -d 127.0.0.1/32 -j DROP
-A OUTPUT -d 1.1.1.1/32 -p tcp -m tcp --dport 443 -j REJECT --reject-with icmp-port-unreachable
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
$ iptables -t mangle -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x1/0xffffffff
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
-A POSTROUTING -j TTL --ttl-set 65
$ iptables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
$ iptables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       icmp --  anywhere             anywhere             icmptype 8 code 0
DROP       icmp --  anywhere             anywhere             icmp echo-request
ACCEPT     tcp  --  10.0.0.0/24          anywhere             tcp dpt:ssh
ACCEPT     tcp  --  anywhere             anywhere             tcp dpt:ssh
REJECT     tcp  --  192.168.1.0/24       anywhere             tcp dpt:ssh reject-with tcp-reset
REJECT     all  --  192.168.1.0/24       anywhere             reject-with icmp-host-prohibited
DROP       all  --  192.168.1.0          anywhere            
ACCEPT     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere             state NEW
ACCEPT     all  --  anywhere             anywhere             ctstate RELATED,ESTABLISHED
LOG        all  --  anywhere             anywhere             LOG level info prefix "my log: "
X2         all  --  anywhere             anywhere            
RETURN     tcp  --  anywhere             anywhere             tcp flags:FIN,SYN,RST,ACK/SYN limit: avg 1/sec burst 3
DROP       tcp  --  anywhere             anywhere             #conn src/24 > 20 tcp dpt:http
DROP       all  --  anywhere             anywhere             PKTTYPE = broadcast
ACCEPT     all  --  anywhere             anywhere             TIME from 08:00:00 to 18:00:00 on Mon,Tue,Wed,Thu,Fri UTC
DROP       all  --  anywhere             anywhere             MAC aa:bb:cc:dd:ee:ff
DROP       all  --  anywhere             anywhere             source IP range 10.0.0.1-10.0.0.9
DROP       all  --  anywhere             anywhere             source IP range 10.0.0.9-10.0.0.9
DROP       all  --  anywhere             anywhere             STRING match  "x" ALGO name bm

Chain FORWARD (policy DROP)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       all  --  anywhere             anywhere             owner UID match www-data
DROP       all  --  anywhere             localhost           
DROP       all  --  anywhere             localhost           
REJECT     tcp  --  anywhere             1.1.1.1              tcp dpt:https reject-with icmp-port-unreachable

Chain X2 (1 references)
target     prot opt source               destination         

Chain logdrop (0 references)
target     prot opt source               destination         
$ iptables -L -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8 code 0
DROP       1    --  0.0.0.0/0            0.0.0.0/0            icmptype 8
ACCEPT     6    --  10.0.0.0/24          0.0.0.0/0            tcp dpt:22
ACCEPT     6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:22
REJECT     6    --  192.168.1.0/24       0.0.0.0/0            tcp dpt:22 reject-with tcp-reset
REJECT     0    --  192.168.1.0/24       0.0.0.0/0            reject-with icmp-host-prohibited
DROP       0    --  192.168.1.0          0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            state NEW
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            ctstate RELATED,ESTABLISHED
LOG        0    --  0.0.0.0/0            0.0.0.0/0            LOG flags 0 level 6 prefix "my log: "
X2         0    --  0.0.0.0/0            0.0.0.0/0           
RETURN     6    --  0.0.0.0/0            0.0.0.0/0            tcp flags:0x17/0x02 limit: avg 1/sec burst 3
DROP       6    --  0.0.0.0/0            0.0.0.0/0            #conn src/24 > 20 tcp dpt:80
DROP       0    --  0.0.0.0/0            0.0.0.0/0            PKTTYPE = broadcast
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0            TIME from 08:00:00 to 18:00:00 on Mon,Tue,Wed,Thu,Fri UTC
DROP       0    --  0.0.0.0/0            0.0.0.0/0            MAC aa:bb:cc:dd:ee:ff
DROP       0    --  0.0.0.0/0            0.0.0.0/0            source IP range 10.0.0.1-10.0.0.9
DROP       0    --  0.0.0.0/0            0.0.0.0/0            source IP range 10.0.0.9-10.0.0.9
DROP       0    --  0.0.0.0/0            0.0.0.0/0            STRING match  "x" ALGO name bm

Chain FORWARD (policy DROP)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       0    --  0.0.0.0/0            0.0.0.0/0            owner UID match 33
DROP       0    --  0.0.0.0/0            127.0.0.1           
DROP       0    --  0.0.0.0/0            127.0.0.1           
REJECT     6    --  0.0.0.0/0            1.1.1.1              tcp dpt:443 reject-with icmp-port-unreachable

Chain X2 (1 references)
target     prot opt source               destination         

Chain logdrop (0 references)
target     prot opt source               destination         
$ iptables-save
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*mangle
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x1/0xffffffff
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
-A POSTROUTING -j TTL --ttl-set 65
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*raw
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:X2 - [0:0]
:logdrop - [0:0]
-A INPUT -p icmp -m icmp --icmp-type 8/0 -j DROP
-A INPUT -p icmp -m icmp --icmp-type 8 -j DROP
-A INPUT -s 10.0.0.0/24 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s 192.168.1.0/24 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s 192.168.1.0/24 -j REJECT --reject-with icmp-host-prohibited
-A INPUT -s 192.168.1.0/32 -j DROP
-A INPUT -i lo -j ACCEPT
-A INPUT -i lo,eth0 -j ACCEPT
-A INPUT -m state --state NEW -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -j LOG --log-prefix "my log: " --log-level 6
-A INPUT -j X2
-A INPUT -p tcp -m tcp --tcp-flags FIN,SYN,RST,ACK SYN -m limit --limit 1/sec --limit-burst 3 -j RETURN
-A INPUT -p tcp -m connlimit --connlimit-above 20 --connlimit-mask 24 --connlimit-saddr -m tcp --dport 80 -j DROP
-A INPUT -m pkttype --pkt-type broadcast -j DROP
-A INPUT -m time --timestart 08:00:00 --timestop 18:00:00 --weekdays Mon,Tue,Wed,Thu,Fri --datestop 2038-01-19T03:14:07 -j ACCEPT
-A INPUT -m mac --mac-source aa:bb:cc:dd:ee:ff -j DROP
-A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j DROP
-A INPUT -m iprange --src-range 10.0.0.9-10.0.0.9 -j DROP
-A INPUT -m string --string "x" --algo bm -j DROP
-A OUTPUT -m owner --uid-owner 33 -j DROP
-A OUTPUT -d 127.0.0.1/32 -j DROP
-A OUTPUT -d 127.0.0.1/32 -j DROP
-A OUTPUT -d 1.1.1.1/32 -p tcp -m tcp --dport 443 -j REJECT --reject-with icmp-port-unreachable
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s 10.0.0.0/24 -o eth0 -j MASQUERADE
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
$ iptables -Z
$ iptables -F; iptables -X; iptables -t nat -F; iptables -t nat -X; iptables -t mangle -F
$ iptables-save
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*mangle
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*raw
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:47 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:47 2026
$ nft list ruleset
table ip filter {
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
	}
}
table ip nat {
}
table ip mangle {
	chain PREROUTING {
		type filter hook prerouting priority mangle; policy accept;
	}

	chain POSTROUTING {
		type filter hook postrouting priority mangle; policy accept;
	}

	chain FORWARD {
		type filter hook forward priority mangle; policy accept;
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		udp dport 53 counter packets 0 bytes 0 notrack
		udp dport 53 counter packets 0 bytes 0 notrack
		tcp dport 53 counter packets 0 bytes 0 meta nftrace set 1
	}
}
$ iptables --flush
$ iptables --delete-chain
$ iptables --flush INPUT FORWARD
Bad argument `FORWARD'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables help
Bad argument `help'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -?
iptables v1.8.9 (nf_tables): unknown option "-?"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables list
Bad argument `list'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -l
iptables v1.8.9 (nf_tables): unknown option "-l"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L INPUT OUTPUT
iptables v1.8.9 (nf_tables): Invalid rule number `OUTPUT'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables L
Bad argument `L'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L,
iptables v1.8.9 (nf_tables): chain `,' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables --list --table nat -n
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
$ iptables -C INPUT -i lo -j ACCEPT
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -t filter -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -t filter,nat -L
iptables v1.8.9 (nf_tables): table 'filter,nat' does not exist
Perhaps iptables or your kernel needs to be upgraded.
[3]
$ iptables -L -t raw
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
CT         udp  --  anywhere             anywhere             udp dpt:domain NOTRACK
CT         udp  --  anywhere             anywhere             udp dpt:domain CT notrack
TRACE      tcp  --  anywhere             anywhere             tcp dpt:domain

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -A INPUT -p udp --dport 53 --sport 1024:65535 -j ACCEPT
$ iptables -A INPUT -p udp --dport 53 --dport 54 -j ACCEPT
iptables v1.8.9 (nf_tables): udp: option "--destination-port" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmp --dport 53 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown option "--dport"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p all --icmp-type 8 -j ACCEPT
iptables v1.8.9 (nf_tables): unknown option "--icmp-type"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tcp --dport 80 -j ACCEPT
iptables v1.8.9 (nf_tables): TCP match requires '-p tcp'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m conntrack --ctstate NEW -p tcp --dport 80 -j ACCEPT --foo
iptables v1.8.9 (nf_tables): unknown option "--foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m comment --comment this is -j ACCEPT
Bad argument `is'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m comment --comment 'this is' -j ACCEPT -m comment
iptables v1.8.9 (nf_tables): comment: option "--comment" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m nosuch -j NOSUCH
iptables v1.8.9 (nf_tables): Couldn't load match `nosuch':No such file or directory

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j REJECT --reject-with
iptables v1.8.9 (nf_tables): option "--reject-with" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j REJECT --reject icmp-port-unreachable
$ iptables -A INPUT -j DROP --reject-with icmp-port-unreachable
iptables v1.8.9 (nf_tables): unknown option "--reject-with"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A FORWARD -m physdev --physdev-in v1 --physdev-out v2 -j DROP
$ iptables -A FORWARD -m physdev ! --physdev-is-bridged -j DROP
$ iptables -A FORWARD -m addrtype --dst-type LOCAL,MULTICAST -j DROP
$ iptables -A FORWARD -m statistic --mode random --probability 50% -j DROP
iptables v1.8.9 (nf_tables): statistic: bad value for option "--probability", or out of range (0-1).

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A FORWARD -m statistic --mode nth --every 2 --packet 0 -j DROP
$ iptables -A FORWARD -m recent --name bad --rcheck --seconds 60 -j DROP
$ iptables -A FORWARD -m hashlimit --hashlimit-name x --hashlimit 10/s -j DROP
$ iptables -A FORWARD -m length --length 0:100 -j DROP
$ iptables -A FORWARD -m ttl --ttl 5 -j DROP
$ iptables -A FORWARD -m ttl --ttl-lt 5 -j DROP
$ iptables -A FORWARD -m mark --mark 0x1/0xff -j DROP
$ iptables -A FORWARD -m tos --tos Minimize-Delay -j DROP
$ iptables -S FORWARD
-P FORWARD DROP
-A FORWARD -m physdev --physdev-in v1 --physdev-out v2 -j DROP
-A FORWARD -m physdev ! --physdev-is-bridged -j DROP
-A FORWARD -m addrtype --dst-type LOCAL,MULTICAST -j DROP
-A FORWARD -m statistic --mode nth --every 2 --packet 0 -j DROP
-A FORWARD -m recent --rcheck --seconds 60 --name bad --mask 255.255.255.255 --rsource -j DROP
-A FORWARD -m hashlimit --hashlimit-upto 10/sec --hashlimit-burst 5 --hashlimit-name x -j DROP
-A FORWARD -m length --length 0:100 -j DROP
-A FORWARD -m ttl --ttl-eq 5 -j DROP
-A FORWARD -m ttl --ttl-lt 5 -j DROP
-A FORWARD -m mark --mark 0x1/0xff -j DROP
-A FORWARD -m tos --tos 0x10/0x3f -j DROP
