# What bridges tell of their ports, their forwarding database and the groups they know, as it happens.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ bridge monitor foo
Argument "foo" is unknown, try "bridge monitor help".
[255]
$ bridge monitor help
Usage: bridge monitor [file | link | fdb | mdb | vlan | vni | all]
[255]
$ bridge monitor file
Command line is not complete. Try option "help"
[255]
$ bridge monitor file /nonexistent
Cannot fopen: No such file or directory
[255]
$ bridge monitor link foo
Argument "foo" is unknown, try "bridge monitor help".
[255]
$ ip link add v0 address 02:00:00:00:00:01 type veth peer name p0 address 02:00:00:00:00:02
$ ip link add br0 address 02:00:00:00:00:0b type bridge
$ bridge monitor all > all & sleep 0.5
$ bridge monitor fdb > fdb & sleep 0.5
$ bridge -d monitor mdb link > details & sleep 0.5
$ ip link set v0 master br0; sleep 0.3
$ ip link set br0 up; sleep 0.3
$ ip link set v0 up; sleep 0.3
$ ip link set p0 up; sleep 0.3
$ cat all; echo $(wc -l < fdb) $(wc -l < details)
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
[LINK]4: br0: <BROADCAST,MULTICAST> mtu 1500 
[NEIGH]02:00:00:00:00:01 dev v0 master br0 permanent
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
[LINK]4: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
[LINK]2: p0@v0: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
[LINK]2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 
[LINK]4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
1 17
$ bridge fdb add 02:00:00:00:00:99 dev v0 master static
$ bridge fdb replace 02:00:00:00:00:99 dev v0 master dynamic
$ bridge fdb del 02:00:00:00:00:99 dev v0 master
$ bridge fdb add 02:00:00:00:00:98 dev p0 self; bridge fdb del 02:00:00:00:00:98 dev p0 self
$ bridge fdb add 02:00:00:00:00:97 dev br0 self local
$ bridge mdb add dev br0 port v0 grp 239.1.1.1
$ bridge mdb add dev br0 port v0 grp 239.1.1.2 permanent
$ bridge mdb del dev br0 port v0 grp 239.1.1.1
$ bridge mdb add dev br0 port br0 grp 239.1.1.3
$ bridge link set dev v0 cost 10; bridge link set dev v0 hairpin on
$ bridge link set dev v0 state 4
$ bridge link set dev v0 mcast_router 2; bridge link set dev v0 mcast_router 1
$ ip link set br0 type bridge stp_state 1; ip link set br0 type bridge stp_state 0
$ ip link set v0 mtu 1400; sleep 0.3
$ ip link set p0 down; sleep 0.3
$ ip link set v0 nomaster; sleep 0.3
$ ip link set br0 down; sleep 0.3
$ ip link del br0; sleep 0.3
$ kill %1 %2 %3; sleep 0.2
$ cat all
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
[LINK]4: br0: <BROADCAST,MULTICAST> mtu 1500 
[NEIGH]02:00:00:00:00:01 dev v0 master br0 permanent
[LINK]3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
[LINK]4: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
[LINK]2: p0@v0: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
[LINK]2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 
[LINK]4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
[NEIGH]02:00:00:00:00:99 dev v0 master br0 static
[NEIGH]02:00:00:00:00:99 dev v0 master br0 
[NEIGH]Deleted 02:00:00:00:00:99 dev v0 master br0 
[NEIGH]02:00:00:00:00:98 dev p0 self permanent
[NEIGH]Deleted 02:00:00:00:00:98 dev p0 self permanent
[NEIGH]02:00:00:00:00:97 dev br0 master br0 permanent
[MDB]dev br0 port v0 grp 239.1.1.1 temp
[MDB]dev br0 port v0 grp 239.1.1.2 permanent
[MDB]Deleted dev br0 port v0 grp 239.1.1.1 temp
[MDB]dev br0 port br0 grp 239.1.1.3 temp
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[MDB]router port dev v0 master br0
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[MDB]Deleted router port dev v0 master br0
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
[LINK]4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
[LINK]4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
[LINK]3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1400 master br0 
[LINK]4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 
[LINK]2: p0@v0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 state disabled priority 32 cost 10 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 state disabled priority 32 cost 10 
[LINK]Deleted 3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
[NEIGH]Deleted 02:00:00:00:00:01 dev v0 master br0 permanent
[LINK]3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 
[MDB]Deleted dev br0 port v0 grp 239.1.1.2 permanent
[LINK]4: br0: <BROADCAST,MULTICAST,UP> mtu 1500 
[LINK]4: br0: <BROADCAST,MULTICAST,UP> mtu 1500 
[LINK]4: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 
[LINK]4: br0: <BROADCAST,MULTICAST> mtu 1500 
[NEIGH]Deleted 02:00:00:00:00:97 dev br0 master br0 permanent
[NEIGH]Deleted 02:00:00:00:00:0b dev br0 master br0 permanent
[LINK]Deleted 4: br0: <BROADCAST,MULTICAST> mtu 1500 
$ cat fdb
02:00:00:00:00:01 dev v0 master br0 permanent
02:00:00:00:00:99 dev v0 master br0 static
02:00:00:00:00:99 dev v0 master br0 
Deleted 02:00:00:00:00:99 dev v0 master br0 
02:00:00:00:00:98 dev p0 self permanent
Deleted 02:00:00:00:00:98 dev p0 self permanent
02:00:00:00:00:97 dev br0 master br0 permanent
Deleted 02:00:00:00:00:01 dev v0 master br0 permanent
Deleted 02:00:00:00:00:97 dev br0 master br0 permanent
Deleted 02:00:00:00:00:0b dev br0 master br0 permanent
$ cat details
3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 
4: br0: <BROADCAST,MULTICAST> mtu 1500 
3: v0@p0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
4: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1500 master br0 state disabled priority 32 cost 2 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
2: p0@v0: <NO-CARRIER,BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
2: p0@v0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 2 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
dev br0 port v0 grp 239.1.1.1 temp proto static 
dev br0 port v0 grp 239.1.1.2 permanent proto static 
Deleted dev br0 port v0 grp 239.1.1.1 temp proto static 
dev br0 port br0 grp 239.1.1.3 temp
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin off guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
router port dev v0 master br0
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 2 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
Deleted router port dev v0 master br0
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1500 master br0 state forwarding priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 
3: v0@p0: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1400 master br0 
4: br0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 
2: p0@v0: <BROADCAST,MULTICAST,M-DOWN> mtu 1500 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 state disabled priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 state disabled priority 32 cost 10 
    hairpin on guard off root_block off fastleave off learning on flood on mcast_flood on bcast_flood on mcast_router 1 mcast_to_unicast off neigh_suppress off vlan_tunnel off isolated off locked off 
Deleted 3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 master br0 
3: v0@p0: <NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> mtu 1400 
Deleted dev br0 port v0 grp 239.1.1.2 permanent proto static 
4: br0: <BROADCAST,MULTICAST,UP> mtu 1500 
4: br0: <BROADCAST,MULTICAST,UP> mtu 1500 
4: br0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 
4: br0: <BROADCAST,MULTICAST> mtu 1500 
Deleted 4: br0: <BROADCAST,MULTICAST> mtu 1500 
$ rm all fdb details
