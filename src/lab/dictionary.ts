// Text that labs are likely to hold: the preset dictionary of version 1 of the share link (RFC 1951 §3.2.5: a match may
// reach back before the first octet). What is likeliest stands last, where distances are shortest. It is part of the
// format: a changed dictionary is another version.

export const DICTIONARY_1 = [
  'tcpdump -ni any icmp\n$ traceroute -n 8.8.8.8\n$ curl -s http://203.0.113.80/\n$ conntrack -L\n',
  '$ iptables -t nat -A POSTROUTING -s 10.0.0.0/24 ! -o br0 -j MASQUERADE\n$ iptables -A FORWARD -i br0 -o eth0 -j ACCEPT\n',
  "$ iptables -P FORWARD DROP\n$ echo 'nameserver 8.8.8.8' > /etc/netns/red/resolv.conf\n$ mkdir -p /etc/netns/\n",
  '$ echo 1 > /proc/sys/net/ipv4/ip_forward\n$ cat /proc/sys/net/ipv4/conf/all/rp_filter\n',
  '$ lab add machine web1\n$ lab add switch sw1\n$ lab cable host:eth1 sw1\n$ lab cable web1:eth0 sw1\n',
  'router$ sysctl -w net.ipv4.ip_forward=1\ninternet$ ip route\npc$ ping -c 1 192.168.1.1\n#! world: lan\n#! title: ',
  '\n#! at host 0 0\n#! at host/blue 120 240\n#! at host/br0 120 80\n#! at host/red 120 80\n#! at pc 480 160\n#! ran 3.214s\n',
  '$ for i in 1 2 3; do ip netns add ns$i; done\n$ ip -br link\n$ ip -br addr\n$ ip route\n$ ip neigh\n$ bridge fdb show br br0\n$ ip addr\n',
  '$ ip netns del red\n$ ip link del veth0\n$ ip addr del 10.0.0.1/24 dev eth0\n$ ip link set veth0 nomaster\n',
  '$ ip -n red link set eth0 down\n$ ip -n red link set eth0 name eth1\n$ arp -n\n$ route -n\n',
  '$ ip netns exec red ip link set dev lo up\n$ ip netns exec red ip addr add 192.168.1.10/24 dev eth0\n',
  '$ ip netns exec red ip link set dev eth0 up\n$ ip netns exec red ip route add default via 192.168.1.1\n',
  '$ ip link add br0 type bridge\n$ ip link set br0 up\n$ ip addr add 10.0.0.254/24 dev br0\n',
  '$ ip link add veth0 type veth peer name veth1\n$ ip link set veth1 netns blue\n$ ip link set veth0 up\n',
  '$ ip netns add red\n$ ip netns add blue\n$ ip link add veth-blue type veth peer name eth0 netns blue\n',
  '$ ip link set veth-blue master br0\n$ ip link set veth-blue up\n$ ip -n blue link set lo up\n',
  '$ ip -n blue addr add 10.0.0.2/24 dev eth0\n$ ip -n blue link set eth0 up\n$ ip -n blue route add default via 10.0.0.254\n',
  '$ ip netns exec blue ping -c 3 10.0.0.1\n$ ip netns exec red ping -c 1 10.0.0.2\n',
].join('')
