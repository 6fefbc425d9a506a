# Filters, abbreviations, actions that Linux takes by number, devices that come and go
#! world: bare
$ ip rule add from 10.0.0.0/8 table 5 pref 10; ip rule add to 10.0.0.0/8 table 6 pref 11; ip rule add proto static table 7 pref 12
$ ip rule show from all
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show from 0/0
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show to all
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show all
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show src 10.0.0.0/8
10:	from 10.0.0.0/8 lookup 5
$ ip rule show dst 10.0.0.0/8
11:	from all to 10.0.0.0/8 lookup 6
$ ip rule show default
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show table 0
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
12:	from all lookup 7 proto static
32766:	from all lookup main
32767:	from all lookup default
$ ip rule show table all
Error: argument "all" is wrong: table id value is invalid

[255]
$ ip rule show tab main
32766:	from all lookup main
$ ip rule show lookup
Command line is not complete. Try option "help"
[255]
$ ip rule show fwmark x
Error: argument "x" is wrong: fwmark value is invalid

[255]
$ ip rule show fwmark 1/x
Error: argument "x" is wrong: fwmask value is invalid

[255]
$ ip rule show tos x
Error: argument "x" is wrong: TOS value is invalid

[255]
$ ip rule show uidrange x
Error: argument "x" is wrong: invalid UID range

[255]
$ ip rule show ipproto x
Error: argument "x" is wrong: Invalid "ipproto" value

[255]
$ ip rule show sport x
Error: argument "x" is wrong: invalid port range

[255]
$ ip rule flush protocol static
$ ip rule
0:	from all lookup local
10:	from 10.0.0.0/8 lookup 5
11:	from all to 10.0.0.0/8 lookup 6
32766:	from all lookup main
32767:	from all lookup default
$ ip -6 rule flush from all
$ ip -s rule flush
$ ip rule
0:	from all lookup local
$ ip rule flush
$ ip rule add from 10.0.0.0/8 lookup
Command line is not complete. Try option "help"
[255]
$ ip rule a from 1.1.1.1 t 5
$ ip rule a from 1.1.1.2 tab 5 pri 7
$ ip rule a from 1.1.1.3 lo 5
Error: argument "lo" is wrong: Failed to parse rule type
[255]
$ ip rule a from 1.1.1.4 look 5
Error: argument "look" is wrong: Failed to parse rule type
[255]
$ ip ru
0:	from all lookup local
0:	from 1.1.1.1 tun_id 5 lookup main
7:	from 1.1.1.2 lookup 5
$ ip rule add from 1.1.1.1 table 5 table 6
$ ip rule add help
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
$ ip rule lst
0:	from all lookup local
0:	from 1.1.1.1 tun_id 5 lookup main
0:	from 1.1.1.1 lookup 6
7:	from 1.1.1.2 lookup 5
$ ip rule li
0:	from all lookup local
0:	from 1.1.1.1 tun_id 5 lookup main
0:	from 1.1.1.1 lookup 6
7:	from 1.1.1.2 lookup 5
$ ip rule xyz
Command "xyz" is unknown, try "ip rule help".
[255]
$ ip rule d from 1.1.1.1
$ ip rule add from 10.0.0.1 iif eth7 dev eth8 table 5
$ ip rule add from 10.0.0.1 to
Command line is not complete. Try option "help"
[255]
$ ip rule add table 0 pref 900
$ ip rule add unicast pref 901
$ ip rule add local pref 902
Error: Missing goto target for action goto.
[2]
$ ip rule add throw pref 903
$ ip rule add broadcast pref 904
$ ip rule add type prohibit pref 905
$ ip rule add type
Command line is not complete. Try option "help"
[255]
$ ip rule add goto x
Error: argument "x" is wrong: invalid target

[255]
$ ip rule add goto 5
$ ip rule add uidrange a-b
Error: argument "a-b" is wrong: invalid UID range

[255]
$ ip rule add suppress_prefixlength x
Error: argument "x" is wrong: suppress_prefixlength value is invalid

[255]
$ ip rule add tun_id x
Error: argument "x" is wrong: "tun_id" value is invalid

[255]
$ ip rule add priority
Command line is not complete. Try option "help"
[255]
$ ip rule add sup_pl 5 pref 906
$ ip rule add sup_group 3 pref 907
$ ip rule add fwmark 0xffffffff pref 908
$ ip rule add fwmark 4294967296 pref 908
Error: argument "4294967296" is wrong: fwmark value is invalid

[255]
$ ip rule add pref 909 nat default
Warning: route NAT is deprecated
$ ip rule add pref 910 nat x
Warning: route NAT is deprecated
Error: an IP address is expected rather than "x"
[1]
$ ip rule
0:	from all lookup local
0:	from 1.1.1.1 lookup 6
0:	from 10.0.0.1 iif eth8 [detached] lookup 5
0:	from all goto 5 [unresolved]
7:	from 1.1.1.2 lookup 5
900:	from all lookup 1
901:	from all lookup 2
903:	from all throw
904:	from all nop
905:	from all prohibit
906:	from all lookup main suppress_prefixlength 5
907:	from all lookup main suppress_ifgroup 3
908:	from all fwmark 0xffffffff lookup main
909:	from all lookup main masquerade
$ ip rule add from 127.0.0.1 lookup local pref 911
$ ip -br rule
0:	from all lookup local
0:	from 1.1.1.1 lookup 6
0:	from 10.0.0.1 iif eth8 [detached] lookup 5
0:	from all goto 5 [unresolved]
7:	from 1.1.1.2 lookup 5
900:	from all lookup 1
901:	from all lookup 2
903:	from all throw
904:	from all nop
905:	from all prohibit
906:	from all lookup main suppress_prefixlength 5
907:	from all lookup main suppress_ifgroup 3
908:	from all fwmark 0xffffffff lookup main
909:	from all lookup main masquerade
911:	from 127.0.0.1 lookup local
$ ip -o -d rule | tail -2
909:	from all lookup main masquerade proto unspec
911:	from 127.0.0.1 lookup local proto unspec
$ ip -4 rule show pref 911
911:	from 127.0.0.1 lookup local
$ ip -p -j rule show pref 911
[ {
        "priority": 911,
        "src": "127.0.0.1",
        "table": "local"
    } ]
$ ip rule show pref 4000
$ ip -j rule show pref 4000
[]
$ ip rule delete from 127.0.0.1 lookup local pref 911 extra
Error: argument "extra" is wrong: Failed to parse rule type
[255]
$ ip rule del prio 911
$ ip rule del not pref 911
RTNETLINK answers: No such file or directory
[2]
$ ip link add v1 type veth peer name v2
$ ip rule add iif v1 oif v2 table 5 pref 920
$ ip rule show pref 920
920:	from all iif v1 oif v2 lookup 5
$ ip link set v1 name w1
$ ip rule show pref 920
920:	from all iif v1 [detached] oif v2 lookup 5
$ ip link add v1 type veth peer name v3
$ ip rule show pref 920
920:	from all iif v1 oif v2 lookup 5
$ ip link del v1
$ ip rule show pref 920
920:	from all iif v1 [detached] oif v2 lookup 5
