#! world: bare
# The four messages of a lease, short and long.
$ ip netns add srv
$ ip netns add cli
$ ip link add eth0 netns srv address 02:00:00:00:00:01 type veth peer name eth0 netns cli
$ ip -n srv link set eth0 up
$ ip -n cli link set eth0 address 02:00:00:00:00:10 up
$ ip -n srv addr add 10.9.0.1/24 dev eth0
$ sleep 1
$ ip netns exec srv dnsmasq --port=0 --no-ping --interface=eth0 --bind-interfaces --dhcp-range=10.9.0.100,10.9.0.150,12h --dhcp-leasefile=/tmp/leases --pid-file=/tmp/dnsmasq.pid
$ ip netns exec srv tcpdump -n -i eth0 -w /tmp/cap port 67 or port 68 2>/dev/null &
$ sleep 0.5
$ ip netns exec cli udhcpc -i eth0 -n -q 2>/dev/null
$ sleep 0.5; kill %1; wait
$ tcpdump -n -t -r /tmp/cap 2>/dev/null
IP 0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 02:00:00:00:00:10, length 300
IP 10.9.0.1.67 > 10.9.0.109.68: BOOTP/DHCP, Reply, length 300
IP 0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 02:00:00:00:00:10, length 300
IP 10.9.0.1.67 > 10.9.0.109.68: BOOTP/DHCP, Reply, length 300
$ tcpdump -n -t -r /tmp/cap -v 2>/dev/null | sed 's/xid 0x[0-9a-f]*/xid X/; s/, id [0-9]*/, id N/'
IP (tos 0x0, ttl 64, id N, offset 0, flags [none], proto UDP (17), length 328)
    0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 02:00:00:00:00:10, length 300, xid X, Flags [none]
	  Client-Ethernet-Address 02:00:00:00:00:10
	  Vendor-rfc1048 Extensions
	    Magic Cookie 0x63825363
	    DHCP-Message (53), length 1: Discover
	    MSZ (57), length 2: 576
	    Parameter-Request (55), length 7: 
	      Subnet-Mask (1), Default-Gateway (3), Domain-Name-Server (6), Hostname (12)
	      Domain-Name (15), BR (28), NTP (42)
	    Vendor-Class (60), length 12: "udhcp 1.35.0"
	    Client-ID (61), length 7: ether 02:00:00:00:00:10
IP (tos 0xc0, ttl 64, id N, offset 0, flags [none], proto UDP (17), length 328)
    10.9.0.1.67 > 10.9.0.109.68: BOOTP/DHCP, Reply, length 300, xid X, Flags [none]
	  Your-IP 10.9.0.109
	  Server-IP 10.9.0.1
	  Client-Ethernet-Address 02:00:00:00:00:10
	  Vendor-rfc1048 Extensions
	    Magic Cookie 0x63825363
	    DHCP-Message (53), length 1: Offer
	    Server-ID (54), length 4: 10.9.0.1
	    Lease-Time (51), length 4: 43200
	    RN (58), length 4: 21600
	    RB (59), length 4: 37800
	    Subnet-Mask (1), length 4: 255.255.255.0
	    BR (28), length 4: 10.9.0.255
	    Default-Gateway (3), length 4: 10.9.0.1
IP (tos 0x0, ttl 64, id N, offset 0, flags [none], proto UDP (17), length 328)
    0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 02:00:00:00:00:10, length 300, xid X, Flags [none]
	  Client-Ethernet-Address 02:00:00:00:00:10
	  Vendor-rfc1048 Extensions
	    Magic Cookie 0x63825363
	    DHCP-Message (53), length 1: Request
	    Requested-IP (50), length 4: 10.9.0.109
	    Server-ID (54), length 4: 10.9.0.1
	    MSZ (57), length 2: 576
	    Parameter-Request (55), length 7: 
	      Subnet-Mask (1), Default-Gateway (3), Domain-Name-Server (6), Hostname (12)
	      Domain-Name (15), BR (28), NTP (42)
	    Vendor-Class (60), length 12: "udhcp 1.35.0"
	    Client-ID (61), length 7: ether 02:00:00:00:00:10
IP (tos 0xc0, ttl 64, id N, offset 0, flags [none], proto UDP (17), length 328)
    10.9.0.1.67 > 10.9.0.109.68: BOOTP/DHCP, Reply, length 300, xid X, Flags [none]
	  Your-IP 10.9.0.109
	  Server-IP 10.9.0.1
	  Client-Ethernet-Address 02:00:00:00:00:10
	  Vendor-rfc1048 Extensions
	    Magic Cookie 0x63825363
	    DHCP-Message (53), length 1: ACK
	    Server-ID (54), length 4: 10.9.0.1
	    Lease-Time (51), length 4: 43200
	    RN (58), length 4: 21600
	    RB (59), length 4: 37800
	    Subnet-Mask (1), length 4: 255.255.255.0
	    BR (28), length 4: 10.9.0.255
	    Default-Gateway (3), length 4: 10.9.0.1
$ tcpdump -n -t -e -r /tmp/cap -c 1 -vvv 2>/dev/null | sed 's/xid 0x[0-9a-f]*/xid X/'
02:00:00:00:00:10 > ff:ff:ff:ff:ff:ff, ethertype IPv4 (0x0800), length 342: (tos 0x0, ttl 64, id 0, offset 0, flags [none], proto UDP (17), length 328)
    0.0.0.0.68 > 255.255.255.255.67: [udp sum ok] BOOTP/DHCP, Request from 02:00:00:00:00:10, length 300, xid X, Flags [none] (0x0000)
	  Client-Ethernet-Address 02:00:00:00:00:10
	  Vendor-rfc1048 Extensions
	    Magic Cookie 0x63825363
	    DHCP-Message (53), length 1: Discover
	    MSZ (57), length 2: 576
	    Parameter-Request (55), length 7: 
	      Subnet-Mask (1), Default-Gateway (3), Domain-Name-Server (6), Hostname (12)
	      Domain-Name (15), BR (28), NTP (42)
	    Vendor-Class (60), length 12: "udhcp 1.35.0"
	    Client-ID (61), length 7: ether 02:00:00:00:00:10
	    END (255), length 0
	    PAD (0), length 0, occurs 20
