# abbreviations of objects
$ ip a h 2>&1 | head -1
Usage: ip address {add|change|replace} IFADDR dev IFNAME [ LIFETIME ]
$ ip ad h 2>&1 | head -1
Usage: ip address {add|change|replace} IFADDR dev IFNAME [ LIFETIME ]
$ ip addrl h 2>&1 | head -1
Usage: ip addrlabel { add | del } prefix PREFIX [ dev DEV ] [ label LABEL ]
$ ip m h 2>&1 | head -1
Usage: ip maddr [ add | del ] MULTIADDR dev STRING
$ ip r h 2>&1 | head -1
Usage: ip route { list | flush } SELECTOR
$ ip ru h 2>&1 | head -1
Usage: ip rule { add | del } SELECTOR ACTION
$ ip n h 2>&1 | head -1
Usage: ip neigh { add | del | change | replace }
$ ip nt h 2>&1 | head -1
Usage: ip ntable change name NAME [ dev DEV ]
$ ip ntb h 2>&1 | head -1
Usage: ip ntable change name NAME [ dev DEV ]
$ ip l h 2>&1 | head -1
Usage: ip link add [link DEV | parentdev NAME] [ name ] NAME
$ ip l2 h 2>&1 | head -1
Usage: ip l2tp add tunnel
$ ip f h 2>&1 | head -1
Usage: ip fou add port PORT { ipproto PROTO  | gue }
$ ip i h 2>&1 | head -1
Usage: ip ila add loc_match LOCATOR_MATCH loc LOCATOR [ dev DEV ] OPTIONS
$ ip io h 2>&1 | head -1
Error: argument "h" is wrong: Unknown
$ ip ma h 2>&1 | head -1
Usage: ip maddr [ add | del ] MULTIADDR dev STRING
$ ip mac h 2>&1 | head -1
Usage: ip macsec add DEV tx sa { 0..3 } [ OPTS ] key ID KEY
$ ip t h 2>&1 | head -1
Usage: ip tunnel { add | change | del | show | prl | 6rd } [ NAME ]
$ ip tu h 2>&1 | head -1
Usage: ip tunnel { add | change | del | show | prl | 6rd } [ NAME ]
$ ip tunt h 2>&1 | head -1
Usage: ip tuntap { add | del | show | list | lst | help } [ dev PHYS_DEV ]
$ ip ta h 2>&1 | head -1
Usage: ip tuntap { add | del | show | list | lst | help } [ dev PHYS_DEV ]
$ ip to h 2>&1 | head -1
Usage: ip token [ list | set | del | get ] [ TOKEN ] [ dev DEV ]
$ ip tc h 2>&1 | head -1
Usage:	ip tcp_metrics/tcpmetrics { COMMAND | help }
$ ip tcp_ h 2>&1 | head -1
Usage:	ip tcp_metrics/tcpmetrics { COMMAND | help }
$ ip mo h 2>&1 | head -1
Usage: ip monitor [ all | OBJECTS ] [ FILE ] [ label ] [ all-nsid ]
$ ip x h 2>&1 | head -1
Usage: ip xfrm XFRM-OBJECT { COMMAND | help }
$ ip mr h 2>&1 | head -1
Usage: ip mroute show [ [ to ] PREFIX ] [ from PREFIX ] [ iif DEVICE ]
$ ip mru h 2>&1 | head -1
Usage: ip rule { add | del } SELECTOR ACTION
$ ip net h 2>&1 | head -1
Usage:	ip netns list
$ ip netc h 2>&1 | head -1
Usage: ip netconf show [ dev STRING ]
$ ip v h 2>&1 | head -1
Usage:	ip vrf show [NAME] ...
$ ip s h 2>&1 | head -1
Usage: ip sr { COMMAND | help }
$ ip st h 2>&1 | head -1
Command "h" is unknown, try "ip stats help".
$ ip ne h 2>&1 | head -1
Usage: ip neigh { add | del | change | replace }
$ ip nex h 2>&1 | head -1
Usage: ip nexthop { list | flush } [ protocol ID ] SELECTOR
$ ip mp h 2>&1 | head -1
Usage:	ip mptcp endpoint add ADDRESS [ dev NAME ] [ id ID ]
$ ip help 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip he 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip -s -d -o help 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip -f inet -4 -6 help 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip -f help 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip -f
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { address | addrlabel | amt | fou | help | ila | ioam | l2tp |
                   link | macsec | maddress | monitor | mptcp | mroute | mrule |
                   neighbor | neighbour | netconf | netns | nexthop | ntable |
                   ntbl | route | rule | sr | tap | tcpmetrics |
                   token | tunnel | tuntap | vrf | xfrm }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -h[uman-readable] | -iec | -j[son] | -p[retty] |
                    -f[amily] { inet | inet6 | mpls | bridge | link } |
                    -4 | -6 | -M | -B | -0 |
                    -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                    -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                    -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                    -c[olor]}
[255]
$ ip -l 2>&1 | head -1
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
$ ip -l 3 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -rc
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { address | addrlabel | amt | fou | help | ila | ioam | l2tp |
                   link | macsec | maddress | monitor | mptcp | mroute | mrule |
                   neighbor | neighbour | netconf | netns | nexthop | ntable |
                   ntbl | route | rule | sr | tap | tcpmetrics |
                   token | tunnel | tuntap | vrf | xfrm }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -h[uman-readable] | -iec | -j[son] | -p[retty] |
                    -f[amily] { inet | inet6 | mpls | bridge | link } |
                    -4 | -6 | -M | -B | -0 |
                    -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                    -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                    -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                    -c[olor]}
[255]
$ ip -rc foo link
Invalid rcvbuf size 'foo'
[255]
$ ip -rc 100 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -c=foo link
Option "-c=foo" is unknown, try "ip -help".
[255]
$ ip -col -br link | cat -v
^[[36mlo               ^[[0m^[[31mDOWN           ^[[0m^[[33m00:00:00:00:00:00 ^[[0m<LOOPBACK> 
$ ip -color=always -br link | cat -v
^[[36mlo               ^[[0m^[[31mDOWN           ^[[0m^[[33m00:00:00:00:00:00 ^[[0m<LOOPBACK> 
$ ip -color=auto -br link | cat -v
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -N -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -Num -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -a -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -t -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -ts -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -tsh -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -iec -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -i -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -ho -br link
Option "-ho" is unknown, try "ip -help".
[255]
$ ip -hu -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -r -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -res -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -0 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -4 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -6 -br link
lo               DOWN           00:00:00:00:00:00 <LOOPBACK> 
$ ip -4 link
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -6 link show lo
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -f link addr
1: lo: <LOOPBACK> mtu 65536 qdisc noop state DOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
$ ip -f inet route
$ ip -V -x
ip utility, iproute2-6.1.0, libbpf 1.1.2
$ ip -Ver | cut -c1-10
ip utility
$ ip -v
Option "-v" is unknown, try "ip -help".
[255]
$ ip -
Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
       ip [ -force ] -batch filename
where  OBJECT := { address | addrlabel | amt | fou | help | ila | ioam | l2tp |
                   link | macsec | maddress | monitor | mptcp | mroute | mrule |
                   neighbor | neighbour | netconf | netns | nexthop | ntable |
                   ntbl | route | rule | sr | tap | tcpmetrics |
                   token | tunnel | tuntap | vrf | xfrm }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -r[esolve] |
                    -h[uman-readable] | -iec | -j[son] | -p[retty] |
                    -f[amily] { inet | inet6 | mpls | bridge | link } |
                    -4 | -6 | -M | -B | -0 |
                    -l[oops] { maximum-addr-flush-attempts } | -br[ief] |
                    -o[neline] | -t[imestamp] | -ts[hort] | -b[atch] [filename] |
                    -rc[vbuf] [size] | -n[etns] name | -N[umeric] | -a[ll] |
                    -c[olor]}
[255]
$ ip '' link
Object "" is unknown, try "ip help".
[1]
$ ip ''
Object "" is unknown, try "ip help".
[1]
$ ip link ''
Command "" is unknown, try "ip link help".
[255]
$ ip addr show ''
Device "" does not exist.
[1]
$ ip addr add '' dev lo
Error: any valid prefix is expected rather than "".
[1]
