# What xtables-monitor makes of rules of IPv6: it reads them with the extensions of IPv4.
$ ip link set lo up
$ ip6tables -A INPUT -i lo -j ACCEPT
$ (timeout 2 stdbuf -oL xtables-monitor -e > /tmp/e 2>&1 &) ; sleep 0.4
$ ip6tables -A INPUT -p icmpv6 -j ACCEPT
$ ip6tables -A INPUT -p udp --dport 80:90 -j DROP
$ ip6tables -A INPUT -p udp -m udp -j ACCEPT
$ ip6tables -A INPUT -p udp -m multiport --dports 80,90 -j ACCEPT
$ ip6tables -A INPUT -j REJECT
$ ip6tables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-no-route
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-adm-prohibited
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-addr-unreachable
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-port-unreachable
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-policy-fail
$ ip6tables -A INPUT -j REJECT --reject-with icmp6-reject-route
$ sleep 2; cat /tmp/e
 EVENT: -6 -t filter -A INPUT -p ipv6-icmp -j ACCEPT
NEWGEN: GENID=3 PID=564332 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -p udp -j DROP
NEWGEN: GENID=4 PID=564333 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -p udp -m udp -j ACCEPT
NEWGEN: GENID=5 PID=564334 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -p udp -m multiport --dports 80,90 -j ACCEPT
NEWGEN: GENID=6 PID=564335 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with (null)
NEWGEN: GENID=7 PID=564336 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -p tcp -j REJECT --reject-with icmp-host-prohibited
NEWGEN: GENID=8 PID=564337 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with icmp-net-unreachable
NEWGEN: GENID=9 PID=564338 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with icmp-host-unreachable
NEWGEN: GENID=10 PID=564339 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with icmp-port-unreachable
NEWGEN: GENID=11 PID=564340 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with (null)
NEWGEN: GENID=12 PID=564341 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with tcp-reset
NEWGEN: GENID=13 PID=564342 NAME=ip6tables
 EVENT: -6 -t filter -A INPUT -j REJECT --reject-with icmp-admin-prohibited
NEWGEN: GENID=14 PID=564343 NAME=ip6tables
$ (timeout 1 stdbuf -oL xtables-monitor -e -4 > /tmp/e4 2>&1 &) ; timeout 1 stdbuf -oL xtables-monitor -e > /tmp/e 2>&1 & sleep 0.4; ip6tables -A INPUT -p icmpv6 --icmpv6-type echo-request -j DROP; wait $!; echo $?
3
$ cat /tmp/e; echo; sleep 0.7; cat /tmp/e4
Error: match extension not found
xtables-monitor v1.8.9 (nf_tables): Parsing nftables rule failed
Perhaps xtables-monitor or your kernel needs to be upgraded.
 EVENT: -6 -t filter 
NEWGEN: GENID=15 PID=564376 NAME=ip6tables
$ (timeout 1 stdbuf -oL xtables-monitor -e -4 > /tmp/e4 2>&1 &) ; timeout 1 stdbuf -oL xtables-monitor -e > /tmp/e 2>&1 & sleep 0.4; ip6tables -A INPUT -p tcp --dport 80 -m hl --hl-lt 5 -j DROP; wait $!; echo $?
3
$ cat /tmp/e; echo; sleep 0.7; cat /tmp/e4
Error: unsupported layer 4 protocol value
Error: match extension not found
xtables-monitor v1.8.9 (nf_tables): Parsing nftables rule failed
Perhaps xtables-monitor or your kernel needs to be upgraded.
 EVENT: -6 -t filter 
NEWGEN: GENID=16 PID=564386 NAME=ip6tables
$ (timeout 1 stdbuf -oL xtables-monitor -e -4 > /tmp/e4 2>&1 &) ; timeout 1 stdbuf -oL xtables-monitor -e > /tmp/e 2>&1 & sleep 0.4; ip6tables -A INPUT -p tcp --syn --dport 80 -j DROP; wait $!; echo $?
3
$ cat /tmp/e; echo; sleep 0.7; cat /tmp/e4
Error: unsupported layer 4 protocol value
Error: unsupported layer 4 protocol value
xtables-monitor v1.8.9 (nf_tables): Parsing nftables rule failed
Perhaps xtables-monitor or your kernel needs to be upgraded.
 EVENT: -6 -t filter 
NEWGEN: GENID=17 PID=564396 NAME=ip6tables
