# The id of a bridge: no address until a port or somebody gives it one
$ brctl addbr br7; brctl show
bridge name	bridge id		STP enabled	interfaces
br7		8000.000000000000	no		
$ ip -d link show br7 | grep -o "bridge_id [^ ]*"; cat /sys/class/net/br7/bridge/bridge_id
bridge_id 8000.0:0:0:0:0:0
8000.000000000000
$ ip link set br7 up; brctl show
bridge name	bridge id		STP enabled	interfaces
br7		8000.000000000000	no		
$ ip link set br7 address 02:00:00:00:00:01; brctl show
bridge name	bridge id		STP enabled	interfaces
br7		8000.020000000001	no		
$ ip link add v0 type veth peer name v1; ip link set v0 address 02:00:00:00:00:09
$ brctl addif br7 v0; brctl show; brctl delif br7 v0; brctl show br7
bridge name	bridge id		STP enabled	interfaces
br7		8000.020000000001	no		v0
bridge name	bridge id		STP enabled	interfaces
br7		8000.020000000001	no		
$ ip link add br8 type bridge; ip link set v0 master br8; brctl show br8
bridge name	bridge id		STP enabled	interfaces
br8		8000.020000000009	no		v0
$ ip link set v0 nomaster; brctl show br8; ip link show br8
bridge name	bridge id		STP enabled	interfaces
br8		8000.000000000000	no		
5: br8: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN mode DEFAULT group default qlen 1000
    link/ether 00:00:00:00:00:00 brd ff:ff:ff:ff:ff:ff
$ ip link set v0 master br8; ip link set v1 address 02:00:00:00:00:03; ip link set v1 master br8; cat /sys/class/net/br8/bridge/{bridge_id,root_id}
8000.020000000003
8000.020000000003
$ brctl stp br8 on; brctl setbridgeprio br8 4096; brctl show br8
bridge name	bridge id		STP enabled	interfaces
br8		1000.020000000003	yes		v0
							v1
$ declare -A peers=([red]=10.0.0.1 [blue]=10.0.0.2 [green]=10.0.0.3); for n in "${!peers[@]}"; do echo "$n is ${peers[$n]}"; done
blue is 10.0.0.2
red is 10.0.0.1
green is 10.0.0.3
