# Inside the namespace: bash -c, sh -c, here-documents, loops
$ ip netns add lab
$ ip netns exec lab bash -c 'ip link set lo up; ip -br link'
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
$ ip netns exec lab bash <<EOF
> ip link add dummy0 type veth peer name dummy1
> ip addr add 10.9.0.1/24 dev dummy0
> ip link set dummy0 up; ip link set dummy1 up
> ip -4 route
> ping -c 1 -q 10.9.0.1
> EOF
10.9.0.0/24 dev dummy0 proto kernel scope link src 10.9.0.1 
PING 10.9.0.1 (10.9.0.1) 56(84) bytes of data.

--- 10.9.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.076/0.076/0.076/0.000 ms
$ ip netns exec lab sh -c 'for i in 1 2 3; do ip addr add 10.9.1.$i/32 dev lo; done; ip -4 -br a'
lo               UNKNOWN        127.0.0.1/8 10.9.1.1/32 10.9.1.2/32 10.9.1.3/32 
dummy0@dummy1    UP             10.9.0.1/24 
$ N=lab
$ ip netns exec $N bash -c "echo in $N: \$(ip -br link | wc -l) links"
in lab: 3 links
$ ip netns exec $N bash -c 'echo in $N: $(ip -br link | wc -l) links'
in : 3 links
$ ip netns exec lab bash <<'EOF'
> for ip in 10.9.1.1 10.9.1.2 10.9.1.9; do
>   if ping -c 1 -W 1 $ip > /dev/null 2>&1; then
>     echo "$ip is up"
>   else
>     echo "$ip is down"
>   fi
> done
> exit 3
> EOF
10.9.1.1 is up
10.9.1.2 is up
10.9.1.9 is down
[3]
$ ip netns exec lab ip netns identify $$
\
$ ip netns identify
\
$ ip netns pids lab
$ ip netns exec lab sleep 20 &
$ sleep 0.5; ip netns pids lab | wc -l
1
$ kill %1
$ ip netns exec lab cat /proc/net/dev | head -2
Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
$ ip netns exec lab bash -c 'exit 7'
[7]
$ ip netns exec lab false
[1]
$ ip netns exec lab bash -c 'cd /tmp && pwd'
/tmp
$ ip netns exec lab env | grep -c PATH
1
$ ip netns exec lab hostname
host
$ ns() { ip netns exec "$@"; }
$ ns lab ip -4 -o addr show dummy0
3: dummy0    inet 10.9.0.1/24 scope global dummy0\       valid_lft forever preferred_lft forever
$ alias lab='ip netns exec lab'
$ ip netns exec lab sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ ip netns exec lab sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ ip netns exec lab bash -c 'echo 0 > /proc/sys/net/ipv4/ip_forward'
$ ip netns exec lab echo 1 > /proc/sys/net/ipv4/ip_forward
$ ip netns exec lab cat /proc/sys/net/ipv4/ip_forward; cat /proc/sys/net/ipv4/ip_forward
0
1
$ ip -all netns exec ip -br link show lo
\
netns: lab
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
$ for ns in $(ip netns list | cut -d' ' -f1); do echo "[$ns]"; ip -n $ns -br -4 addr; done
[lab]
lo               UNKNOWN        127.0.0.1/8 10.9.1.1/32 10.9.1.2/32 10.9.1.3/32 
dummy0@dummy1    UP             10.9.0.1/24 
$ ip netns exec lab ip netns exec lab ip -br link show dummy0
dummy0@dummy1    UP             b6:b7:0b:e9:f9:97 <BROADCAST,MULTICAST,UP,LOWER_UP> 
$ ip netns exec lab bash -c 'ip link del dummy0 && echo deleted || echo failed; ip link del dummy0 && echo deleted || echo failed'
deleted
Cannot find device "dummy0"
failed
$ ip netns delete lab && ip netns list
