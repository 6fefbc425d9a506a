# The routing table of IPv6 as net-tools shows and changes it.
$ ip netns add a; ip netns add b
$ ip link add va netns a type veth peer name vb netns b
$ ip netns exec a ip link set va address 02:00:00:00:00:0a
$ for n in a b; do ip -n $n link set lo up; ip -n $n link set v$n up; done; sleep 3
$ ip -n a addr add 2001:db8::1/64 dev va nodad
$ ip -n a route add default via 2001:db8::2
$ ip -n a -6 route add default via 2001:db8::2
RTNETLINK answers: File exists
[2]
$ ip -n a route add 2001:db8:5::/48 via 2001:db8::2 metric 5
$ ip -n a route add unreachable 2001:db8:6::/48
$ ip netns exec a netstat -6r | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  [::]                       U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                [::]                       !n   1024 1      0 lo
fe80::/64                      [::]                       U    256 1      0 va
[::]/0                         2001:db8::2                UG   1024 1      0 va
localhost/128                  [::]                       Un   0   3      0 lo
2001:db8::1/128                [::]                       Un   0   2      0 va
fe80::ff:fe00:a/128            [::]                       Un   0   2      0 va
[::]/0                         [::]                       !n   -1  1      0 lo
$ ip netns exec a netstat -6rn | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
$ ip netns exec a netstat -rn -A inet6 | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
$ ip netns exec a route -6 | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  [::]                       U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                [::]                       !n   1024 1      0 lo
fe80::/64                      [::]                       U    256 1      0 va
[::]/0                         2001:db8::2                UG   1024 1      0 va
localhost/128                  [::]                       Un   0   3      0 lo
2001:db8::1/128                [::]                       Un   0   2      0 va
fe80::ff:fe00:a/128            [::]                       Un   0   2      0 va
[::]/0                         [::]                       !n   -1  1      0 lo
$ ip netns exec a route -n -A inet6 | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
$ ip netns exec a route -A inet6,inet -n | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
$ ip netns exec a netstat -46rn | grep -v ^ff00
Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 2      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
$ ip netns exec a route -6 -C
Kernel IPv6 routing cache
Destination                    Next Hop                   Flag Met Ref  Use If
$ ip netns exec a route -6 add 2001:db8:c::/48 gw 2001:db8::2
$ ip netns exec a route -A inet6 add 2001:db8:d::/48 dev va
$ ip netns exec a route -6 add 2001:db8:e::1 gw 2001:db8::2 metric 7 dev va
$ ip netns exec a route -6 add default gw 2001:db8::3
$ ip netns exec a route -6 add 2001:db8:f::/48 gw fe80::1
SIOCADDRT: Invalid argument
[7]
$ ip netns exec a route -6 add 2001:db8:f::/48 gw fe80::1 dev va
$ ip netns exec a route -6 add 2001:db8:f1::/48
SIOCADDRT: No such device
[7]
$ ip netns exec a route -6 add 2001:db8:f1::/48 gw 2001:dead::1
SIOCADDRT: No route to host
[7]
$ ip netns exec a route -6 add 2001:db8:f1::/48 dev nope
SIOGIFINDEX: No such device
[7]
$ ip netns exec a route -6 add 2001:db8:f1::/129 dev va
Usage: inet6_route [-vF] del Target
       inet6_route [-vF] add Target [gw Gw] [metric M] [[dev] If]
       inet6_route [-FC] flush      NOT supported
[3]
$ ip netns exec a route -6 add 10.0.0.0 gw 10.0.0.2
getaddrinfo: 10.0.0.0: -9
10.0.0.0: Resolver Error 0 (no error)
[1]
$ ip netns exec a route -6 add -net 2001:db8:f6::/48 dev va
getaddrinfo: #net: -2
\#net: Unknown host
[1]
$ ip netns exec a route -6 add 2001:db8:f7:: netmask 64 dev va
Usage: inet6_route [-vF] del Target
       inet6_route [-vF] add Target [gw Gw] [metric M] [[dev] If]
       inet6_route [-FC] flush      NOT supported
[3]
$ ip netns exec a route -6 add
Usage: inet6_route [-vF] del Target
       inet6_route [-vF] add Target [gw Gw] [metric M] [[dev] If]
       inet6_route [-FC] flush      NOT supported
[3]
$ ip netns exec a route add 2001:db8:cc::/48 gw 2001:db8::2
2001:db8:cc::: Unknown host
[6]
$ ip -n a -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:5::/48 via 2001:db8::2 dev va metric 5 pref medium
unreachable 2001:db8:6::/48 dev lo metric 1024 pref medium
2001:db8:c::/48 via 2001:db8::2 dev va metric 1 pref medium
2001:db8:d::/48 dev va metric 1 pref medium
2001:db8:e::1 via 2001:db8::2 dev va metric 7 onlink pref medium
2001:db8:f::/48 via fe80::1 dev va metric 1 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
default via 2001:db8::3 dev va metric 1 pref medium
default via 2001:db8::2 dev va metric 1024 pref medium
$ ip netns exec a route -n6 | grep -v ^ff00
Kernel IPv6 routing table
Destination                    Next Hop                   Flag Met Ref  Use If
2001:db8::/64                  ::                         U    256 3      0 va
2001:db8:5::/48                2001:db8::2                UG   5   2      0 va
2001:db8:6::/48                ::                         !n   1024 1      0 lo
2001:db8:c::/48                2001:db8::2                UG   1   3      0 va
2001:db8:d::/48                ::                         U    1   1      0 va
2001:db8:e::1/128              2001:db8::2                UGH  7   2      0 va
2001:db8:f::/48                fe80::1                    UG   1   1      0 va
fe80::/64                      ::                         U    256 1      0 va
::/0                           2001:db8::3                UG   1   1      0 va
::/0                           2001:db8::2                UG   1024 1      0 va
::1/128                        ::                         Un   0   3      0 lo
2001:db8::1/128                ::                         Un   0   2      0 va
fe80::ff:fe00:a/128            ::                         Un   0   2      0 va
::/0                           ::                         !n   -1  1      0 lo
$ ip netns exec a route -6 del 2001:db8:c::/48 gw 2001:db8::2
$ ip netns exec a route -6 del 2001:db8:c::/48
SIOCDELRT: No such process
[7]
$ ip netns exec a route -6 del default gw 2001:db8::3
$ ip netns exec a route -6 flush
Flushing `inet6' routing table not supported
Usage: inet6_route [-vF] del Target
       inet6_route [-vF] add Target [gw Gw] [metric M] [[dev] If]
       inet6_route [-FC] flush      NOT supported
[3]
$ ip -n a -6 route
2001:db8::/64 dev va proto kernel metric 256 pref medium
2001:db8:5::/48 via 2001:db8::2 dev va metric 5 pref medium
unreachable 2001:db8:6::/48 dev lo metric 1024 pref medium
2001:db8:d::/48 dev va metric 1 pref medium
2001:db8:e::1 via 2001:db8::2 dev va metric 7 onlink pref medium
2001:db8:f::/48 via fe80::1 dev va metric 1 pref medium
fe80::/64 dev va proto kernel metric 256 pref medium
default via 2001:db8::2 dev va metric 1024 pref medium
$ ip netns exec a route -A foo
Unknown address family `foo'.
[1]
