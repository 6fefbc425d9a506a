# Switches: sysctl, /proc/sys, and their scope
$ sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ sysctl -n net.ipv4.ip_forward
0
$ sysctl -w net.ipv4.ip_forward=1
net.ipv4.ip_forward = 1
$ sysctl -q -w net.ipv4.ip_forward=1
$ sysctl -w net/ipv4/ip_forward=0
net.ipv4.ip_forward = 0
$ sysctl -n net.ipv4.ip_forward net.ipv4.ip_default_ttl
0
64
$ cat /proc/sys/net/ipv4/ip_forward
0
$ echo 1 > /proc/sys/net/ipv4/ip_forward
$ echo 1 | tee /proc/sys/net/ipv4/ip_forward
1
$ sysctl net.ipv4.conf.all.forwarding
net.ipv4.conf.all.forwarding = 1
$ echo yes > /proc/sys/net/ipv4/ip_forward
bash: echo: write error: Invalid argument
[1]
$ cat /proc/sys/net/ipv4/ip_forward
1
$ ip netns add n
$ ip netns exec n sysctl net.ipv4.ip_forward
net.ipv4.ip_forward = 0
$ ip netns exec n cat /proc/sys/net/ipv4/ip_forward
0
$ ip link add v0 type veth peer name v1 netns n
$ ls /proc/sys/net/ipv4/conf
all
default
lo
v0
$ ip netns exec n ls /proc/sys/net/ipv4/conf
all
default
lo
v1
$ sysctl net.ipv4.conf.v0.forwarding
net.ipv4.conf.v0.forwarding = 1
$ sysctl net.ipv4.conf.v1.forwarding
sysctl: cannot stat /proc/sys/net/ipv4/conf/v1/forwarding: No such file or directory
[1]
$ sysctl -a 2>/dev/null | grep v0.forwarding
net.ipv4.conf.v0.forwarding = 1
net.ipv6.conf.v0.forwarding = 0
$ sysctl -a 2>/dev/null | grep 'ipv4.conf.v0.rp_filter'
net.ipv4.conf.v0.rp_filter = 0
$ sysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.default.rp_filter
net.ipv4.conf.all.rp_filter = 0
net.ipv4.conf.default.rp_filter = 0
$ sysctl -w net.ipv4.conf.all.rp_filter=2
net.ipv4.conf.all.rp_filter = 2
$ sysctl net.ipv4.conf.v0.arp_ignore net.ipv4.conf.v0.arp_announce
net.ipv4.conf.v0.arp_ignore = 0
net.ipv4.conf.v0.arp_announce = 0
$ sysctl -w net.ipv4.icmp_echo_ignore_all=1
net.ipv4.icmp_echo_ignore_all = 1
$ ip addr add 10.0.0.1/24 dev v0; ip link set v0 up; ip link set lo up
$ ip -n n addr add 10.0.0.2/24 dev v1; ip -n n link set v1 up
$ ip netns exec n ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 0 received, 100% packet loss, time 0ms

[1]
$ ping -c 1 -W 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=64 time=0.029 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.029/0.029/0.029/0.000 ms
$ sysctl -w net.ipv4.icmp_echo_ignore_all=0
net.ipv4.icmp_echo_ignore_all = 0
$ ip netns exec n ping -c 1 -W 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.025 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.025/0.025/0.025/0.000 ms
$ ip netns exec n sysctl -w net.ipv4.ip_default_ttl=10
net.ipv4.ip_default_ttl = 10
$ ping -c 1 10.0.0.2
PING 10.0.0.2 (10.0.0.2) 56(84) bytes of data.
64 bytes from 10.0.0.2: icmp_seq=1 ttl=10 time=0.024 ms

--- 10.0.0.2 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.024/0.024/0.024/0.000 ms
$ ip netns exec n ping -c 1 10.0.0.1
PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.018 ms

--- 10.0.0.1 ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.018/0.018/0.018/0.000 ms
$ sysctl -w net.ipv4.ip_default_ttl=0
sysctl: setting key "net.ipv4.ip_default_ttl": Invalid argument
[1]
$ sysctl -w net.ipv4.ip_default_ttl=256
sysctl: setting key "net.ipv4.ip_default_ttl": Invalid argument
[1]
$ sysctl -w net.ipv4.foo=1
sysctl: cannot stat /proc/sys/net/ipv4/foo: No such file or directory
[1]
$ sysctl net.ipv4.foo
sysctl: cannot stat /proc/sys/net/ipv4/foo: No such file or directory
[1]
$ sysctl -w
sysctl: no variables specified
Try `sysctl --help' for more information.
[1]
$ sysctl
\
Usage:
 sysctl [options] [variable[=value] ...]

Options:
  -a, --all            display all variables
  -A                   alias of -a
  -X                   alias of -a
      --deprecated     include deprecated parameters to listing
      --dry-run        Print the key and values but do not write
  -b, --binary         print value without new line
  -e, --ignore         ignore unknown variables errors
  -N, --names          print variable names without values
  -n, --values         print only values of the given variable(s)
  -p, --load[=<file>]  read values from file
  -f                   alias of -p
      --system         read values from all system directories
  -r, --pattern <expression>
                       select setting that match expression
  -q, --quiet          do not echo variable set
  -w, --write          enable writing a value to variable
  -o                   does nothing
  -x                   does nothing
  -d                   alias of -h

 -h, --help     display this help and exit
 -V, --version  output version information and exit

For more details see sysctl(8).
[1]
$ sysctl -e net.ipv4.foo
$ sysctl net.ipv4.conf.v9.forwarding
sysctl: cannot stat /proc/sys/net/ipv4/conf/v9/forwarding: No such file or directory
[1]
$ sysctl -w net.ipv4.ip_forward=abc
sysctl: setting key "net.ipv4.ip_forward": Invalid argument
[1]
$ sysctl -w net.ipv4.ip_forward=
sysctl: setting key "net.ipv4.ip_forward": Invalid argument
[1]
$ cat /proc/sys/net/ipv4/neigh/v0/gc_stale_time
60
$ cat /proc/sys/net/ipv4/conf/v0/disable_policy
0
$ cat /proc/sys/net/ipv6/conf/v0/disable_ipv6
0
$ cat /proc/sys/kernel/hostname
host
$ cat /proc/net/arp
IP address       HW type     Flags       HW address            Mask     Device
10.0.0.2         0x1         0x2         ce:5d:0a:0d:27:41     *        v0
