# The old tools: route, arp, ifconfig not here
$ ip netns add box; ip link set lo up
$ ip link add o0 type veth peer name i0 netns box
$ ip addr add 192.168.9.1/24 dev o0; ip link set o0 up
$ ip -n box addr add 192.168.9.2/24 dev i0; ip -n box link set i0 up
$ route
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
$ route add -net 10.0.0.0/8 gw 192.168.9.2
$ route add -net 10.0.0.0/8 gw 192.168.9.2
SIOCADDRT: File exists
[7]
$ route add -net 172.16.0.0 netmask 255.240.0.0 gw 192.168.9.2
$ route add -net 172.16.0.1 netmask 255.240.0.0 gw 192.168.9.2
route: netmask doesn't match route address
Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                              [netmask N] [mss Mss] [window W] [irtt I]
                              [mod] [dyn] [reinstate] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject
       inet_route [-FC] flush      NOT supported
[3]
$ route add -host 1.2.3.4 gw 192.168.9.2
$ route add -host 1.2.3.5 dev o0
$ route add -net 192.168.77.0/24 dev o0
$ route add 9.9.9.9 dev o0
$ route add default gw 192.168.9.2 o0
$ route add default gw 192.168.9.2 metric 10
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
0.0.0.0         192.168.9.2     0.0.0.0         UG    0      0        0 o0
0.0.0.0         192.168.9.2     0.0.0.0         UG    10     0        0 o0
1.2.3.4         192.168.9.2     255.255.255.255 UGH   0      0        0 o0
1.2.3.5         0.0.0.0         255.255.255.255 UH    0      0        0 o0
9.9.9.9         0.0.0.0         255.255.255.255 UH    0      0        0 o0
10.0.0.0        192.168.9.2     255.0.0.0       UG    0      0        0 o0
172.16.0.0      192.168.9.2     255.240.0.0     UG    0      0        0 o0
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
192.168.77.0    0.0.0.0         255.255.255.0   U     0      0        0 o0
$ ip route
default via 192.168.9.2 dev o0 
default via 192.168.9.2 dev o0 metric 10 
1.2.3.4 via 192.168.9.2 dev o0 
1.2.3.5 dev o0 scope link 
9.9.9.9 dev o0 scope link 
10.0.0.0/8 via 192.168.9.2 dev o0 
172.16.0.0/12 via 192.168.9.2 dev o0 
192.168.9.0/24 dev o0 proto kernel scope link src 192.168.9.1 
192.168.77.0/24 dev o0 scope link 
$ route -e
Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
default         192.168.9.2     0.0.0.0         UG        0 0          0 o0
default         192.168.9.2     0.0.0.0         UG        0 0          0 o0
1.2.3.4         192.168.9.2     255.255.255.255 UGH       0 0          0 o0
1.2.3.5         0.0.0.0         255.255.255.255 UH        0 0          0 o0
9.9.9.9         0.0.0.0         255.255.255.255 UH        0 0          0 o0
10.0.0.0        192.168.9.2     255.0.0.0       UG        0 0          0 o0
172.16.0.0      192.168.9.2     255.240.0.0     UG        0 0          0 o0
192.168.9.0     0.0.0.0         255.255.255.0   U         0 0          0 o0
192.168.77.0    0.0.0.0         255.255.255.0   U         0 0          0 o0
$ route -ee -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface    MSS   Window irtt
0.0.0.0         192.168.9.2     0.0.0.0         UG    0      0        0 o0       0     0      0
0.0.0.0         192.168.9.2     0.0.0.0         UG    10     0        0 o0       0     0      0
1.2.3.4         192.168.9.2     255.255.255.255 UGH   0      0        0 o0       0     0      0
1.2.3.5         0.0.0.0         255.255.255.255 UH    0      0        0 o0       0     0      0
9.9.9.9         0.0.0.0         255.255.255.255 UH    0      0        0 o0       0     0      0
10.0.0.0        192.168.9.2     255.0.0.0       UG    0      0        0 o0       0     0      0
172.16.0.0      192.168.9.2     255.240.0.0     UG    0      0        0 o0       0     0      0
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0       0     0      0
192.168.77.0    0.0.0.0         255.255.255.0   U     0      0        0 o0       0     0      0
$ route -v
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
default         192.168.9.2     0.0.0.0         UG    0      0        0 o0
default         192.168.9.2     0.0.0.0         UG    10     0        0 o0
1.2.3.4         192.168.9.2     255.255.255.255 UGH   0      0        0 o0
1.2.3.5         0.0.0.0         255.255.255.255 UH    0      0        0 o0
9.9.9.9         0.0.0.0         255.255.255.255 UH    0      0        0 o0
10.0.0.0        192.168.9.2     255.0.0.0       UG    0      0        0 o0
172.16.0.0      192.168.9.2     255.240.0.0     UG    0      0        0 o0
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
192.168.77.0    0.0.0.0         255.255.255.0   U     0      0        0 o0
$ route del -net 10.0.0.0/8
$ route del -net 10.0.0.0/8
SIOCDELRT: No such process
[7]
$ route del -net 172.16.0.0 netmask 255.240.0.0
$ route del -host 1.2.3.4
$ route del 1.2.3.5
$ route del default
$ route del default gw 192.168.9.2
$ route add -net 10.0.0.0 reject
SIOCADDRT: Invalid argument
[7]
$ route add -net 10.0.0.0/8 reject
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
9.9.9.9         0.0.0.0         255.255.255.255 UH    0      0        0 o0
10.0.0.0        -               255.0.0.0       !     0      -        0 -
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
192.168.77.0    0.0.0.0         255.255.255.0   U     0      0        0 o0
$ ping -c 1 10.0.0.1
ping: connect: No route to host
[2]
$ route add -net 11.0.0.0/8 gw 1.1.1.1
SIOCADDRT: Network is unreachable
[7]
$ route add -net 11.0.0.0/8
SIOCADDRT: No such device
[7]
$ route add
Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                              [netmask N] [mss Mss] [window W] [irtt I]
                              [mod] [dyn] [reinstate] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject
       inet_route [-FC] flush      NOT supported
$ route add default
SIOCADDRT: No such device
[7]
$ route add default gw
Usage: inet_route [-vF] del {-host|-net} Target[/prefix] [gw Gw] [metric M] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [gw Gw] [metric M]
                              [netmask N] [mss Mss] [window W] [irtt I]
                              [mod] [dyn] [reinstate] [[dev] If]
       inet_route [-vF] add {-host|-net} Target[/prefix] [metric M] reject
       inet_route [-FC] flush      NOT supported
[3]
$ route add default gw nosuch
nosuch: Unknown host
[6]
$ route add -net 11.0.0.0/8 dev eth7
SIOCADDRT: No such device
[7]
$ route foo
Usage: route [-nNvee] [-FC] [<AF>]           List kernel routing tables
       route [-v] [-FC] {add|del|flush} ...  Modify routing table for AF.

       route {-h|--help} [<AF>]              Detailed usage syntax for specified AF.
       route {-V|--version}                  Display version/author and exit.

        -v, --verbose            be verbose
        -n, --numeric            don't resolve names
        -e, --extend             display other/more information
        -F, --fib                display Forwarding Information Base (default)
        -C, --cache              display routing cache instead of FIB

  <AF>=Use -4, -6, '-A <af>' or '--<af>'; default: inet
  List of possible address families (which support routing):
    inet (DARPA Internet) inet6 (IPv6) ax25 (AMPR AX.25) 
    netrom (AMPR NET/ROM) rose (AMPR ROSE) ipx (Novell IPX) 
    ddp (Appletalk DDP) x25 (CCITT X.25) 
[3]
$ route add -net 192.168.9.0/24 dev o0
$ route del -net 192.168.77.0/24 dev o0
$ route -n
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
9.9.9.9         0.0.0.0         255.255.255.255 UH    0      0        0 o0
10.0.0.0        -               255.0.0.0       !     0      -        0 -
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
192.168.9.0     0.0.0.0         255.255.255.0   U     0      0        0 o0
$ arp
$ ping -c 1 192.168.9.2 > /dev/null
$ arp
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.9.2              ether   ca:9a:60:75:1f:69   C                     o0
$ arp -a
? (192.168.9.2) at ca:9a:60:75:1f:69 [ether] on o0
$ arp -v
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.9.2              ether   ca:9a:60:75:1f:69   C                     o0
Entries: 1	Skipped: 0	Found: 1
$ arp -n -i o0
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.9.2              ether   ca:9a:60:75:1f:69   C                     o0
$ arp -d 192.168.9.2
$ arp
$ arp -s 192.168.9.2 02:11:22:33:44:55 temp
$ arp -n
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.9.2              ether   02:11:22:33:44:55   C                     o0
$ arp -D
Address                  HWtype  HWaddress           Flags Mask            Iface
192.168.9.2              ether   02:11:22:33:44:55   C                     o0
$ arp -x
arp: invalid option -- 'x'
Usage:
  arp [-vn]  [<HW>] [-i <if>] [-a] [<hostname>]             <-Display ARP cache
  arp [-v]          [-i <if>] -d  <host> [pub]               <-Delete ARP entry
  arp [-vnD] [<HW>] [-i <if>] -f  [<filename>]            <-Add entry from file
  arp [-v]   [<HW>] [-i <if>] -s  <host> <hwaddr> [temp]            <-Add entry
  arp [-v]   [<HW>] [-i <if>] -Ds <host> <if> [netmask <nm>] pub          <-''-

        -a                       display (all) hosts in alternative (BSD) style
        -e                       display (all) hosts in default (Linux) style
        -s, --set                set a new ARP entry
        -d, --delete             delete a specified entry
        -v, --verbose            be verbose
        -n, --numeric            don't resolve names
        -i, --device             specify network interface (e.g. eth0)
        -D, --use-device         read <hwaddr> from given device
        -A, -p, --protocol       specify protocol family
        -f, --file               read new entries from file or from /etc/ethers

  <HW>=Use '-H <hw>' to specify hardware address type. Default: ether
  List of possible hardware types (which support ARP):
    ash (Ash) ether (Ethernet) ax25 (AMPR AX.25) 
    netrom (AMPR NET/ROM) rose (AMPR ROSE) arcnet (ARCnet) 
    dlci (Frame Relay DLCI) fddi (Fiber Distributed Data Interface) hippi (HIPPI) 
    irda (IrLAP) x25 (generic X.25) eui64 (Generic EUI-64) 
[3]
