#! world: bare
# Two namespaces on a bridge: dnsmasq gives addresses away, udhcpc takes one.
$ ip netns add srv
$ ip netns add cli
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link add vsrv type veth peer name eth0 netns srv
$ ip link add vcli type veth peer name eth0 netns cli
$ ip link set vsrv master br0 up
$ ip link set vcli master br0 up
$ ip -n srv link set lo up
$ ip -n srv link set eth0 up
$ ip -n cli link set eth0 address 02:00:00:00:00:10 up
$ ip -n srv addr add 10.9.0.1/24 dev eth0
$ sleep 1
$ ip netns exec srv dnsmasq --port=0 --no-ping --interface=eth0 --bind-interfaces --dhcp-range=10.9.0.100,10.9.0.150,12h --dhcp-leasefile=/tmp/leases --log-facility=/tmp/dnsmasq.log --pid-file=/tmp/dnsmasq.pid
$ ip netns exec srv ss -ulnp | sed 's/pid=[0-9]*/pid=N/'
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
UNCONN 0      0       0.0.0.0%eth0:67        0.0.0.0:*    users:(("dnsmasq",pid=N,fd=4))
$ ip netns exec cli udhcpc -i eth0 -n -q; echo $?
udhcpc: started, v1.35.0
udhcpc: broadcasting discover
udhcpc: broadcasting select for 10.9.0.109, server 10.9.0.1
udhcpc: lease of 10.9.0.109 obtained from 10.9.0.1, lease time 43200
0
$ ip -n cli addr show eth0 | grep 'inet '
    inet 10.9.0.109/24 brd 10.9.0.255 scope global eth0
$ ip -n cli route
default via 10.9.0.1 dev eth0 
10.9.0.0/24 dev eth0 proto kernel scope link src 10.9.0.109 
$ cat /etc/resolv.conf
\
$ ip netns exec cli ping -c 1 -W 1 10.9.0.1 | grep transmitted
1 packets transmitted, 1 received, 0% packet loss, time 0ms
$ cut -d' ' -f2- /tmp/leases
02:00:00:00:00:10 10.9.0.109 * 01:02:00:00:00:00:10
$ sed 's/^.*dnsmasq/dnsmasq/; s/\[[0-9]*\]/[N]/' /tmp/dnsmasq.log | grep -v compile
dnsmasq[N]: started, version 2.90 DNS disabled
dnsmasq-dhcp[N]: DHCP, IP range 10.9.0.100 -- 10.9.0.150, lease time 12h
dnsmasq-dhcp[N]: DHCP, sockets bound exclusively to interface eth0
dnsmasq-dhcp[N]: DHCPDISCOVER(eth0) 02:00:00:00:00:10 
dnsmasq-dhcp[N]: DHCPOFFER(eth0) 10.9.0.109 02:00:00:00:00:10 
dnsmasq-dhcp[N]: DHCPREQUEST(eth0) 10.9.0.109 02:00:00:00:00:10 
dnsmasq-dhcp[N]: DHCPACK(eth0) 10.9.0.109 02:00:00:00:00:10 
$ ip netns exec cli udhcpc -i nosuch -n -q; echo $?
udhcpc: SIOCGIFINDEX: No such device
1
$ ip -n cli addr flush dev eth0
$ ip netns exec cli udhcpc -i eth0 -n -q -x hostname:box -r 10.9.0.120; echo $?
udhcpc: started, v1.35.0
udhcpc: broadcasting discover
udhcpc: broadcasting select for 10.9.0.109, server 10.9.0.1
udhcpc: lease of 10.9.0.109 obtained from 10.9.0.1, lease time 43200
0
$ cut -d' ' -f2- /tmp/leases
02:00:00:00:00:10 10.9.0.109 box 01:02:00:00:00:00:10
$ kill $(cat /tmp/dnsmasq.pid)
$ sleep 0.2
$ ip netns exec cli udhcpc -i eth0 -n -q -t 2 -T 1; echo $?
udhcpc: started, v1.35.0
udhcpc: broadcasting discover
udhcpc: broadcasting discover
udhcpc: no lease, failing
1
$ ip -n cli addr show eth0 | grep -c 'inet '
0
[1]
$ dnsmasq --dhcp-range=10.9.0.100; echo $?
\
dnsmasq: bad command line options: bad dhcp-range
1
$ dnsmasq --dhcp-range=10.9.0.1,10.9.0.100,bad; echo $?
\
dnsmasq: bad command line options: bad dhcp-range
1
$ dnsmasq --dhcp-range=10.9.0.1,10.9.0.100 --dhcp-option=option:nosuch,1; echo $?
\
dnsmasq: bad command line options: bad dhcp-option
1
$ dnsmasq --dhcp-range=10.9.0.1,10.9.0.100 --dhcp-host=zz:zz,1; echo $?
\
dnsmasq: bad command line options: bad hex constant
1
