# Every word of ip rule, right and wrong
#! world: bare
$ ip link set lo up
$ ip rule
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
$ ip -d rule
0:	from all lookup local proto kernel
32766:	from all lookup main proto kernel
32767:	from all lookup default proto kernel
$ ip -j rule
[{"priority":0,"src":"all","table":"local"},{"priority":32766,"src":"all","table":"main"},{"priority":32767,"src":"all","table":"default"}]
$ ip -p -j rule
[ {
        "priority": 0,
        "src": "all",
        "table": "local"
    },{
        "priority": 32766,
        "src": "all",
        "table": "main"
    },{
        "priority": 32767,
        "src": "all",
        "table": "default"
    } ]
$ ip -d -j rule
[{"priority":0,"src":"all","table":"local","protocol":"kernel"},{"priority":32766,"src":"all","table":"main","protocol":"kernel"},{"priority":32767,"src":"all","table":"default","protocol":"kernel"}]
$ ip -6 rule
0:	from all lookup local
32766:	from all lookup main
$ ip -o rule
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
$ ip -s rule
0:	from all lookup local
32766:	from all lookup main
32767:	from all lookup default
$ ip rule add from 1.2.3.4 table 5
$ ip rule add from 1.2.3.4 table 5
$ ip rule add from 1.2.3.4 table 5 pref 32764
RTNETLINK answers: File exists
[2]
$ ip rule add from 1.2.3.4
$ ip rule add
"ip rule add" requires arguments.
[1]
$ ip rule del
"ip rule del" requires arguments.
[1]
$ ip rule del pref 999
RTNETLINK answers: No such file or directory
[2]
$ ip rule add from 1.2.3.4/24 table 7
$ ip rule add to 10.0.0.5/8 table 300
$ ip rule add from 10.0.0.0/33
Error: any valid prefix is expected rather than "10.0.0.0/33".
[1]
$ ip rule add from foo
Error: any valid prefix is expected rather than "foo".
[1]
$ ip rule add tos 0x10 table 5
$ ip rule add tos 0x11 table 5
Error: Invalid dsfield (tos): ECN bits must be 0.
[2]
$ ip rule add dsfield 3 table 5
Error: Invalid dsfield (tos): ECN bits must be 0.
[2]
$ ip rule add fwmark 0x1/0xff table 5
$ ip rule add fwmark 0/1 table 5
$ ip rule add fwmark abc table 5
Error: argument "abc" is wrong: fwmark value is invalid

[255]
$ ip rule add fwmark 1/x table 5
Error: argument "x" is wrong: fwmask value is invalid

[255]
$ ip rule add iif nodev table 5
$ ip rule add iif lo oif nodev table 5
$ ip rule add iif averyverylonginterfacename table 5
Error: argument "averyverylonginterfacename" is wrong: "iif"/"dev" not a valid ifname
[255]
$ ip rule add uidrange 5 table 5
Error: argument "5" is wrong: invalid UID range

[255]
$ ip rule add uidrange 5-1 table 5
Error: Invalid uid range.
[2]
$ ip rule add uidrange 5-10 table 5
$ ip rule add ipproto foo table 5
Error: argument "foo" is wrong: Invalid "ipproto" value

[255]
$ ip rule add ipproto icmp table 5
$ ip rule add ipproto 99 table 5
$ ip rule add ipproto udp sport 5 dport 6-7 table 5
$ ip rule add sport 9-5 table 5
Error: Invalid sport range.
[2]
$ ip rule add sport a table 5
Error: argument "a" is wrong: invalid port range

[255]
$ ip rule add dport 99999 table 5
$ ip rule add pref abc table 5
Error: argument "abc" is wrong: preference value is invalid

[255]
$ ip rule add pref 50 goto 100
$ ip rule add pref 50 goto 20
Error: Backward goto not supported.
[2]
$ ip rule add pref 51 goto
Command line is not complete. Try option "help"
[255]
$ ip rule add pref 52 nop
$ ip rule add pref 53 from 9.9.9.9 nop
$ ip rule add table foo
Error: argument "foo" is wrong: invalid table ID

[255]
$ ip rule add lookup 99999999999
Error: argument "99999999999" is wrong: invalid table ID

[255]
$ ip rule add suppress_prefixlength 0 table main pref 60
$ ip rule add suppress_prefixlen 0 table main pref 61
$ ip rule add suppress_prefixlength 40 table main pref 62
$ ip rule add suppress_ifgroup 5 table main pref 63
$ ip rule add suppress_ifgroup default table main pref 64
$ ip rule add suppress_ifgroup nogroup table main pref 65
Error: argument "nogroup" is wrong: Invalid "suppress_ifgroup" value

[255]
$ ip rule add realms 5 table 5 pref 66
$ ip rule add realms 5/6 table 5 pref 67
$ ip rule add realms x table 5 pref 68
Error: argument "x" is wrong: invalid realms

[255]
$ ip rule add l3mdev pref 69
$ ip rule add l3mdev table 5 pref 70
table can not be specified for l3mdev rules
[22]
$ ip rule add protocol static table 5 pref 71
$ ip rule add proto 77 table 5 pref 72
$ ip rule add proto foo table 5 pref 73
Error: argument "foo" is wrong: "protocol" value is invalid

[255]
$ ip rule add tun_id 5 table 5 pref 74
$ ip rule add nat 1.2.3.4 pref 75
Warning: route NAT is deprecated
$ ip rule add from 1.1.1.1 nat 1.2.3.4 pref 75
Warning: route NAT is deprecated
$ ip rule add type unreachable pref 76
$ ip rule add unreachable pref 76
RTNETLINK answers: File exists
[2]
$ ip rule add prohibit from 1.1.1.1 pref 77
$ ip rule add blackhole to 1.1.1.1 pref 78
$ ip rule add unicast from 3.3.3.3 pref 79
$ ip rule add not pref 80 table 5
$ ip rule add not from 5.5.5.5 pref 81 table 5
$ ip rule add from all pref 82
$ ip rule add from default to any pref 83
$ ip rule add from 0/0 pref 84
$ ip rule add from 0.0.0.0/0 to 0/0 pref 84 table 9
$ ip rule add from 10.0.0.0/8 from 11.0.0.0/8 pref 85
$ ip rule add from :: pref 86
Error: Invalid source address.
[2]
$ ip rule add from fe80::/10 to 10.0.0.0/8 pref 86
Error: Invalid source address.
[2]
$ ip rule add pref 87 foo
Error: argument "foo" is wrong: Failed to parse rule type
[255]
$ ip rule add pref 0 table 9
$ ip rule add priority 4294967296 table 9
Error: argument "4294967296" is wrong: preference value is invalid

[255]
$ ip rule add pref 4294967295 table 9
$ ip rule add order 88 table 9
$ ip rule add dev lo pref 89 table 9
$ ip rule
0:	from all lookup local
0:	from all lookup 9
50:	from all goto 100 [unresolved]
52:	from all nop
53:	from 9.9.9.9 nop
60:	from all lookup main suppress_prefixlength 0
61:	from all lookup main suppress_prefixlength 0
62:	from all lookup main suppress_prefixlength 40
63:	from all lookup main suppress_ifgroup 5
64:	from all lookup main suppress_ifgroup default
66:	from all lookup 5 realms 5
67:	from all lookup 5 realms 5/6
69:	from all lookup [l3mdev-table]
71:	from all lookup 5 proto static
72:	from all lookup 5 proto 77
74:	from all tun_id 5 lookup 5
75:	from all lookup main masquerade
75:	from 1.1.1.1 lookup main masquerade
76:	from all unreachable
77:	from 1.1.1.1 prohibit
78:	from all to 1.1.1.1 blackhole
79:	from 3.3.3.3 lookup 1
80:	not from all lookup 5
81:	not from 5.5.5.5 lookup 5
82:	from all lookup main
83:	from all lookup main
84:	from all lookup main
84:	from all lookup 9
85:	from 11.0.0.0/8 lookup main
88:	from all lookup 9
89:	from all iif lo lookup 9
32751:	from all dport 34463 lookup 5
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
32753:	from all ipproto ipproto-99 lookup 5
32754:	from all ipproto icmp lookup 5
32755:	from all uidrange 5-10 lookup 5
32756:	from all iif lo oif nodev [detached] lookup 5
32757:	from all iif nodev [detached] lookup 5
32758:	from all fwmark 0/0x1 lookup 5
32759:	from all fwmark 0x1/0xff lookup 5
32760:	from all tos 0x10 lookup 5
32761:	from all to 10.0.0.5/8 lookup 300
32762:	from 1.2.3.4/24 lookup 7
32763:	from 1.2.3.4 lookup main
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
32766:	from all lookup main
32767:	from all lookup default
4294967295:	from all lookup 9
$ ip -d rule
0:	from all lookup local proto kernel
0:	from all lookup 9 proto unspec
50:	from all goto 100 [unresolved] proto unspec
52:	from all nop proto unspec
53:	from 9.9.9.9 nop proto unspec
60:	from all lookup main suppress_prefixlength 0 proto unspec
61:	from all lookup main suppress_prefixlength 0 proto unspec
62:	from all lookup main suppress_prefixlength 40 proto unspec
63:	from all lookup main suppress_ifgroup 5 proto unspec
64:	from all lookup main suppress_ifgroup default proto unspec
66:	from all lookup 5 realms 5 proto unspec
67:	from all lookup 5 realms 5/6 proto unspec
69:	from all lookup [l3mdev-table] proto unspec
71:	from all lookup 5 proto static
72:	from all lookup 5 proto 77
74:	from all tun_id 5 lookup 5 proto unspec
75:	from all lookup main masquerade proto unspec
75:	from 1.1.1.1 lookup main masquerade proto unspec
76:	from all unreachable proto unspec
77:	from 1.1.1.1 prohibit proto unspec
78:	from all to 1.1.1.1 blackhole proto unspec
79:	from 3.3.3.3 lookup 1 proto unspec
80:	not from all lookup 5 proto unspec
81:	not from 5.5.5.5 lookup 5 proto unspec
82:	from all lookup main proto unspec
83:	from all lookup main proto unspec
84:	from all lookup main proto unspec
84:	from all lookup 9 proto unspec
85:	from 11.0.0.0/8 lookup main proto unspec
88:	from all lookup 9 proto unspec
89:	from all iif lo lookup 9 proto unspec
32751:	from all dport 34463 lookup 5 proto unspec
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5 proto unspec
32753:	from all ipproto ipproto-99 lookup 5 proto unspec
32754:	from all ipproto icmp lookup 5 proto unspec
32755:	from all uidrange 5-10 lookup 5 proto unspec
32756:	from all iif lo oif nodev [detached] lookup 5 proto unspec
32757:	from all iif nodev [detached] lookup 5 proto unspec
32758:	from all fwmark 0/0x1 lookup 5 proto unspec
32759:	from all fwmark 0x1/0xff lookup 5 proto unspec
32760:	from all tos 0x10 lookup 5 proto unspec
32761:	from all to 10.0.0.5/8 lookup 300 proto unspec
32762:	from 1.2.3.4/24 lookup 7 proto unspec
32763:	from 1.2.3.4 lookup main proto unspec
32764:	from 1.2.3.4 lookup 5 proto unspec
32765:	from 1.2.3.4 lookup 5 proto unspec
32766:	from all lookup main proto kernel
32767:	from all lookup default proto kernel
4294967295:	from all lookup 9 proto unspec
$ ip -j rule
[{"priority":0,"src":"all","table":"local"},{"priority":0,"src":"all","table":"9"},{"priority":50,"src":"all","goto":100,"unresolved":null},{"priority":52,"src":"all","nop":null},{"priority":53,"src":"9.9.9.9","nop":null},{"priority":60,"src":"all","table":"main","suppress_prefixlen":0},{"priority":61,"src":"all","table":"main","suppress_prefixlen":0},{"priority":62,"src":"all","table":"main","suppress_prefixlen":40},{"priority":63,"src":"all","table":"main","suppress_ifgroup":"5"},{"priority":64,"src":"all","table":"main","suppress_ifgroup":"default"},{"priority":66,"src":"all","table":"5","flow_to":"5"},{"priority":67,"src":"all","table":"5","flow_from":"5","flow_to":"6"},{"priority":69,"src":"all","l3mdev":null},{"priority":71,"src":"all","table":"5","protocol":"static"},{"priority":72,"src":"all","table":"5","protocol":"77"},{"priority":74,"src":"all","tun_id":5,"table":"5"},{"priority":75,"src":"all","table":"main","masquerade":null},{"priority":75,"src":"1.1.1.1","table":"main","masquerade":null},{"priority":76,"src":"all","action":"unreachable"},{"priority":77,"src":"1.1.1.1","action":"prohibit"},{"priority":78,"src":"all","dst":"1.1.1.1","action":"blackhole"},{"priority":79,"src":"3.3.3.3","table":"1"},{"priority":80,"not":null,"src":"all","table":"5"},{"priority":81,"not":null,"src":"5.5.5.5","table":"5"},{"priority":82,"src":"all","table":"main"},{"priority":83,"src":"all","table":"main"},{"priority":84,"src":"all","table":"main"},{"priority":84,"src":"all","table":"9"},{"priority":85,"src":"11.0.0.0","srclen":8,"table":"main"},{"priority":88,"src":"all","table":"9"},{"priority":89,"src":"all","iif":"lo","table":"9"},{"priority":32751,"src":"all","dport":34463,"table":"5"},{"priority":32752,"src":"all","ipproto":"udp","sport":5,"dport_start":6,"dport_end":7,"table":"5"},{"priority":32753,"src":"all","ipproto":"ipproto-99","table":"5"},{"priority":32754,"src":"all","ipproto":"icmp","table":"5"},{"priority":32755,"src":"all","uid_start":5,"uid_end":10,"table":"5"},{"priority":32756,"src":"all","iif":"lo","oif":"nodev","oif_detached":null,"table":"5"},{"priority":32757,"src":"all","iif":"nodev","iif_detached":null,"table":"5"},{"priority":32758,"src":"all","fwmark":"0","fwmask":"0x1","table":"5"},{"priority":32759,"src":"all","fwmark":"0x1","fwmask":"0xff","table":"5"},{"priority":32760,"src":"all","tos":"0x10","table":"5"},{"priority":32761,"src":"all","dst":"10.0.0.5","dstlen":8,"table":"300"},{"priority":32762,"src":"1.2.3.4","srclen":24,"table":"7"},{"priority":32763,"src":"1.2.3.4","table":"main"},{"priority":32764,"src":"1.2.3.4","table":"5"},{"priority":32765,"src":"1.2.3.4","table":"5"},{"priority":32766,"src":"all","table":"main"},{"priority":32767,"src":"all","table":"default"},{"priority":4294967295,"src":"all","table":"9"}]
$ ip -6 rule
0:	from all lookup local
32766:	from all lookup main
$ ip rule show table 5
66:	from all lookup 5 realms 5
67:	from all lookup 5 realms 5/6
71:	from all lookup 5 proto static
72:	from all lookup 5 proto 77
74:	from all tun_id 5 lookup 5
80:	not from all lookup 5
81:	not from 5.5.5.5 lookup 5
32751:	from all dport 34463 lookup 5
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
32753:	from all ipproto ipproto-99 lookup 5
32754:	from all ipproto icmp lookup 5
32755:	from all uidrange 5-10 lookup 5
32756:	from all iif lo oif nodev [detached] lookup 5
32757:	from all iif nodev [detached] lookup 5
32758:	from all fwmark 0/0x1 lookup 5
32759:	from all fwmark 0x1/0xff lookup 5
32760:	from all tos 0x10 lookup 5
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
$ ip rule show table foo
Error: argument "foo" is wrong: table id value is invalid

[255]
$ ip rule show from 1.2.3.4
32763:	from 1.2.3.4 lookup main
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
$ ip rule show from 1.2.3.0/24
32762:	from 1.2.3.4/24 lookup 7
32763:	from 1.2.3.4 lookup main
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
$ ip rule show from 1.0.0.0/8
75:	from 1.1.1.1 lookup main masquerade
77:	from 1.1.1.1 prohibit
32762:	from 1.2.3.4/24 lookup 7
32763:	from 1.2.3.4 lookup main
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
$ ip rule show to 10.0.0.0/8
32761:	from all to 10.0.0.5/8 lookup 300
$ ip rule show to 10.1.1.1
$ ip rule show fwmark 1
32759:	from all fwmark 0x1/0xff lookup 5
$ ip rule show fwmark 0x1/0xff
32759:	from all fwmark 0x1/0xff lookup 5
$ ip rule show iif lo
89:	from all iif lo lookup 9
32756:	from all iif lo oif nodev [detached] lookup 5
$ ip rule show oif nodev
32756:	from all iif lo oif nodev [detached] lookup 5
$ ip rule show dev lo
89:	from all iif lo lookup 9
32756:	from all iif lo oif nodev [detached] lookup 5
$ ip rule show tos 0x10
32760:	from all tos 0x10 lookup 5
$ ip rule show pref 50
50:	from all goto 100 [unresolved]
$ ip rule show pref x
Error: argument "x" is wrong: preference value is invalid

[255]
$ ip rule show not
80:	not from all lookup 5
81:	not from 5.5.5.5 lookup 5
$ ip rule show uidrange 5-10
32755:	from all uidrange 5-10 lookup 5
$ ip rule show ipproto udp
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
$ ip rule show sport 5
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
$ ip rule show dport 6-7
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
$ ip rule show dport 6
$ ip rule show realms 5
Error: inet prefix is expected rather than "realms".
[1]
$ ip rule show protocol static
0:	from all lookup local
0:	from all lookup 9
50:	from all goto 100 [unresolved]
52:	from all nop
53:	from 9.9.9.9 nop
60:	from all lookup main suppress_prefixlength 0
61:	from all lookup main suppress_prefixlength 0
62:	from all lookup main suppress_prefixlength 40
63:	from all lookup main suppress_ifgroup 5
64:	from all lookup main suppress_ifgroup default
66:	from all lookup 5 realms 5
67:	from all lookup 5 realms 5/6
69:	from all lookup [l3mdev-table]
71:	from all lookup 5 proto static
72:	from all lookup 5 proto 77
74:	from all tun_id 5 lookup 5
75:	from all lookup main masquerade
75:	from 1.1.1.1 lookup main masquerade
76:	from all unreachable
77:	from 1.1.1.1 prohibit
78:	from all to 1.1.1.1 blackhole
79:	from 3.3.3.3 lookup 1
80:	not from all lookup 5
81:	not from 5.5.5.5 lookup 5
82:	from all lookup main
83:	from all lookup main
84:	from all lookup main
84:	from all lookup 9
85:	from 11.0.0.0/8 lookup main
88:	from all lookup 9
89:	from all iif lo lookup 9
32751:	from all dport 34463 lookup 5
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
32753:	from all ipproto ipproto-99 lookup 5
32754:	from all ipproto icmp lookup 5
32755:	from all uidrange 5-10 lookup 5
32756:	from all iif lo oif nodev [detached] lookup 5
32757:	from all iif nodev [detached] lookup 5
32758:	from all fwmark 0/0x1 lookup 5
32759:	from all fwmark 0x1/0xff lookup 5
32760:	from all tos 0x10 lookup 5
32761:	from all to 10.0.0.5/8 lookup 300
32762:	from 1.2.3.4/24 lookup 7
32763:	from 1.2.3.4 lookup main
32764:	from 1.2.3.4 lookup 5
32765:	from 1.2.3.4 lookup 5
32766:	from all lookup main
32767:	from all lookup default
4294967295:	from all lookup 9
$ ip rule show protocol foo
Error: argument "foo" is wrong: invalid "protocol"

[255]
$ ip rule show l3mdev
69:	from all lookup [l3mdev-table]
$ ip rule show suppress_prefixlength 0
Error: inet prefix is expected rather than "suppress_prefixlength".
[1]
$ ip rule show unreachable
Error: inet prefix is expected rather than "unreachable".
[1]
$ ip rule show type prohibit
Error: inet prefix is expected rather than "type".
[1]
$ ip rule show goto 100
Error: inet prefix is expected rather than "goto".
[1]
$ ip rule show foo
Error: inet prefix is expected rather than "foo".
[1]
$ ip rule show 1.2.3.4
$ ip rule list priority 60
60:	from all lookup main suppress_prefixlength 0
$ ip rule list order 60
60:	from all lookup main suppress_prefixlength 0
$ ip rule list lookup 300
32761:	from all to 10.0.0.5/8 lookup 300
$ ip rule list vrf x
Error: inet prefix is expected rather than "vrf".
[1]
$ ip rule get
Command "get" is unknown, try "ip rule help".
[255]
$ ip rule flush foo
Error: inet prefix is expected rather than "foo".
[1]
$ ip rule del from 1.2.3.4
$ ip rule del from 1.2.3.4
$ ip rule del from 1.2.3.4
$ ip rule del pref 50
$ ip rule del table 5
$ ip rule del table 5
$ ip rule del fwmark 1
RTNETLINK answers: No such file or directory
[2]
$ ip rule del unreachable
$ ip rule del lookup 300
$ ip rule del iif nodev
$ ip rule del foo
Error: argument "foo" is wrong: Failed to parse rule type
[255]
$ ip rule del pref 0
$ ip rule
0:	from all lookup 9
52:	from all nop
53:	from 9.9.9.9 nop
60:	from all lookup main suppress_prefixlength 0
61:	from all lookup main suppress_prefixlength 0
62:	from all lookup main suppress_prefixlength 40
63:	from all lookup main suppress_ifgroup 5
64:	from all lookup main suppress_ifgroup default
69:	from all lookup [l3mdev-table]
71:	from all lookup 5 proto static
72:	from all lookup 5 proto 77
74:	from all tun_id 5 lookup 5
75:	from all lookup main masquerade
75:	from 1.1.1.1 lookup main masquerade
77:	from 1.1.1.1 prohibit
78:	from all to 1.1.1.1 blackhole
79:	from 3.3.3.3 lookup 1
80:	not from all lookup 5
81:	not from 5.5.5.5 lookup 5
82:	from all lookup main
83:	from all lookup main
84:	from all lookup main
84:	from all lookup 9
85:	from 11.0.0.0/8 lookup main
88:	from all lookup 9
89:	from all iif lo lookup 9
32751:	from all dport 34463 lookup 5
32752:	from all ipproto udp sport 5 dport 6-7 lookup 5
32753:	from all ipproto ipproto-99 lookup 5
32754:	from all ipproto icmp lookup 5
32755:	from all uidrange 5-10 lookup 5
32756:	from all iif lo oif nodev [detached] lookup 5
32758:	from all fwmark 0/0x1 lookup 5
32759:	from all fwmark 0x1/0xff lookup 5
32760:	from all tos 0x10 lookup 5
32762:	from 1.2.3.4/24 lookup 7
32766:	from all lookup main
32767:	from all lookup default
4294967295:	from all lookup 9
$ ip rule flush
$ ip rule
0:	from all lookup 9
$ ip rule add pref 0 table local
$ ip rule add pref 32766 table main
$ ip rule add pref 32767 table default
$ ip rule flush table main
$ ip rule
0:	from all lookup 9
0:	from all lookup local
32767:	from all lookup default
$ ip -6 rule add from 2001:db8::/32 table 100
$ ip -6 rule
0:	from all lookup local
32765:	from 2001:db8::/32 lookup 100
32766:	from all lookup main
$ ip -6 rule flush
$ ip -6 rule
0:	from all lookup local
$ ip rule add from 10.0.0.0/8 table 100 type foo
Error: argument "foo" is wrong: Failed to parse rule type
[255]
$ ip -4 rule add from 2001:db8::/32 table 100
Error: inet prefix is expected rather than "2001:db8::/32".
[1]
$ ip -N rule
0:	from all lookup 9
0:	from all lookup 255
32767:	from all lookup 253
$ ip rule help
Usage: ip rule { add | del } SELECTOR ACTION
       ip rule { flush | save | restore }
       ip rule [ list [ SELECTOR ]]
SELECTOR := [ not ] [ from PREFIX ] [ to PREFIX ] [ tos TOS ]
            [ fwmark FWMARK[/MASK] ]
            [ iif STRING ] [ oif STRING ] [ pref NUMBER ] [ l3mdev ]
            [ uidrange NUMBER-NUMBER ]
            [ ipproto PROTOCOL ]
            [ sport [ NUMBER | NUMBER-NUMBER ]
            [ dport [ NUMBER | NUMBER-NUMBER ] ]
ACTION := [ table TABLE_ID ]
          [ protocol PROTO ]
          [ nat ADDRESS ]
          [ realms [SRCREALM/]DSTREALM ]
          [ goto NUMBER ]
          SUPPRESSOR
SUPPRESSOR := [ suppress_prefixlength NUMBER ]
              [ suppress_ifgroup DEVGROUP ]
TABLE_ID := [ local | main | default | NUMBER ]
[255]
