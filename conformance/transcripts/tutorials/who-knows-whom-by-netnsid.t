# Which namespaces have ids for each other, and since when
$ ip netns add A1; ip netns add B1; ip netns add C1
$ ip link add eth0 netns A1 type veth peer name eth0 netns B1
$ ip netns list-id; ip -n A1 netns list-id; echo --; ip -n B1 netns list-id
nsid 0 (iproute2 netns name: B1)
--
$ ip link add v0 type veth peer name v1 netns C1
$ ip netns list-id; echo --; ip -n C1 netns list-id
nsid 0 (iproute2 netns name: C1)
--
$ ip link set v0 up
$ ip -n C1 netns list-id
$ ip -n C1 link set v1 up
$ ip -n C1 netns list-id
nsid 0 
$ ip -n B1 link set eth0 netns C1
$ ip -n A1 netns list-id; echo --; ip -n B1 netns list-id; echo --; ip -n C1 netns list-id
nsid 0 (iproute2 netns name: B1)
--
nsid 0 (iproute2 netns name: A1)
nsid 1 (iproute2 netns name: C1)
--
nsid 0 
nsid 1 (iproute2 netns name: A1)
$ ip -n A1 link set eth0 up
$ ip -n A1 netns list-id
nsid 0 (iproute2 netns name: B1)
nsid 1 (iproute2 netns name: C1)
$ ip -n C1 link set eth0 up
$ ip -n A1 netns list-id; echo --; ip -n C1 netns list-id
nsid 0 (iproute2 netns name: B1)
nsid 1 (iproute2 netns name: C1)
--
nsid 0 
nsid 1 (iproute2 netns name: A1)
$ ip netns add D1; ip link add w0 type veth peer name w1
$ ip -n D1 netns list-id; ip link set w1 netns D1; ip netns list-id; ip -n D1 netns list-id
nsid 0 (iproute2 netns name: C1)
nsid 1 (iproute2 netns name: D1)
nsid 0 
$ ip netns add E1; ip -n D1 link set w1 netns E1; ip netns list-id; echo --; ip -n D1 netns list-id; echo --; ip -n E1 netns list-id
nsid 0 (iproute2 netns name: C1)
nsid 1 (iproute2 netns name: D1)
--
nsid 0 
nsid 1 (iproute2 netns name: E1)
--
nsid 0 
$ ip link set w0 mtu 1400;  ip netns list-id
nsid 0 (iproute2 netns name: C1)
nsid 1 (iproute2 netns name: D1)
nsid 2 (iproute2 netns name: E1)
$ ip link set w0 address 02:00:00:00:00:44;  ip netns list-id | wc -l
3
$ ip netns add F1; ip -n E1 link set w1 netns F1; ip link set w0 name ww;  ip netns list-id | wc -l
4
$ ip netns add G1; ip -n F1 link set w1 netns G1; ip link add br0 type bridge; ip link set ww master br0;  ip netns list-id | wc -l
5
