# What the kernel counts: nstat, netstat -s, /proc/net/snmp
#! world: bare
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add b; ip netns exec b sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link set lo up
$ ip link add va type veth peer name eb netns b
$ ip addr add 10.0.0.1/24 dev va; ip link set va up
$ ip -n b addr add 10.0.0.2/24 dev eb; ip -n b link set eb up; ip -n b link set lo up
$ sleep 1
$ ping -c 3 -i .2 10.0.0.2 >/dev/null
$ nstat -n
$ nstat
\#kernel
$ ping -c 1 10.0.0.2 > /dev/null
$ nstat
\#kernel
IpInReceives                    1                  0.0
IpInDelivers                    1                  0.0
IpOutRequests                   1                  0.0
IpOutTransmits                  1                  0.0
IcmpInMsgs                      1                  0.0
IcmpInEchoReps                  1                  0.0
IcmpOutMsgs                     1                  0.0
IcmpOutEchos                    1                  0.0
IcmpMsgInType0                  1                  0.0
IcmpMsgOutType8                 1                  0.0
IpExtInOctets                   84                 0.0
IpExtOutOctets                  84                 0.0
IpExtInNoECTPkts                1                  0.0
$ nstat
\#kernel
$ nstat -a
\#kernel
IpInReceives                    4                  0.0
IpInDelivers                    4                  0.0
IpOutRequests                   4                  0.0
IpOutTransmits                  4                  0.0
IcmpInMsgs                      4                  0.0
IcmpInEchoReps                  4                  0.0
IcmpOutMsgs                     4                  0.0
IcmpOutEchos                    4                  0.0
IcmpMsgInType0                  4                  0.0
IcmpMsgOutType8                 4                  0.0
IpExtInOctets                   336                0.0
IpExtOutOctets                  336                0.0
IpExtInNoECTPkts                4                  0.0
$ nstat -z IcmpInEchos
\#kernel
IcmpInEchos                     0                  0.0
$ nstat -az IcmpInEchos 'IcmpOut*'
\#kernel
IcmpInEchos                     0                  0.0
IcmpOutMsgs                     4                  0.0
IcmpOutErrors                   0                  0.0
IcmpOutRateLimitGlobal          0                  0.0
IcmpOutRateLimitHost            0                  0.0
IcmpOutDestUnreachs             0                  0.0
IcmpOutTimeExcds                0                  0.0
IcmpOutParmProbs                0                  0.0
IcmpOutSrcQuenchs               0                  0.0
IcmpOutRedirects                0                  0.0
IcmpOutEchos                    4                  0.0
IcmpOutEchoReps                 0                  0.0
IcmpOutTimestamps               0                  0.0
IcmpOutTimestampReps            0                  0.0
IcmpOutAddrMasks                0                  0.0
IcmpOutAddrMaskReps             0                  0.0
$ nstat -s
\#kernel
$ nstat -j
{"kernel":{}}
$ nstat -az -j IcmpInEchos
{"kernel":{"IcmpInEchos":0}}
$ nstat foo
\#kernel
$ nstat -r
\#kernel
IpInReceives                    4                  0.0
IpInDelivers                    4                  0.0
IpOutRequests                   4                  0.0
IpOutTransmits                  4                  0.0
IcmpInMsgs                      4                  0.0
IcmpInEchoReps                  4                  0.0
IcmpOutMsgs                     4                  0.0
IcmpOutEchos                    4                  0.0
IcmpMsgInType0                  4                  0.0
IcmpMsgOutType8                 4                  0.0
IpExtInOctets                   336                0.0
IpExtOutOctets                  336                0.0
IpExtInNoECTPkts                4                  0.0
$ nstat -h
Usage: nstat [OPTION] [ PATTERN [ PATTERN ] ]
   -h, --help          this message
   -a, --ignore        ignore history
   -d, --scan=SECS     sample every statistics every SECS
   -j, --json          format output in JSON
   -n, --nooutput      do history only
   -p, --pretty        pretty print
   -r, --reset         reset history
   -s, --noupdate      don't update history
   -t, --interval=SECS report average over the last SECS
   -V, --version       output version information
   -z, --zeros         show entries with zero activity
[255]
$ nstat -V
nstat utility, iproute2-6.1.0
$ nstat -x
nstat: invalid option -- 'x'
Usage: nstat [OPTION] [ PATTERN [ PATTERN ] ]
   -h, --help          this message
   -a, --ignore        ignore history
   -d, --scan=SECS     sample every statistics every SECS
   -j, --json          format output in JSON
   -n, --nooutput      do history only
   -p, --pretty        pretty print
   -r, --reset         reset history
   -s, --noupdate      don't update history
   -t, --interval=SECS report average over the last SECS
   -V, --version       output version information
   -z, --zeros         show entries with zero activity
[255]
$ netstat -s
Ip:
    Forwarding: 2
    4 total packets received
    0 forwarded
    0 incoming packets discarded
    4 incoming packets delivered
    4 requests sent out
    OutTransmits: 4
Icmp:
    4 ICMP messages received
    0 input ICMP message failed
    ICMP input histogram:
        echo replies: 4
    4 ICMP messages sent
    0 ICMP messages failed
    ICMP output histogram:
        echo requests: 4
IcmpMsg:
        InType0: 4
        OutType8: 4
Tcp:
    0 active connection openings
    0 passive connection openings
    0 failed connection attempts
    0 connection resets received
    0 connections established
    0 segments received
    0 segments sent out
    0 segments retransmitted
    0 bad segments received
    0 resets sent
Udp:
    0 packets received
    0 packets to unknown port received
    0 packet receive errors
    0 packets sent
    0 receive buffer errors
    0 send buffer errors
UdpLite:
TcpExt:
    0 packet headers predicted
IpExt:
    InOctets: 336
    OutOctets: 336
    InNoECTPkts: 4
MPTcpExt:
$ netstat -su
IcmpMsg:
    InType0: 4
    OutType8: 4
Udp:
    0 packets received
    0 packets to unknown port received
    0 packet receive errors
    0 packets sent
    0 receive buffer errors
    0 send buffer errors
UdpLite:
IpExt:
    InOctets: 336
    OutOctets: 336
    InNoECTPkts: 4
MPTcpExt:
$ netstat -st
IcmpMsg:
    InType0: 4
    OutType8: 4
Tcp:
    0 active connection openings
    0 passive connection openings
    0 failed connection attempts
    0 connection resets received
    0 connections established
    0 segments received
    0 segments sent out
    0 segments retransmitted
    0 bad segments received
    0 resets sent
UdpLite:
TcpExt:
    0 packet headers predicted
IpExt:
    InOctets: 336
    OutOctets: 336
    InNoECTPkts: 4
MPTcpExt:
$ netstat -sw
Ip:
    Forwarding: 2
    4 total packets received
    0 forwarded
    0 incoming packets discarded
    4 incoming packets delivered
    4 requests sent out
    OutTransmits: 4
Icmp:
    4 ICMP messages received
    0 input ICMP message failed
    ICMP input histogram:
        echo replies: 4
    4 ICMP messages sent
    0 ICMP messages failed
    ICMP output histogram:
        echo requests: 4
IcmpMsg:
        InType0: 4
        OutType8: 4
UdpLite:
IpExt:
    InOctets: 336
    OutOctets: 336
    InNoECTPkts: 4
MPTcpExt:
$ netstat -i
Kernel Interface table
Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
lo              65536        0      0      0 0             0      0      0      0 LRU
va               1500        5      0      0 0             5      0      0      0 BMRU
$ netstat -ie
Kernel Interface table
lo: flags=73<UP,LOOPBACK,RUNNING>  mtu 65536
        inet 127.0.0.1  netmask 255.0.0.0
        loop  txqueuelen 1000  (Local Loopback)
        RX packets 0  bytes 0 (0.0 B)
        RX errors 0  dropped 0  overruns 0  frame 0
        TX packets 0  bytes 0 (0.0 B)
        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

va: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
        inet 10.0.0.1  netmask 255.255.255.0  broadcast 0.0.0.0
        ether 56:6f:d9:78:70:f2  txqueuelen 1000  (Ethernet)
        RX packets 5  bytes 434 (434.0 B)
        RX errors 0  dropped 0  overruns 0  frame 0
        TX packets 5  bytes 434 (434.0 B)
        TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0

$ netstat -in
Kernel Interface table
Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
lo              65536        0      0      0 0             0      0      0      0 LRU
va               1500        5      0      0 0             5      0      0      0 BMRU
$ netstat -I=va
netstat: invalid option -- 'I'
usage: netstat [-vWeenNcCF] [<Af>] -r         netstat {-V|--version|-h|--help}
       netstat [-vWnNcaeol] [<Socket> ...]
       netstat { [-vWeenNac] -i | [-cnNe] -M | -s [-6tuw] }

        -r, --route              display routing table
        -i, --interfaces         display interface table
        -g, --groups             display multicast group memberships
        -s, --statistics         display networking statistics (like SNMP)
        -M, --masquerade         display masqueraded connections

        -v, --verbose            be verbose
        -W, --wide               don't truncate IP addresses
        -n, --numeric            don't resolve names
        --numeric-hosts          don't resolve host names
        --numeric-ports          don't resolve port names
        --numeric-users          don't resolve user names
        -N, --symbolic           resolve hardware names
        -e, --extend             display other/more information
        -p, --programs           display PID/Program name for sockets
        -o, --timers             display timers
        -c, --continuous         continuous listing

        -l, --listening          display listening server sockets
        -a, --all                display all sockets (default: connected)
        -F, --fib                display Forwarding Information Base (default)
        -C, --cache              display routing cache instead of FIB
        -Z, --context            display SELinux security context for sockets

  <Socket>={-t|--tcp} {-u|--udp} {-U|--udplite} {-S|--sctp} {-w|--raw}
           {-x|--unix} --ax25 --ipx --netrom
  <AF>=Use '-6|-4' or '-A <af>' or '--<af>'; default: inet
  List of possible address families (which support routing):
    inet (DARPA Internet) inet6 (IPv6) ax25 (AMPR AX.25) 
    netrom (AMPR NET/ROM) rose (AMPR ROSE) ipx (Novell IPX) 
    ddp (Appletalk DDP) x25 (CCITT X.25) 
[3]
$ netstat -Iva
netstat: invalid option -- 'I'
usage: netstat [-vWeenNcCF] [<Af>] -r         netstat {-V|--version|-h|--help}
       netstat [-vWnNcaeol] [<Socket> ...]
       netstat { [-vWeenNac] -i | [-cnNe] -M | -s [-6tuw] }

        -r, --route              display routing table
        -i, --interfaces         display interface table
        -g, --groups             display multicast group memberships
        -s, --statistics         display networking statistics (like SNMP)
        -M, --masquerade         display masqueraded connections

        -v, --verbose            be verbose
        -W, --wide               don't truncate IP addresses
        -n, --numeric            don't resolve names
        --numeric-hosts          don't resolve host names
        --numeric-ports          don't resolve port names
        --numeric-users          don't resolve user names
        -N, --symbolic           resolve hardware names
        -e, --extend             display other/more information
        -p, --programs           display PID/Program name for sockets
        -o, --timers             display timers
        -c, --continuous         continuous listing

        -l, --listening          display listening server sockets
        -a, --all                display all sockets (default: connected)
        -F, --fib                display Forwarding Information Base (default)
        -C, --cache              display routing cache instead of FIB
        -Z, --context            display SELinux security context for sockets

  <Socket>={-t|--tcp} {-u|--udp} {-U|--udplite} {-S|--sctp} {-w|--raw}
           {-x|--unix} --ax25 --ipx --netrom
  <AF>=Use '-6|-4' or '-A <af>' or '--<af>'; default: inet
  List of possible address families (which support routing):
    inet (DARPA Internet) inet6 (IPv6) ax25 (AMPR AX.25) 
    netrom (AMPR NET/ROM) rose (AMPR ROSE) ipx (Novell IPX) 
    ddp (Appletalk DDP) x25 (CCITT X.25) 
[3]
$ netstat -ia
Kernel Interface table
Iface             MTU    RX-OK RX-ERR RX-DRP RX-OVR    TX-OK TX-ERR TX-DRP TX-OVR Flg
lo              65536        0      0      0 0             0      0      0      0 LRU
va               1500        5      0      0 0             5      0      0      0 BMRU
$ netstat -rn
Kernel IP routing table
Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
10.0.0.0        0.0.0.0         255.255.255.0   U         0 0          0 va
$ netstat -ren
Kernel IP routing table
Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
10.0.0.0        0.0.0.0         255.255.255.0   U     0      0        0 va
$ ping -c 1 -W 1 10.0.0.99 >/dev/null
[1]
$ ping -c 1 -W 1 127.0.0.1 >/dev/null
$ traceroute -n -w 1 -q 1 -m 2 10.0.0.2 > /dev/null
$ netstat -s
Ip:
    Forwarding: 2
    8 total packets received
    0 forwarded
    0 incoming packets discarded
    8 incoming packets delivered
    9 requests sent out
    OutTransmits: 9
Icmp:
    8 ICMP messages received
    0 input ICMP message failed
    ICMP input histogram:
        destination unreachable: 2
        echo requests: 1
        echo replies: 5
    7 ICMP messages sent
    0 ICMP messages failed
    ICMP output histogram:
        echo requests: 6
        echo replies: 1
IcmpMsg:
        InType0: 5
        InType3: 2
        InType8: 1
        OutType0: 1
        OutType8: 6
Tcp:
    0 active connection openings
    0 passive connection openings
    0 failed connection attempts
    0 connection resets received
    0 connections established
    0 segments received
    0 segments sent out
    0 segments retransmitted
    0 bad segments received
    0 resets sent
Udp:
    0 packets received
    0 packets to unknown port received
    0 packet receive errors
    2 packets sent
    0 receive buffer errors
    0 send buffer errors
UdpLite:
TcpExt:
    0 packet headers predicted
IpExt:
    InOctets: 680
    OutOctets: 708
    InNoECTPkts: 8
MPTcpExt:
$ grep -A1 Icmp /proc/net/snmp
Icmp: InMsgs InErrors InCsumErrors InDestUnreachs InTimeExcds InParmProbs InSrcQuenchs InRedirects InEchos InEchoReps InTimestamps InTimestampReps InAddrMasks InAddrMaskReps OutMsgs OutErrors OutRateLimitGlobal OutRateLimitHost OutDestUnreachs OutTimeExcds OutParmProbs OutSrcQuenchs OutRedirects OutEchos OutEchoReps OutTimestamps OutTimestampReps OutAddrMasks OutAddrMaskReps
Icmp: 8 0 0 2 0 0 0 0 1 5 0 0 0 0 7 0 0 0 0 0 0 0 0 6 1 0 0 0 0
IcmpMsg: InType0 InType3 InType8 OutType0 OutType8
IcmpMsg: 5 2 1 1 6
Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors
