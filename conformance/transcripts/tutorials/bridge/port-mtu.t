# A port takes four octets more than its MTU, for a tag; br_netfilter, where it looks at packets, measures them without.
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add br0 type bridge; ip link set br0 up
$ for i in 1 2; do ip netns add h$i; ip link add v$i type veth peer name eth0 netns h$i; ip link set v$i master br0 up; ip -n h$i addr add 10.0.0.$i/24 dev eth0; ip -n h$i link set eth0 up; done
$ ip link set v2 mtu 1400
$ sleep 1
$ sysctl -w net.bridge.bridge-nf-call-iptables=1
net.bridge.bridge-nf-call-iptables = 1
$ for s in 1372 1373 1376 1377; do for m in do dont; do echo $s $m $(ip netns exec h1 ping -M $m -c 1 -W 1 -s $s 10.0.0.2 | grep -c "bytes from"); done; done
1372 do 1
1372 dont 1
1373 do 0
1373 dont 1
1376 do 0
1376 dont 1
1377 do 0
1377 dont 0
$ sysctl -w net.bridge.bridge-nf-call-iptables=0
net.bridge.bridge-nf-call-iptables = 0
$ for s in 1372 1373 1376 1377; do for m in do dont; do echo $s $m $(ip netns exec h1 ping -M $m -c 1 -W 1 -s $s 10.0.0.2 | grep -c "bytes from"); done; done
1372 do 1
1372 dont 1
1373 do 1
1373 dont 1
1376 do 1
1376 dont 1
1377 do 0
1377 dont 0
