# Turning IPv6 off and on again, and the settings of devices
$ ip link set lo up
$ ip link add va type veth peer name vb
$ ip link set va up
$ ip link set vb up
$ ip addr add 2001:db8::1/64 dev va
$ sleep 3
$ sysctl net.ipv6.conf.va.disable_ipv6 net.ipv6.conf.va.accept_dad net.ipv6.conf.lo.accept_dad net.ipv6.conf.va.mtu net.ipv6.conf.va.hop_limit
net.ipv6.conf.va.disable_ipv6 = 0
net.ipv6.conf.va.accept_dad = 1
net.ipv6.conf.lo.accept_dad = -1
net.ipv6.conf.va.mtu = 1500
net.ipv6.conf.va.hop_limit = 64
$ sysctl -w net.ipv6.conf.va.disable_ipv6=1
net.ipv6.conf.va.disable_ipv6 = 1
$ ip -6 addr
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 state UNKNOWN qlen 1000
    inet6 ::1/128 scope host 
       valid_lft forever preferred_lft forever
2: vb@va: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP qlen 1000
    inet6 fe80::444c:4bff:fe72:82cb/64 scope link 
       valid_lft forever preferred_lft forever
$ ip -6 route
fe80::/64 dev vb proto kernel metric 256 pref medium
$ ip addr add 2001:db8::1/64 dev va
Error: ipv6: IPv6 is disabled on this device.
[2]
$ ip -6 route add 2001:db8:9::/64 dev va
Error: IPv6 is disabled on nexthop device.
[2]
$ sysctl -w net.ipv6.conf.va.disable_ipv6=0
net.ipv6.conf.va.disable_ipv6 = 0
$ ip -6 addr show dev va | wc -l
3
$ sysctl -w net.ipv6.conf.all.disable_ipv6=1
net.ipv6.conf.all.disable_ipv6 = 1
$ sysctl net.ipv6.conf.default.disable_ipv6 net.ipv6.conf.lo.disable_ipv6 net.ipv6.conf.vb.disable_ipv6
net.ipv6.conf.default.disable_ipv6 = 1
net.ipv6.conf.lo.disable_ipv6 = 1
net.ipv6.conf.vb.disable_ipv6 = 1
$ ping -c 1 ::1
ping: connect: Cannot assign requested address
[2]
$ sysctl -w net.ipv6.conf.all.disable_ipv6=0
net.ipv6.conf.all.disable_ipv6 = 0
$ ping -c 1 ::1
PING ::1(::1) 56 data bytes
64 bytes from ::1: icmp_seq=1 ttl=64 time=0.032 ms

--- ::1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.032/0.032/0.032/0.000 ms
$ sysctl -w net.ipv6.conf.va.addr_gen_mode=1
net.ipv6.conf.va.addr_gen_mode = 1
$ ip link set va down
$ ip link set va up
$ sleep 3
$ ip -6 addr show dev va
$ sysctl -w net.ipv6.conf.va.hop_limit=0
sysctl: setting key "net.ipv6.conf.va.hop_limit": Invalid argument
[1]
$ sysctl -w net.ipv6.conf.va.mtu=1000
sysctl: setting key "net.ipv6.conf.va.mtu": Invalid argument
[1]
$ sysctl -w net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.forwarding = 1
$ sysctl net.ipv6.conf.va.forwarding net.ipv6.conf.default.forwarding
net.ipv6.conf.va.forwarding = 1
net.ipv6.conf.default.forwarding = 1
$ ip -6 route show table local type anycast
anycast fe80:: dev vb proto kernel metric 0 pref medium
$ sysctl -w net.ipv6.conf.all.forwarding=0
net.ipv6.conf.all.forwarding = 0
$ ip -6 route show table local type anycast
