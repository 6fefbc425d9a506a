# What nft shows of the rules of iptables.
#! world: bare
$ nft list ruleset
$ nft list tables
$ iptables -A INPUT -p tcp --dport 22 -s 10.0.0.0/8 -i eth0 -j ACCEPT
$ iptables -A INPUT -p tcp -s 10.0.0.0/8 -d 10.1.1.0/255.255.0.255 -i eth+ -j ACCEPT
$ iptables -A FORWARD ! -s 10.0.0.0/8 ! -i eth0 ! -o eth+ -f -j DROP
$ iptables -A FORWARD ! -f -p icmp -j DROP
$ iptables -A FORWARD -p 47 -j DROP
$ iptables -A FORWARD -p esp -s 1.2.0.0/16 -d 1.2.3.0/24 -j DROP
$ iptables -A FORWARD -s 10.0.0.0/9 -j DROP
$ iptables -A FORWARD ! -d 10.0.0.0/9 -j DROP
$ iptables -N FOO; iptables -N aaa; iptables -A FOO -g aaa
$ iptables -A FORWARD -j FOO -m comment --comment "hi there"
$ iptables -A FORWARD -m comment --comment "hi there" -p tcp --dport 5
$ iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
$ iptables -A FORWARD -m state --state RELATED,ESTABLISHED -j ACCEPT
$ iptables -A FORWARD -m limit --limit 5/min -j LOG --log-prefix "x: "
$ iptables -A FORWARD -m recent --set
$ iptables -A FORWARD -m mark --mark 1 -m mark ! --mark 2/3
$ iptables -P FORWARD DROP
$ iptables -t nat -A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
$ iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j RETURN
$ iptables -t nat -A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j RETURN
$ iptables -t raw -A PREROUTING -p tcp --syn -j NOTRACK
$ iptables -t mangle -A OUTPUT -j MARK --set-mark 1
$ iptables -t security -A OUTPUT -j ACCEPT
$ ip6tables -A INPUT -p tcp --dport 22 -s fd00::/8 -j ACCEPT
$ ip6tables -A INPUT -p icmpv6 -s fd00::1 -d fd00::/64 -j ACCEPT
$ ip6tables -t nat -A POSTROUTING -s fd00::/8 -j MASQUERADE
$ nft list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft -a list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter { # handle 1
	chain INPUT { # handle 1
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept # handle 2
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept # handle 3
	}

	chain FORWARD { # handle 4
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop # handle 5
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop # handle 6
		meta l4proto gre counter packets 0 bytes 0 drop # handle 7
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop # handle 8
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop # handle 9
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop # handle 10
		 counter packets 0 bytes 0 jump FOO # handle 14
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0 # handle 15
		ct state related,established counter packets 0 bytes 0 accept # handle 16
		ct state related,established counter packets 0 bytes 0 accept # handle 17
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: " # handle 18
		xt match recent counter packets 0 bytes 0 # handle 19
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0 # handle 20
	}

	chain FOO { # handle 11
		counter packets 0 bytes 0 goto aaa # handle 13
	}

	chain aaa { # handle 12
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat { # handle 2
	chain POSTROUTING { # handle 1
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade # handle 2
	}

	chain PREROUTING { # handle 3
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter packets 0 bytes 0 return # handle 4
	}

	chain OUTPUT { # handle 5
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return # handle 6
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw { # handle 3
	chain PREROUTING { # handle 1
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack # handle 2
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle { # handle 4
	chain OUTPUT { # handle 1
		type route hook output priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1 # handle 2
	}
}
table ip security { # handle 5
	chain OUTPUT { # handle 1
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept # handle 2
	}
}
table ip6 filter { # handle 6
	chain INPUT { # handle 1
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept # handle 2
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept # handle 3
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat { # handle 7
	chain POSTROUTING { # handle 1
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found
 # handle 2
	}
}
$ nft -n list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto 6 ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority 0; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto 1 ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto 47 counter packets 0 bytes 0 drop
		meta l4proto 50 ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto 6  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority -300; policy accept;
		tcp flags 0x2 / 0x1,0x2,0x4,0x10 counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority -150; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto 58 ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft -nn list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto 6 ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority 0; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto 1 ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto 47 counter packets 0 bytes 0 drop
		meta l4proto 50 ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto 6  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority -300; policy accept;
		tcp flags 0x2 / 0x1,0x2,0x4,0x10 counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority -150; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto 58 ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft -y list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority 0; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority -100; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority -300; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority -150; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority 0; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority 100; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft -s list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter drop
		meta l4proto gre counter drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter drop
		ip saddr 10.0.0.0/9 counter drop
		ip daddr != 10.0.0.0/9 counter drop
		 counter jump FOO
		meta l4proto tcp  tcp dport 5 counter
		ct state related,established counter accept
		ct state related,established counter accept
		limit rate 5/minute counter log prefix "x: "
		xt match recent counter
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter
	}

	chain FOO {
		counter goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
		counter meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter XT target MASQUERADE not found

	}
}
$ nft -t list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft list ruleset ip
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
$ nft list ruleset ip6
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 masquerade
	}
}
$ nft list ruleset inet
$ nft list tables ip
table ip filter
table ip nat
table ip raw
table ip mangle
table ip security
$ nft list tables ip6
table ip6 filter
table ip6 nat
$ nft list table ip filter
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
$ nft list table filter
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
$ nft list table ip6 filter
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
$ nft list chain ip filter FORWARD
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}
}
$ nft list chain filter FORWARD
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}
}
$ nft list chain ip6 filter INPUT
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
$ nft list chains
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
	}
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
	}
	chain FOO {
	}
	chain aaa {
	}
}
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
	}
	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
	}
	chain OUTPUT {
		type nat hook output priority -100; policy accept;
	}
}
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
	}
}
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
	}
}
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
	}
}
$ nft list chains ip
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
	}
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
	}
	chain FOO {
	}
	chain aaa {
	}
}
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
	}
	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
	}
	chain OUTPUT {
		type nat hook output priority -100; policy accept;
	}
}
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
	}
}
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
	}
}
$ nft list sets
table ip filter {
}
table ip nat {
}
table ip raw {
}
table ip mangle {
}
table ip security {
}
table ip6 filter {
}
table ip6 nat {
}
$ nft list maps
table ip filter {
}
table ip nat {
}
table ip raw {
}
table ip mangle {
}
table ip security {
}
table ip6 filter {
}
table ip6 nat {
}
$ nft list counters
$ nft list table
Error: syntax error, unexpected newline, expecting string
list table
          ^
[1]
$ nft list chain
Error: syntax error, unexpected newline, expecting string
list chain
          ^
[1]
$ nft list chain ip
Error: syntax error, unexpected newline, expecting string
list chain ip
             ^
[1]
$ nft list chain ip filter
Error: syntax error, unexpected newline, expecting string
list chain ip filter
                    ^
[1]
$ nft list rules
Error: syntax error, unexpected string
list rules
     ^^^^^
[1]
$ nft -f /dev/null
$ nft -c list ruleset
\# Warning: table ip filter is managed by iptables-nft, do not touch!
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		iifname "eth0" ip saddr 10.0.0.0/8 tcp dport 22 counter packets 0 bytes 0 accept
		iifname "eth*" meta l4proto tcp ip saddr 10.0.0.0/8 ip daddr & 255.255.0.255 == 10.1.0.0 counter packets 0 bytes 0 accept
	}

	chain FORWARD {
		type filter hook forward priority filter; policy drop;
		iifname != "eth0" oifname != "eth*" ip saddr != 10.0.0.0/8 ip frag-off & 8191 != 0 counter packets 0 bytes 0 drop
		meta l4proto icmp ip frag-off & 8191 == 0 counter packets 0 bytes 0 drop
		meta l4proto gre counter packets 0 bytes 0 drop
		meta l4proto esp ip saddr 1.2.0.0/16 ip daddr 1.2.3.0/24 counter packets 0 bytes 0 drop
		ip saddr 10.0.0.0/9 counter packets 0 bytes 0 drop
		ip daddr != 10.0.0.0/9 counter packets 0 bytes 0 drop
		 counter packets 0 bytes 0 jump FOO
		meta l4proto tcp  tcp dport 5 counter packets 0 bytes 0
		ct state related,established counter packets 0 bytes 0 accept
		ct state related,established counter packets 0 bytes 0 accept
		limit rate 5/minute counter packets 0 bytes 0 log prefix "x: "
		xt match recent counter packets 0 bytes 0
		meta mark 0x00000001 meta mark & 0x00000003 != 0x00000002 counter packets 0 bytes 0
	}

	chain FOO {
		counter packets 0 bytes 0 goto aaa
	}

	chain aaa {
	}
}
\# Warning: table ip nat is managed by iptables-nft, do not touch!
table ip nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		oifname != "docker0" ip saddr 172.17.0.0/16 counter packets 0 bytes 0 masquerade
	}

	chain PREROUTING {
		type nat hook prerouting priority dstnat; policy accept;
		fib daddr type local counter packets 0 bytes 0 return
	}

	chain OUTPUT {
		type nat hook output priority -100; policy accept;
		ip daddr != 127.0.0.0/8 fib daddr type local counter packets 0 bytes 0 return
	}
}
\# Warning: table ip raw is managed by iptables-nft, do not touch!
table ip raw {
	chain PREROUTING {
		type filter hook prerouting priority raw; policy accept;
		tcp flags syn / fin,syn,rst,ack counter packets 0 bytes 0 notrack
	}
}
\# Warning: table ip mangle is managed by iptables-nft, do not touch!
table ip mangle {
	chain OUTPUT {
		type route hook output priority mangle; policy accept;
		counter packets 0 bytes 0 meta mark set 0x1
	}
}
table ip security {
	chain OUTPUT {
		type filter hook output priority 150; policy accept;
		counter packets 0 bytes 0 accept
	}
}
table ip6 filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		ip6 saddr fd00::/8 tcp dport 22 counter packets 0 bytes 0 accept
		meta l4proto ipv6-icmp ip6 saddr fd00::1 ip6 daddr fd00::/64 counter packets 0 bytes 0 accept
	}
}
\# Warning: table ip6 nat is managed by iptables-nft, do not touch!
table ip6 nat {
	chain POSTROUTING {
		type nat hook postrouting priority srcnat; policy accept;
		ip6 saddr fd00::/8 counter packets 0 bytes 0 XT target MASQUERADE not found

	}
}
$ nft --version
nftables v1.0.6 (Lester Gooch #5)
$ nft -v
nftables v1.0.6 (Lester Gooch #5)
$ nft -h
Usage: nft [ options ] [ cmds... ]

Options (general):
  -h, --help                      Show this help
  -v, --version                   Show version information
  -V                              Show extended version information

Options (ruleset input handling):
  -f, --file <filename>           Read input from <filename>
  -D, --define <name=value>       Define variable, e.g. --define foo=1.2.3.4
  -i, --interactive               Read input from interactive CLI
  -I, --includepath <directory>   Add <directory> to the paths searched for include files. Default is: /etc
  -c, --check                     Check commands validity without actually applying the changes.
  -o, --optimize                  Optimize ruleset

Options (ruleset list formatting):
  -a, --handle                    Output rule handle.
  -s, --stateless                 Omit stateful information of ruleset.
  -t, --terse                     Omit contents of sets.
  -S, --service                   Translate ports to service names as described in /etc/services.
  -N, --reversedns                Translate IP addresses to names.
  -u, --guid                      Print UID/GID as defined in /etc/passwd and /etc/group.
  -n, --numeric                   Print fully numerical output.
  -y, --numeric-priority          Print chain priority numerically.
  -p, --numeric-protocol          Print layer 4 protocols numerically.
  -T, --numeric-time              Print time values numerically.

Options (command output formatting):
  -e, --echo                      Echo what has been added, inserted or replaced.
  -j, --json                      Format output in JSON
  -d, --debug <level [,level...]> Specify debugging level (scanner, parser, eval, netlink, mnl, proto-ctx, segtree, all)

$ nft --help
Usage: nft [ options ] [ cmds... ]

Options (general):
  -h, --help                      Show this help
  -v, --version                   Show version information
  -V                              Show extended version information

Options (ruleset input handling):
  -f, --file <filename>           Read input from <filename>
  -D, --define <name=value>       Define variable, e.g. --define foo=1.2.3.4
  -i, --interactive               Read input from interactive CLI
  -I, --includepath <directory>   Add <directory> to the paths searched for include files. Default is: /etc
  -c, --check                     Check commands validity without actually applying the changes.
  -o, --optimize                  Optimize ruleset

Options (ruleset list formatting):
  -a, --handle                    Output rule handle.
  -s, --stateless                 Omit stateful information of ruleset.
  -t, --terse                     Omit contents of sets.
  -S, --service                   Translate ports to service names as described in /etc/services.
  -N, --reversedns                Translate IP addresses to names.
  -u, --guid                      Print UID/GID as defined in /etc/passwd and /etc/group.
  -n, --numeric                   Print fully numerical output.
  -y, --numeric-priority          Print chain priority numerically.
  -p, --numeric-protocol          Print layer 4 protocols numerically.
  -T, --numeric-time              Print time values numerically.

Options (command output formatting):
  -e, --echo                      Echo what has been added, inserted or replaced.
  -j, --json                      Format output in JSON
  -d, --debug <level [,level...]> Specify debugging level (scanner, parser, eval, netlink, mnl, proto-ctx, segtree, all)

$ nft -x
nft: invalid option -- 'x'
[1]
$ nft list tables
table ip filter
table ip nat
table ip raw
table ip mangle
table ip security
table ip6 filter
table ip6 nat
$ nft flush ruleset ip
$ nft list tables
table ip6 filter
table ip6 nat
$ nft flush ruleset
$ nft list tables
$ nft --handle list ruleset
$ nft list ruleset extra words
Error: syntax error, unexpected string, expecting end of file or newline or semicolon
list ruleset extra words
             ^^^^^
[1]
$ nft "list ruleset"
$ nft "list tables; list tables"
