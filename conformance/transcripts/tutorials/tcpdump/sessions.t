#! world: bare
$ ip netns add a; ip netns add b
$ ip link add v0 netns a address 02:00:00:00:00:01 type veth peer name v1 netns b address 02:00:00:00:00:02
$ ip -n a addr add 10.0.0.1/24 dev v0; ip -n b addr add 10.0.0.2/24 dev v1
$ ip -n a link set v0 up; ip -n b link set v1 up; ip -n a link set lo up; ip -n b link set lo up; sleep 2
$ ip netns exec b timeout 2 tcpdump -n -i v1 icmp & sleep 0.5; ip netns exec a ping -c 1 10.0.0.2 >/dev/null; wait $!
tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
listening on v1, link-type EN10MB (Ethernet), snapshot length 262144 bytes
02:43:01.684670 IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 26, seq 1, length 64
02:43:01.684755 IP 10.0.0.2 > 10.0.0.1: ICMP echo reply, id 26, seq 1, length 64

2 packets captured
2 packets received by filter
0 packets dropped by kernel
[124]
$ ip netns exec b timeout 3 tcpdump -w /tmp/x.pcap -i v1 icmp or udp & sleep 0.5; ip netns exec a ping -c 1 10.0.0.2 >/dev/null; echo hi | ip netns exec a nc -u -w1 10.0.0.2 999; wait $!
tcpdump: listening on v1, link-type EN10MB (Ethernet), snapshot length 262144 bytes
4 packets captured
4 packets received by filter
0 packets dropped by kernel
[124]
$ tcpdump --count -r /tmp/x.pcap icmp
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
3 packets
$ tcpdump -t -nn -r /tmp/x.pcap icmp
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 30, seq 1, length 64
IP 10.0.0.2 > 10.0.0.1: ICMP echo reply, id 30, seq 1, length 64
IP 10.0.0.2 > 10.0.0.1: ICMP 10.0.0.2 udp port 999 unreachable, length 39
$ tcpdump -t -nn -v -r /tmp/x.pcap 'icmp[icmptype] == icmp-echo' | sed 's/id [0-9]*/id N/'
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
IP (tos 0x0, ttl 64, id N, offset 0, flags [DF], proto ICMP (1), length 84)
    10.0.0.1 > 10.0.0.2: ICMP echo request, id N, seq 1, length 64
$ tcpdump -t -q -nn -r /tmp/x.pcap 'udp port 999'
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
IP 10.0.0.1.42141 > 10.0.0.2.999: UDP, length 3
$ tcpdump -t -e -nn -r /tmp/x.pcap 'dst port 999' | sed 's/\.[0-9]* >/.PORT >/'
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
02:00:00:00:00:01 > 02:00:00:00:00:02, ethertype IPv4 (0x0800), length 45: 10.0.0.1.PORT > 10.0.0.2.999: UDP, length 3
$ tcpdump -nn -r /tmp/x.pcap 'host 10.0.0.300'
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
tcpdump: invalid IPv4 address '10.0.0.300'
[1]
$ tcpdump -nn -r /tmp/x.pcap 'bogus filter'
reading from file /tmp/x.pcap, link-type EN10MB (Ethernet), snapshot length 262144
tcpdump: can't parse filter expression: syntax error
[1]
$ ip netns exec b dnsmasq -k -C /dev/null --no-resolv --no-hosts --address=/web.test/10.0.0.9 -p 53 >/dev/null 2>&1 & sleep 0.5
$ ip netns exec b timeout 3 tcpdump -n -v -t -i v1 udp port 53 2>/dev/null | sed 's/id [0-9]*/id N/;s/10.0.0.1.[0-9]\{4,5\}/10.0.0.1.PORT/;s/: [0-9]\+/: ID/' & sleep 0.5; ip netns exec a dig @10.0.0.2 web.test +short; wait $!
10.0.0.9
IP (tos 0x0, ttl 64, id N, offset 0, flags [none], proto UDP (17), length 77)
    10.0.0.1.PORT > 10.0.0.2.53: ID+ [1au] A? web.test. (49)
IP (tos 0x0, ttl 64, id N, offset 0, flags [DF], proto UDP (17), length 81)
    10.0.0.2.53 > 10.0.0.1.PORT: ID* 1/0/1 web.test. A 10.0.0.9 (53)

$ ip netns exec b python3 -m http.server 80 >/dev/null 2>&1 & sleep 0.7
$ ip netns exec b timeout 3 tcpdump -nn -t -i v1 'tcp[tcpflags] & tcp-push != 0' 2>/dev/null | sed 's/10.0.0.1.[0-9]\{5\}/10.0.0.1.PORT/;s/win [0-9]*/win W/;s/[0-9]\{7,\}/BIG/g;s/TS val [0-9]* ecr [0-9]*/TS/' & sleep 0.5; ip netns exec a curl -s http://10.0.0.2/nosuch >/dev/null; wait $!
IP 10.0.0.1.PORT > 10.0.0.2.80: Flags [P.], seq BIG:BIG, ack BIG, win W, options [nop,nop,TS val BIG ecr BIG], length 78: HTTP: GET /nosuch HTTP/1.1
IP 10.0.0.2.80 > 10.0.0.1.PORT: Flags [P.], seq 1:186, ack 78, win W, options [nop,nop,TS val BIG ecr BIG], length 185: HTTP: HTTP/1.0 404 File not found
IP 10.0.0.2.80 > 10.0.0.1.PORT: Flags [P.], seq 186:521, ack 78, win W, options [nop,nop,TS val BIG ecr BIG], length 335: HTTP

