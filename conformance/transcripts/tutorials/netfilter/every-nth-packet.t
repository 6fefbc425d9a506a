# Which packets --every and --packet choose
$ ip link set lo up
$ iptables -A INPUT -p icmp --icmp-type 8 -m statistic --mode nth --every 2 --packet 0
$ iptables -A INPUT -p icmp --icmp-type 8 -m statistic --mode nth --every 3 --packet 1
$ iptables -A INPUT -p icmp --icmp-type 8 -m statistic --mode nth --every 3 --packet 2
$ iptables -A INPUT -p icmp --icmp-type 8 -m statistic --mode nth --every 3
iptables v1.8.9 (nf_tables): statistic: option "--every" also requires "--packet".

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ for i in 1 2 3 4 5 6; do ping -c1 -q 127.0.0.1 >/dev/null; iptables -nvL INPUT | awk 'NR>2{printf "%s ",$1}'; echo; done
1 0 0 
1 1 0 
2 1 1 
2 1 1 
3 2 1 
3 2 2 
$ iptables -t nat -N S
$ iptables -t nat -A OUTPUT -p icmp -j S
$ iptables -t nat -A S -m statistic --mode nth --every 2 --packet 0
$ for i in 1 2 3 4 ; do ping -c1 -q 127.0.0.1 >/dev/null; iptables -t nat -nvL S | awk 'NR>2{printf "%s ",$1}'; echo; done
0 
0 
0 
0 
