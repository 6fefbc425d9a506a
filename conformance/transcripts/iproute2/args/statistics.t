# counters
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip netns add n; ip netns exec n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
$ ip link add v0 type veth peer name e0 netns n; ip link set v0 up; ip -n n link set e0 up; ip addr add 10.0.0.1/24 dev v0; ip -n n addr add 10.0.0.2/24 dev e0
$ for k in 1 2 3 4 5 6 7 8 9; do ping -c 1 -W 1 10.0.0.2 >/dev/null && break; done; ping -q -c 20 -i 0.01 10.0.0.2 | grep -o '[0-9]* received'
20 received
$ ip -n n -s link show e0 | tail -4 | sed 's/  */ /g' | cut -d' ' -f1,2,3 | head -1
 RX: bytes
$ ip link set lo up; ping -q -c 100 -i 0.002 -s 60000 127.0.0.1 | grep -o '[0-9]* received'
100 received
$ ip -s link show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
      12005600     200      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
      12005600     200      0       0       0       0 
$ ip -s -h link show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
         12.0M     200      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
         12.0M     200      0       0       0       0 
$ ip -s -h -iec link show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    RX:  bytes packets errors dropped  missed   mcast           
        11.4Mi     200      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
        11.4Mi     200      0       0       0       0 
$ ip -s -j link show lo | jq -c '.[0].stats64.rx'
{"bytes":12005600,"packets":200,"errors":0,"dropped":0,"over_errors":0,"multicast":0}
$ ip -s -s -j link show lo | jq -c '.[0].stats64.tx'
{"bytes":12005600,"packets":200,"errors":0,"dropped":0,"carrier_errors":0,"collisions":0,"aborted_errors":0,"fifo_errors":0,"window_errors":0,"heartbeat_errors":0,"carrier_changes":0}
$ ip -s addr show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    RX:  bytes packets errors dropped  missed   mcast           
      12005600     200      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
      12005600     200      0       0       0       0 
$ ip -s -o link show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\    RX:  bytes packets errors dropped  missed   mcast           \      12005600     200      0       0       0       0 \    TX:  bytes packets errors dropped carrier collsns           \      12005600     200      0       0       0       0 
$ ip -s -br link show lo
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
$ ip -h -s -4 addr show lo
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
    inet 127.0.0.1/8 scope host lo
       valid_lft forever preferred_lft forever
    RX:  bytes packets errors dropped  missed   mcast           
         12.0M     200      0       0       0       0 
    TX:  bytes packets errors dropped carrier collsns           
         12.0M     200      0       0       0       0 
