import type { Lesson } from './lesson.ts'

export const cni: Lesson = {
  id: 'cni-bridge',
  title: 'What a CNI plugin does',
  summary:
    'The eight steps from an empty namespace to the internet: by hand in one, by the bridge plugin in the other.',
  text: `#! world: lan
#! title: What a CNI plugin does
# A container runtime makes the namespace, and calls a plugin with what it is to do
$ ip netns add byhand; ip netns add c1
# 1 a bridge on the host, 2 its address, which is the gateway, 3 forwarding
$ ip link add cni0 type bridge; ip link set cni0 up
$ ip addr add 10.22.0.1/16 brd + dev cni0
$ sysctl -qw net.ipv4.ip_forward=1
# 4 a veth pair, one end inside, 5 the other a port of the bridge
$ ip -n byhand link add eth0 type veth peer name vethbyhand netns 1
$ ip link set vethbyhand master cni0 up
# 6 an address that nobody has, 7 a default route
$ ip -n byhand addr add 10.22.0.100/16 brd + dev eth0; ip -n byhand link set eth0 up
$ ip -n byhand route add default via 10.22.0.1
# 8 masquerading of what leaves the network
$ iptables -t nat -A POSTROUTING -s 10.22.0.100 ! -d 10.22.0.0/16 -j MASQUERADE
# and the same by the plugin: see what it prints, and what it wrote below /var/lib/cni
$ mkdir -p /etc/cni/net.d
$ cat > /etc/cni/net.d/10-mynet.conf <<EOF
> {
>   "cniVersion": "1.0.0",
>   "name": "mynet",
>   "type": "bridge",
>   "bridge": "cni0",
>   "isGateway": true,
>   "ipMasq": true,
>   "ipam": {
>     "type": "host-local",
>     "subnet": "10.22.0.0/16",
>     "routes": [ { "dst": "0.0.0.0/0" } ]
>   }
> }
> EOF
$ export CNI_CONTAINERID=c1 CNI_NETNS=/var/run/netns/c1 CNI_IFNAME=eth0 CNI_PATH=/opt/cni/bin
$ CNI_COMMAND=ADD /opt/cni/bin/bridge < /etc/cni/net.d/10-mynet.conf
`,
  holds: [
    { machine: 'host', command: 'ip netns exec byhand ping -c 1 8.8.8.8', status: 0 },
    { machine: 'host', command: 'ip netns exec c1 ping -c 1 8.8.8.8', status: 0 },
    { machine: 'host', command: 'ip netns exec c1 ping -c 1 10.22.0.100', status: 0 },
    { machine: 'host', command: 'grep -q c1 /var/lib/cni/networks/mynet/10.22.0.2', status: 0 },
  ],
}
