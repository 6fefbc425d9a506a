# A router's counters: what passed, what had nowhere to go, what was too old
#! world: lan
$ ping -c 2 -i 0.2 8.8.8.8 > /dev/null
router$ nstat -a IpForw* IpIn* Icmp[IO]* IcmpM* | sort
\#kernel
IpForwDatagrams                 8                  0.0
IpInReceives                    8                  0.0
$ ping -c 1 -t 1 8.8.8.8 > /dev/null
[1]
router$ nstat -az IpInHdrErrors IcmpOutTimeExcds IpForwDatagrams
\#kernel
IpInHdrErrors                   1                  0.0
IpForwDatagrams                 8                  0.0
IcmpOutTimeExcds                1                  0.0
$ traceroute -n -q 1 -w 1 192.168.1.1 > /dev/null
router$ nstat -az UdpNoPorts IcmpOutDestUnreachs
\#kernel
IcmpOutDestUnreachs             5                  0.0
UdpNoPorts                      16                 0.0
$ ping -c 1 -s 3000 192.168.1.1 > /dev/null
$ nstat -az IpFrag* IpReasm*
\#kernel
IpReasmTimeout                  0                  0.0
IpReasmReqds                    3                  0.0
IpReasmOKs                      1                  0.0
IpReasmFails                    0                  0.0
IpFragOKs                       1                  0.0
IpFragFails                     0                  0.0
IpFragCreates                   3                  0.0
router$ nstat -az IpFrag* IpReasm*
\#kernel
IpReasmTimeout                  0                  0.0
IpReasmReqds                    3                  0.0
IpReasmOKs                      1                  0.0
IpReasmFails                    0                  0.0
IpFragOKs                       1                  0.0
IpFragFails                     0                  0.0
IpFragCreates                   3                  0.0
$ ping -c 1 -b 192.168.1.255 > /dev/null 2>&1; nstat -az IpExtOutBcastPkts IpExtOutBcastOctets
\#kernel
IpExtOutBcastPkts               1                  0.0
IpExtOutBcastOctets             84                 0.0
$ nstat -a 'IcmpIn*' 'IcmpOut*'
\#kernel
IcmpInMsgs                      11                 0.0
IcmpInErrors                    1                  0.0
IcmpInDestUnreachs              5                  0.0
IcmpInTimeExcds                 1                  0.0
IcmpInEchos                     1                  0.0
IcmpInEchoReps                  4                  0.0
IcmpOutMsgs                     6                  0.0
IcmpOutEchos                    6                  0.0
$ cat /proc/net/sockstat | grep -v '^sockets\|^TCP'
UDP: inuse 0 mem 0
UDPLITE: inuse 0
RAW: inuse 0
FRAG: inuse 0 memory 0
