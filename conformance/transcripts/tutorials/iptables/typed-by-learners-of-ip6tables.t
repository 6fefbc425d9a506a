# The same with ip6tables.
#! world: bare
$ ip6tables -A INPUT -p tcp -dport 22 -j ACCEPT
Bad argument `22'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp --port 22 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown option "--port"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -ptcp --dport 22 -jACCEPT
ip6tables v1.8.9 (nf_tables): unknown protocol "-ptcp" specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp --dport 22 -j ACCEPT -s fd00::/64
$ ip6tables -A INPUT -p tcp --dport 22,80 -j ACCEPT
ip6tables v1.8.9 (nf_tables): invalid port/service `22,80' specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp --dport ssh -j ACCEPT
$ ip6tables -A INPUT -p tcp --dports 22,80 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown option "--dports"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m multiport --dports 22,80 -p tcp -j ACCEPT
ip6tables v1.8.9 (nf_tables): multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp -m multiport --dports 22, 80 -j ACCEPT
ip6tables v1.8.9 (nf_tables): invalid port/service `' specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcp,udp --dport 53 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown protocol "tcp,udp" specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p tcpp --dport 53 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown protocol "tcpp" specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s fd01::/64 -p tcp --dport 22 -j REJECT --reject-with tcp-reset
$ ip6tables -A INPUT -s fd01::/64 -j REJECT --reject-with icmp6-adm-prohibited
$ ip6tables -A INPUT -s 192.168.1.256 -j DROP
ip6tables v1.8.9 (nf_tables): host/network `192.168.1.256' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s 192.168.1 -j DROP
ip6tables v1.8.9 (nf_tables): host/network `192.168.1' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s 192.168.1.0-192.168.1.10 -j DROP
ip6tables v1.8.9 (nf_tables): host/network `192.168.1.0-192.168.1.10' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s !192.168.1.1 -j DROP
ip6tables v1.8.9 (nf_tables): host/network `!192.168.1.1' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s "! 192.168.1.1" -j DROP
ip6tables v1.8.9 (nf_tables): host/network `! 192.168.1.1' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -i lo -j ACCEPT
$ ip6tables -A INPUT -i lo,eth0 -j ACCEPT
$ ip6tables -A INPUT -in-interface lo -j ACCEPT
Bad argument `lo'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -interface lo -j ACCEPT
Bad argument `lo'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT --in-interface=lo -j ACCEPT
ip6tables v1.8.9 (nf_tables): interface name `--in-interface=lo' must be shorter than IFNAMSIZ (15)
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m state --state NEW, ESTABLISHED -j ACCEPT
ip6tables v1.8.9 (nf_tables): "--state" requires a list of states with no spaces, e.g. ESTABLISHED,RELATED
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m state --state=NEW -j ACCEPT
$ ip6tables -A INPUT -m conntrack --ctstate related,established -j ACCEPT
$ ip6tables -A INPUT -m conntrack -ctstate RELATED -j ACCEPT
ip6tables v1.8.9 (nf_tables): -c packet counter not numeric
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A input -j ACCEPT
ip6tables: No chain/target/match by that name.
[1]
$ ip6tables -A INPUT j ACCEPT
Bad argument `j'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -j ACCEPT -p
ip6tables v1.8.9 (nf_tables): option "-p" requires an argument
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -j LOG --log-prefix "my log: " --log-level info
$ ip6tables -A INPUT -j LOG -log-prefix x
ip6tables v1.8.9 (nf_tables): unknown option "LOG"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -I INPUT 1 -p icmpv6 --icmpv6-type echo-request -j DROP
$ ip6tables -I INPUT -p icmpv6 --icmpv6-type 8/0 -j DROP
$ ip6tables -I INPUT -p icmpv6 -icmp-type 8 -j DROP
Bad argument `8'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -I FORWARD -i br0 -o eth0 -j ACCEPT
$ ip6tables -I FORWARD 0 -j ACCEPT
ip6tables v1.8.9 (nf_tables): Invalid rule number `0'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -I FORWARD one -j ACCEPT
ip6tables v1.8.9 (nf_tables): Invalid rule number `one'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -D FORWARD -i br0 -o eth0 -j ACCEPT
$ ip6tables -D FORWARD 1
ip6tables: Index of deletion too big.
[1]
$ ip6tables -D FORWARD -i br0 -j ACCEPT
ip6tables: Bad rule (does a matching rule exist in that chain?).
[1]
$ ip6tables -t nat -A POSTROUTING -s fd00::/64 -o eth0 -j MASQUERADE
$ ip6tables -t nat -A POSTROUTING -s fd00::/64 -o eth0 -j masquerade
ip6tables v1.8.9 (nf_tables): Chain 'masquerade' does not exist
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A POSTROUTING -s fd00::/64 -o eth0 -j MASQUERAD
ip6tables v1.8.9 (nf_tables): Chain 'MASQUERAD' does not exist
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A POSTROUTING -s fd00::/64 -i eth0 -j MASQUERADE
ip6tables v1.8.9 (nf_tables): Can't use -i with POSTROUTING

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -o eth0 -j DNAT --to-destination fd00::2
ip6tables v1.8.9 (nf_tables): Can't use -o with PREROUTING

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to [fd00::2]:8080
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-dest [fd00::2]:8080
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT [fd00::2]:8080
Bad argument `[fd00::2]:8080'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination fd00::2/24
ip6tables v1.8.9 (nf_tables): Bad IP address "fd00::2/24"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-port 8080
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to 8080
$ ip6tables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT
$ ip6tables -t nat -L -n -v --line-numbers
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DNAT       6    --  *      *       ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
2        0     0 DNAT       6    --  *      *       ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
3        0     0 DNAT       6    --  *      *       ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
4        0     0 REDIRECT   6    --  *      *       ::/0                 ::/0                 tcp dpt:80 redir ports 8080
5        0     0 REDIRECT   6    --  *      *       ::/0                 ::/0                 tcp dpt:80 redir ports 8080
6        0     0 REDIRECT   6    --  *      *       ::/0                 ::/0                 tcp dpt:80

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 MASQUERADE  0    --  *      eth0    fd00::/64            ::/0                
$ ip6tables -t nat -L POSTROUTING --line-numbers -n
Chain POSTROUTING (policy ACCEPT)
num  target     prot opt source               destination         
1    MASQUERADE  0    --  fd00::/64            ::/0                
$ ip6tables -tnat -nL
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
DNAT       6    --  ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
DNAT       6    --  ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
DNAT       6    --  ::/0                 ::/0                 tcp dpt:80 to:[fd00::2]:8080
REDIRECT   6    --  ::/0                 ::/0                 tcp dpt:80 redir ports 8080
REDIRECT   6    --  ::/0                 ::/0                 tcp dpt:80 redir ports 8080
REDIRECT   6    --  ::/0                 ::/0                 tcp dpt:80

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
MASQUERADE  0    --  fd00::/64            ::/0                
$ ip6tables -nat -L
ip6tables v1.8.9 (nf_tables): unknown option "ip6tables"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables --table nat --list-rules
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s fd00::/64 -o eth0 -j MASQUERADE
$ ip6tables -L -v
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DROP       ipv6-icmp --  any    any     anywhere             anywhere             ipv6-icmptype 8 code 0
    0     0 DROP       ipv6-icmp --  any    any     anywhere             anywhere             ipv6-icmp echo-request
    0     0 ACCEPT     tcp  --  any    any     fd00::/64            anywhere             tcp dpt:ssh
    0     0 ACCEPT     tcp  --  any    any     anywhere             anywhere             tcp dpt:ssh
    0     0 REJECT     tcp  --  any    any     fd01::/64            anywhere             tcp dpt:ssh reject-with tcp-reset
    0     0 REJECT     all  --  any    any     fd01::/64            anywhere             reject-with icmp6-adm-prohibited
    0     0 ACCEPT     all  --  lo     any     anywhere             anywhere            
    0     0 ACCEPT     all  --  lo,eth0 any     anywhere             anywhere            
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             state NEW
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             ctstate RELATED,ESTABLISHED
    0     0 LOG        all  --  any    any     anywhere             anywhere             LOG level info prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ ip6tables -L INPUT -v
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 DROP       ipv6-icmp --  any    any     anywhere             anywhere             ipv6-icmptype 8 code 0
    0     0 DROP       ipv6-icmp --  any    any     anywhere             anywhere             ipv6-icmp echo-request
    0     0 ACCEPT     tcp  --  any    any     fd00::/64            anywhere             tcp dpt:ssh
    0     0 ACCEPT     tcp  --  any    any     anywhere             anywhere             tcp dpt:ssh
    0     0 REJECT     tcp  --  any    any     fd01::/64            anywhere             tcp dpt:ssh reject-with tcp-reset
    0     0 REJECT     all  --  any    any     fd01::/64            anywhere             reject-with icmp6-adm-prohibited
    0     0 ACCEPT     all  --  lo     any     anywhere             anywhere            
    0     0 ACCEPT     all  --  lo,eth0 any     anywhere             anywhere            
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             state NEW
    0     0 ACCEPT     all  --  any    any     anywhere             anywhere             ctstate RELATED,ESTABLISHED
    0     0 LOG        all  --  any    any     anywhere             anywhere             LOG level info prefix "my log: "
$ ip6tables -L -nv --line
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DROP       58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 8 code 0
2        0     0 DROP       58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128
3        0     0 ACCEPT     6    --  *      *       fd00::/64            ::/0                 tcp dpt:22
4        0     0 ACCEPT     6    --  *      *       ::/0                 ::/0                 tcp dpt:22
5        0     0 REJECT     6    --  *      *       fd01::/64            ::/0                 tcp dpt:22 reject-with tcp-reset
6        0     0 REJECT     0    --  *      *       fd01::/64            ::/0                 reject-with icmp6-adm-prohibited
7        0     0 ACCEPT     0    --  lo     *       ::/0                 ::/0                
8        0     0 ACCEPT     0    --  lo,eth0 *       ::/0                 ::/0                
9        0     0 ACCEPT     0    --  *      *       ::/0                 ::/0                 state NEW
10       0     0 ACCEPT     0    --  *      *       ::/0                 ::/0                 ctstate RELATED,ESTABLISHED
11       0     0 LOG        0    --  *      *       ::/0                 ::/0                 LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
$ ip6tables -vnL --line-number
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        0     0 DROP       58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 8 code 0
2        0     0 DROP       58   --  *      *       ::/0                 ::/0                 ipv6-icmptype 128
3        0     0 ACCEPT     6    --  *      *       fd00::/64            ::/0                 tcp dpt:22
4        0     0 ACCEPT     6    --  *      *       ::/0                 ::/0                 tcp dpt:22
5        0     0 REJECT     6    --  *      *       fd01::/64            ::/0                 tcp dpt:22 reject-with tcp-reset
6        0     0 REJECT     0    --  *      *       fd01::/64            ::/0                 reject-with icmp6-adm-prohibited
7        0     0 ACCEPT     0    --  lo     *       ::/0                 ::/0                
8        0     0 ACCEPT     0    --  lo,eth0 *       ::/0                 ::/0                
9        0     0 ACCEPT     0    --  *      *       ::/0                 ::/0                 state NEW
10       0     0 ACCEPT     0    --  *      *       ::/0                 ::/0                 ctstate RELATED,ESTABLISHED
11       0     0 LOG        0    --  *      *       ::/0                 ::/0                 LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
$ ip6tables -L --numeric
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       58   --  ::/0                 ::/0                 ipv6-icmptype 8 code 0
DROP       58   --  ::/0                 ::/0                 ipv6-icmptype 128
ACCEPT     6    --  fd00::/64            ::/0                 tcp dpt:22
ACCEPT     6    --  ::/0                 ::/0                 tcp dpt:22
REJECT     6    --  fd01::/64            ::/0                 tcp dpt:22 reject-with tcp-reset
REJECT     0    --  fd01::/64            ::/0                 reject-with icmp6-adm-prohibited
ACCEPT     0    --  ::/0                 ::/0                
ACCEPT     0    --  ::/0                 ::/0                
ACCEPT     0    --  ::/0                 ::/0                 state NEW
ACCEPT     0    --  ::/0                 ::/0                 ctstate RELATED,ESTABLISHED
LOG        0    --  ::/0                 ::/0                 LOG flags 0 level 6 prefix "my log: "

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ ip6tables -n -L FORWARD
Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
$ ip6tables -nL nosuch
ip6tables v1.8.9 (nf_tables): chain `nosuch' in table `filter' is incompatible, use 'nft' tool.
[1]
$ ip6tables -S nosuch
ip6tables v1.8.9 (nf_tables): chain `nosuch' in table `filter' is incompatible, use 'nft' tool.
[1]
$ ip6tables -P INPUT
ip6tables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -P input DROP
ip6tables: Bad built-in chain name.
[1]
$ ip6tables -P INPUT -j DROP
ip6tables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -P INPUT REJECT
ip6tables: Bad policy name. Run `dmesg' for more information.
[1]
$ ip6tables -P FORWARD DROP
$ ip6tables -N LOGGING
$ ip6tables -N logdrop
$ ip6tables -A LOGGING -m limit --limit 2/min -j LOG --log-prefix "IPTables-Dropped: " --log-level 4
$ ip6tables -A LOGGING -j DROP
$ ip6tables -A INPUT -j LOGGING
$ ip6tables -X LOGGING
ip6tables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain LOGGING
[4]
$ ip6tables -F LOGGING
$ ip6tables -X LOGGING
ip6tables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain LOGGING
[4]
$ ip6tables -E LOGGING X2
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N X2
-N logdrop
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 8/0 -j DROP
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j DROP
-A INPUT -s fd00::/64 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s fd01::/64 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s fd01::/64 -j REJECT --reject-with icmp6-adm-prohibited
-A INPUT -i lo -j ACCEPT
-A INPUT -i lo,eth0 -j ACCEPT
-A INPUT -m state --state NEW -j ACCEPT
-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A INPUT -j LOG --log-prefix "my log: " --log-level 6
-A INPUT -j X2
$ ip6tables -A INPUT -p tcp --syn -m limit --limit 1/s --limit-burst 3 -j RETURN
$ ip6tables -A INPUT -p tcp -m connlimit --connlimit-above 20 --connlimit-mask 24 --dport 80 -j DROP
$ ip6tables -A INPUT -m pkttype --pkt-type broadcast -j DROP
$ ip6tables -A INPUT -m time --timestart 08:00 --timestop 18:00 --weekdays Mon,Tue,Wed,Thu,Fri -j ACCEPT
$ ip6tables -A INPUT -m mac --mac-source aa:bb:cc:dd:ee:ff -j DROP
$ ip6tables -A INPUT -m mac --mac-source aabbccddeeff -j DROP
ip6tables v1.8.9 (nf_tables): Invalid MAC address specified.
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m iprange --src-range fd00::1-fd00::9 -j DROP
$ ip6tables -A INPUT -m iprange --src-range fd00::9 -j DROP
$ ip6tables -A INPUT -m string --string "x" --algo bm --to 65535 -j DROP
$ ip6tables -A OUTPUT -m owner --uid-owner www-data -j DROP
$ ip6tables -A OUTPUT -d www.example.com -j DROP
ip6tables v1.8.9 (nf_tables): host/network `www.example.com' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A OUTPUT -p tcp -d 2606::1 --dport 443 -j REJECT
$ ip6tables -A OUTPUT -p tcp -d 2606::1 --sport 443 --sports 1
ip6tables v1.8.9 (nf_tables): unknown option "--sports"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A PREROUTING -p tcp --dport 80 -j MARK --set-mark 0x1
$ ip6tables -t mangle -A PREROUTING -p tcp --dport 80 -j MARK --set-mark 1 --set-mark 2
ip6tables v1.8.9 (nf_tables): MARK: option "--set-mark" can only be used once.

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A POSTROUTING -j TTL --ttl-set 65
ip6tables v1.8.9 (nf_tables): unknown option "--ttl-set"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
$ ip6tables -t raw -A PREROUTING -p udp --dport 53 -j NOTRACK
$ ip6tables -t raw -A PREROUTING -p udp --dport 53 -j CT --notrack
$ ip6tables -t raw -A PREROUTING -p tcp --dport 53 -j TRACE
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N X2
-N logdrop
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 8/0 -j DROP
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j DROP
-A INPUT -s fd00::/64 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s fd01::/64 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s fd01::/64 -j REJECT --reject-with icmp6-adm-prohibited
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
-A INPUT -m iprange --src-range fd00::1-fd00::9 -j DROP
-A INPUT -m iprange --src-range fd00::9-fd00::9 -j DROP
-A INPUT -m string --string "x" --algo bm -j DROP
-A OUTPUT -m owner --uid-owner 33 -j DROP
-A OUTPUT -d 2606::1/128 -p tcp -m tcp --dport 443 -j REJECT --reject-with icmp6-port-unreachable
$ ip6tables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s fd00::/64 -o eth0 -j MASQUERADE
$ ip6tables -t mangle -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x1/0xffffffff
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
$ ip6tables -t raw -S
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
$ ip6tables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       ipv6-icmp --  anywhere             anywhere             ipv6-icmptype 8 code 0
DROP       ipv6-icmp --  anywhere             anywhere             ipv6-icmp echo-request
ACCEPT     tcp  --  fd00::/64            anywhere             tcp dpt:ssh
ACCEPT     tcp  --  anywhere             anywhere             tcp dpt:ssh
REJECT     tcp  --  fd01::/64            anywhere             tcp dpt:ssh reject-with tcp-reset
REJECT     all  --  fd01::/64            anywhere             reject-with icmp6-adm-prohibited
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
DROP       all  --  anywhere             anywhere             source IP range fd00::1-fd00::9
DROP       all  --  anywhere             anywhere             source IP range fd00::9-fd00::9
DROP       all  --  anywhere             anywhere             STRING match  "x" ALGO name bm

Chain FORWARD (policy DROP)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       all  --  anywhere             anywhere             owner UID match www-data
REJECT     tcp  --  anywhere             2606::1              tcp dpt:https reject-with icmp6-port-unreachable

Chain X2 (1 references)
target     prot opt source               destination         

Chain logdrop (0 references)
target     prot opt source               destination         
$ ip6tables -L -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       58   --  ::/0                 ::/0                 ipv6-icmptype 8 code 0
DROP       58   --  ::/0                 ::/0                 ipv6-icmptype 128
ACCEPT     6    --  fd00::/64            ::/0                 tcp dpt:22
ACCEPT     6    --  ::/0                 ::/0                 tcp dpt:22
REJECT     6    --  fd01::/64            ::/0                 tcp dpt:22 reject-with tcp-reset
REJECT     0    --  fd01::/64            ::/0                 reject-with icmp6-adm-prohibited
ACCEPT     0    --  ::/0                 ::/0                
ACCEPT     0    --  ::/0                 ::/0                
ACCEPT     0    --  ::/0                 ::/0                 state NEW
ACCEPT     0    --  ::/0                 ::/0                 ctstate RELATED,ESTABLISHED
LOG        0    --  ::/0                 ::/0                 LOG flags 0 level 6 prefix "my log: "
X2         0    --  ::/0                 ::/0                
RETURN     6    --  ::/0                 ::/0                 tcp flags:0x17/0x02 limit: avg 1/sec burst 3
DROP       6    --  ::/0                 ::/0                 #conn src/24 > 20 tcp dpt:80
DROP       0    --  ::/0                 ::/0                 PKTTYPE = broadcast
ACCEPT     0    --  ::/0                 ::/0                 TIME from 08:00:00 to 18:00:00 on Mon,Tue,Wed,Thu,Fri UTC
DROP       0    --  ::/0                 ::/0                 MAC aa:bb:cc:dd:ee:ff
DROP       0    --  ::/0                 ::/0                 source IP range fd00::1-fd00::9
DROP       0    --  ::/0                 ::/0                 source IP range fd00::9-fd00::9
DROP       0    --  ::/0                 ::/0                 STRING match  "x" ALGO name bm

Chain FORWARD (policy DROP)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       0    --  ::/0                 ::/0                 owner UID match 33
REJECT     6    --  ::/0                 2606::1              tcp dpt:443 reject-with icmp6-port-unreachable

Chain X2 (1 references)
target     prot opt source               destination         

Chain logdrop (0 references)
target     prot opt source               destination         
$ ip6tables-save
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*mangle
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -p tcp -m tcp --dport 80 -j MARK --set-xmark 0x1/0xffffffff
-A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*raw
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:X2 - [0:0]
:logdrop - [0:0]
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 8/0 -j DROP
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j DROP
-A INPUT -s fd00::/64 -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -s fd01::/64 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset
-A INPUT -s fd01::/64 -j REJECT --reject-with icmp6-adm-prohibited
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
-A INPUT -m iprange --src-range fd00::1-fd00::9 -j DROP
-A INPUT -m iprange --src-range fd00::9-fd00::9 -j DROP
-A INPUT -m string --string "x" --algo bm -j DROP
-A OUTPUT -m owner --uid-owner 33 -j DROP
-A OUTPUT -d 2606::1/128 -p tcp -m tcp --dport 443 -j REJECT --reject-with icmp6-port-unreachable
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination [fd00::2]:8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -m tcp --dport 80 -j REDIRECT
-A POSTROUTING -s fd00::/64 -o eth0 -j MASQUERADE
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
$ ip6tables -Z
$ ip6tables -F; ip6tables -X; ip6tables -t nat -F; ip6tables -t nat -X; ip6tables -t mangle -F
$ ip6tables-save
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*mangle
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*raw
:PREROUTING ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A PREROUTING -p udp -m udp --dport 53 -j NOTRACK
-A PREROUTING -p udp -m udp --dport 53 -j CT --notrack
-A PREROUTING -p tcp -m tcp --dport 53 -j TRACE
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
\# Generated by ip6tables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:46 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:46 2026
$ nft list ruleset
table ip6 filter {
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
	}
}
table ip6 nat {
}
table ip6 mangle {
	chain PREROUTING {
		type filter hook prerouting priority mangle; policy accept;
	}

	chain FORWARD {
		type filter hook forward priority mangle; policy accept;
	}
}
\# Warning: table ip6 raw is managed by iptables-nft, do not touch!
table ip6 raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		udp dport 53 counter packets 0 bytes 0 notrack
		udp dport 53 counter packets 0 bytes 0 notrack
		tcp dport 53 counter packets 0 bytes 0 meta nftrace set 1
	}
}
$ ip6tables --flush
$ ip6tables --delete-chain
$ ip6tables --flush INPUT FORWARD
Bad argument `FORWARD'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables help
Bad argument `help'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -?
ip6tables v1.8.9 (nf_tables): unknown option "-?"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables list
Bad argument `list'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -l
ip6tables v1.8.9 (nf_tables): unknown option "-l"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -L INPUT OUTPUT
ip6tables v1.8.9 (nf_tables): Invalid rule number `OUTPUT'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables L
Bad argument `L'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -L,
ip6tables v1.8.9 (nf_tables): chain `,' in table `filter' is incompatible, use 'nft' tool.
[1]
$ ip6tables --list --table nat -n
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
$ ip6tables -C INPUT -i lo -j ACCEPT
ip6tables: Bad rule (does a matching rule exist in that chain?).
[1]
$ ip6tables -t filter -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
$ ip6tables -t filter,nat -L
ip6tables v1.8.9 (nf_tables): table 'filter,nat' does not exist
Perhaps ip6tables or your kernel needs to be upgraded.
[3]
$ ip6tables -L -t raw
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
CT         udp  --  anywhere             anywhere             udp dpt:domain NOTRACK
CT         udp  --  anywhere             anywhere             udp dpt:domain CT notrack
TRACE      tcp  --  anywhere             anywhere             tcp dpt:domain

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ ip6tables -A INPUT -p udp --dport 53 --sport 1024:65535 -j ACCEPT
$ ip6tables -A INPUT -p udp --dport 53 --dport 54 -j ACCEPT
ip6tables v1.8.9 (nf_tables): udp: option "--destination-port" can only be used once.

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmpv6 --dport 53 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown option "--dport"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p all --icmpv6-type 8 -j ACCEPT
ip6tables v1.8.9 (nf_tables): unknown option "--icmpv6-type"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m tcp --dport 80 -j ACCEPT
ip6tables v1.8.9 (nf_tables): TCP match requires '-p tcp'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m conntrack --ctstate NEW -p tcp --dport 80 -j ACCEPT --foo
ip6tables v1.8.9 (nf_tables): unknown option "--foo"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m comment --comment this is -j ACCEPT
Bad argument `is'
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m comment --comment 'this is' -j ACCEPT -m comment
ip6tables v1.8.9 (nf_tables): comment: option "--comment" must be specified

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -m nosuch -j NOSUCH
ip6tables v1.8.9 (nf_tables): Couldn't load match `nosuch':No such file or directory

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -j REJECT --reject-with
ip6tables v1.8.9 (nf_tables): option "--reject-with" requires an argument
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -j REJECT --reject icmp6-port-unreachable
$ ip6tables -A INPUT -j DROP --reject-with icmp6-port-unreachable
ip6tables v1.8.9 (nf_tables): unknown option "--reject-with"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A FORWARD -m physdev --physdev-in v1 --physdev-out v2 -j DROP
$ ip6tables -A FORWARD -m physdev ! --physdev-is-bridged -j DROP
$ ip6tables -A FORWARD -m statistic --mode random --probability 50% -j DROP
ip6tables v1.8.9 (nf_tables): statistic: bad value for option "--probability", or out of range (0-1).

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A FORWARD -m statistic --mode nth --every 2 --packet 0 -j DROP
$ ip6tables -A FORWARD -m recent --name bad --rcheck --seconds 60 -j DROP
$ ip6tables -A FORWARD -m hashlimit --hashlimit-name x --hashlimit 10/s -j DROP
$ ip6tables -A FORWARD -m length --length 0:100 -j DROP
$ ip6tables -A FORWARD -m ttl --ttl 5 -j DROP
ip6tables v1.8.9 (nf_tables): Couldn't load match `ttl':No such file or directory

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A FORWARD -m ttl --ttl-lt 5 -j DROP
ip6tables v1.8.9 (nf_tables): Couldn't load match `ttl':No such file or directory

Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A FORWARD -m mark --mark 0x1/0xff -j DROP
$ ip6tables -A FORWARD -m tos --tos Minimize-Delay -j DROP
$ ip6tables -S FORWARD
-P FORWARD DROP
-A FORWARD -m physdev --physdev-in v1 --physdev-out v2 -j DROP
-A FORWARD -m physdev ! --physdev-is-bridged -j DROP
-A FORWARD -m statistic --mode nth --every 2 --packet 0 -j DROP
-A FORWARD -m recent --rcheck --seconds 60 --name bad --mask ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff --rsource -j DROP
-A FORWARD -m hashlimit --hashlimit-upto 10/sec --hashlimit-burst 5 --hashlimit-name x -j DROP
-A FORWARD -m length --length 0:100 -j DROP
-A FORWARD -m mark --mark 0x1/0xff -j DROP
-A FORWARD -m tos --tos 0x10/0x3f -j DROP
