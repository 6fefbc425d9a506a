#! world: bare
# dhclient gets a lease, shows it, gives it back; a host of the server's list has its own address and name.
$ ip netns add srv
$ ip netns add cli
$ ip link add eth0 netns srv type veth peer name eth0 netns cli
$ ip -n srv link set eth0 up
$ ip -n cli link set eth0 address 02:00:00:00:00:10 up
$ ip -n srv addr add 10.9.0.1/24 dev eth0
$ sleep 1
$ ip netns exec srv dnsmasq --port=0 --no-ping --interface=eth0 --bind-interfaces --dhcp-range=10.9.0.100,10.9.0.150,1h --dhcp-option=3,10.9.0.254 --dhcp-option=6,8.8.8.8,1.1.1.1 --domain=lab --dhcp-host=02:00:00:00:00:11,10.9.0.7,web --dhcp-leasefile=/tmp/leases --log-facility=/tmp/dnsmasq.log --log-dhcp --pid-file=/tmp/dnsmasq.pid
$ ip netns exec cli dhclient -v -lf /tmp/dl -pf /tmp/dp eth0 2>&1 | sed 's/interval [0-9]*/interval N/; s/renewal in [0-9]*/renewal in N/'
Internet Systems Consortium DHCP Client 4.4.3-P1
Copyright 2004-2022 Internet Systems Consortium.
All rights reserved.
For info, please visit https://www.isc.org/software/dhcp/

Listening on LPF/eth0/02:00:00:00:00:10
Sending on   LPF/eth0/02:00:00:00:00:10
Sending on   Socket/fallback
DHCPDISCOVER on eth0 to 255.255.255.255 port 67 interval N
DHCPOFFER of 10.9.0.109 from 10.9.0.1
DHCPREQUEST for 10.9.0.109 on eth0 to 255.255.255.255 port 67
DHCPACK of 10.9.0.109 from 10.9.0.1
bound to 10.9.0.109 -- renewal in N seconds.
$ ip -n cli addr show eth0 | grep -A1 'inet '
    inet 10.9.0.109/24 brd 10.9.0.255 scope global dynamic eth0
       valid_lft 3600sec preferred_lft 3600sec
$ ip -n cli route
default via 10.9.0.254 dev eth0 
10.9.0.0/24 dev eth0 proto kernel scope link src 10.9.0.109 
$ cat /etc/resolv.conf
domain lab
search lab
nameserver 8.8.8.8
nameserver 1.1.1.1
$ grep -v 'renew\|rebind\|expire\|dhcp-' /tmp/dl
lease {
  interface "eth0";
  fixed-address 10.9.0.109;
  option subnet-mask 255.255.255.0;
  option routers 10.9.0.254;
  option domain-name-servers 8.8.8.8,1.1.1.1;
  option broadcast-address 10.9.0.255;
  option host-name "host";
  option domain-name "lab";
}
$ sed 's/^.*dnsmasq/dnsmasq/; s/\[[0-9]*\]: [0-9]*/[N]:/' /tmp/dnsmasq.log | grep -v compile
dnsmasq[N]:started, version 2.90 DNS disabled
dnsmasq-dhcp[N]:DHCP, IP range 10.9.0.100 -- 10.9.0.150, lease time 1h
dnsmasq-dhcp[N]:DHCP, sockets bound exclusively to interface eth0
dnsmasq-dhcp[N]: available DHCP range: 10.9.0.100 -- 10.9.0.150
dnsmasq-dhcp[N]: client provides name: host
dnsmasq-dhcp[N]: DHCPDISCOVER(eth0) 02:00:00:00:00:10 
dnsmasq-dhcp[N]: tags: eth0
dnsmasq-dhcp[N]: DHCPOFFER(eth0) 10.9.0.109 02:00:00:00:00:10 
dnsmasq-dhcp[N]: requested options: 1:netmask, 28:broadcast, 2:time-offset, 3:router, 
dnsmasq-dhcp[N]: requested options: 15:domain-name, 6:dns-server, 119:domain-search, 
dnsmasq-dhcp[N]: requested options: 12:hostname, 44:netbios-ns, 47:netbios-scope, 
dnsmasq-dhcp[N]: requested options: 26:mtu, 121:classless-static-route, 42:ntp-server
dnsmasq-dhcp[N]: next server: 10.9.0.1
dnsmasq-dhcp[N]: sent size:  1 option: 53 message-type  2
dnsmasq-dhcp[N]: sent size:  4 option: 54 server-identifier  10.9.0.1
dnsmasq-dhcp[N]: sent size:  4 option: 51 lease-time  1h
dnsmasq-dhcp[N]: sent size:  4 option: 58 T1  30m
dnsmasq-dhcp[N]: sent size:  4 option: 59 T2  52m30s
dnsmasq-dhcp[N]: sent size:  4 option:  1 netmask  255.255.255.0
dnsmasq-dhcp[N]: sent size:  4 option: 28 broadcast  10.9.0.255
dnsmasq-dhcp[N]: sent size:  3 option: 15 domain-name  lab
dnsmasq-dhcp[N]: sent size:  8 option:  6 dns-server  8.8.8.8, 1.1.1.1
dnsmasq-dhcp[N]: sent size:  4 option:  3 router  10.9.0.254
dnsmasq-dhcp[N]: available DHCP range: 10.9.0.100 -- 10.9.0.150
dnsmasq-dhcp[N]: client provides name: host
dnsmasq-dhcp[N]: DHCPREQUEST(eth0) 10.9.0.109 02:00:00:00:00:10 
dnsmasq-dhcp[N]: tags: eth0
dnsmasq-dhcp[N]: DHCPACK(eth0) 10.9.0.109 02:00:00:00:00:10 host
dnsmasq-dhcp[N]: requested options: 1:netmask, 28:broadcast, 2:time-offset, 3:router, 
dnsmasq-dhcp[N]: requested options: 15:domain-name, 6:dns-server, 119:domain-search, 
dnsmasq-dhcp[N]: requested options: 12:hostname, 44:netbios-ns, 47:netbios-scope, 
dnsmasq-dhcp[N]: requested options: 26:mtu, 121:classless-static-route, 42:ntp-server
dnsmasq-dhcp[N]: next server: 10.9.0.1
dnsmasq-dhcp[N]: sent size:  1 option: 53 message-type  5
dnsmasq-dhcp[N]: sent size:  4 option: 54 server-identifier  10.9.0.1
dnsmasq-dhcp[N]: sent size:  4 option: 51 lease-time  1h
dnsmasq-dhcp[N]: sent size:  4 option: 58 T1  30m
dnsmasq-dhcp[N]: sent size:  4 option: 59 T2  52m30s
dnsmasq-dhcp[N]: sent size:  4 option:  1 netmask  255.255.255.0
dnsmasq-dhcp[N]: sent size:  4 option: 28 broadcast  10.9.0.255
dnsmasq-dhcp[N]: sent size:  3 option: 15 domain-name  lab
dnsmasq-dhcp[N]: sent size:  4 option: 12 hostname  host
dnsmasq-dhcp[N]: sent size:  8 option:  6 dns-server  8.8.8.8, 1.1.1.1
dnsmasq-dhcp[N]: sent size:  4 option:  3 router  10.9.0.254
$ ip netns exec cli dhclient -v -r -lf /tmp/dl -pf /tmp/dp eth0
Killed old client process
Internet Systems Consortium DHCP Client 4.4.3-P1
Copyright 2004-2022 Internet Systems Consortium.
All rights reserved.
For info, please visit https://www.isc.org/software/dhcp/

Listening on LPF/eth0/02:00:00:00:00:10
Sending on   LPF/eth0/02:00:00:00:00:10
Sending on   Socket/fallback
DHCPRELEASE of 10.9.0.109 on eth0 to 10.9.0.1 port 67
$ ip -n cli addr show eth0 | grep -c 'inet '
0
[1]
$ ip -n cli link set eth0 address 02:00:00:00:00:11
$ ip netns exec cli dhclient -1 -lf /tmp/dl2 -pf /tmp/dp eth0; echo $?
0
$ ip -n cli addr show eth0 | grep 'inet '
    inet 10.9.0.7/24 brd 10.9.0.255 scope global dynamic eth0
$ cut -d' ' -f2- /tmp/leases
02:00:00:00:00:11 10.9.0.7 web *
$ ip netns exec cli dhclient -v -lf /tmp/dl3 -pf /tmp/dp3 nosuch; echo $?
Internet Systems Consortium DHCP Client 4.4.3-P1
Copyright 2004-2022 Internet Systems Consortium.
All rights reserved.
For info, please visit https://www.isc.org/software/dhcp/

Cannot find device "nosuch"
Failed to get interface index: No such device

If you think you have received this message due to a bug rather
than a configuration issue please read the section on submitting
bugs on either our web page at www.isc.org or in the README file
before submitting a bug.  These pages explain the proper
process and the information we find helpful for debugging.

exiting.
1
$ ip netns exec cli dhclient -zz eth0; echo $?
Internet Systems Consortium DHCP Client 4.4.3-P1
Copyright 2004-2022 Internet Systems Consortium.
All rights reserved.
For info, please visit https://www.isc.org/software/dhcp/
Unknown command: -zz
Usage: dhclient [-4|-6] [-SNTPRI1dvrxi] [-nw] [-p <port>] [-D LL|LLT]
                [--dad-wait-time <seconds>] [--prefix-len-hint <length>]
                [--decline-wait-time <seconds>]
                [--address-prefix-len <length>]
                [-s server-addr] [-cf config-file]
                [-df duid-file] [-lf lease-file]
                [-pf pid-file] [--no-pid] [-e VAR=val]
                [-sf script-file] [interface]*
       dhclient {--version|--help|-h}

If you think you have received this message due to a bug rather
than a configuration issue please read the section on submitting
bugs on either our web page at www.isc.org or in the README file
before submitting a bug.  These pages explain the proper
process and the information we find helpful for debugging.

exiting.
1
