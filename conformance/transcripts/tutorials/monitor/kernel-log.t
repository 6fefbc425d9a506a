# What the kernel says of bridges and devices, and what a program adds
#! world: bare
$ echo start > /dev/kmsg
$ ip link add br0 type bridge
$ ip link add va type veth peer name vb
$ ip link set va master br0
$ ip link set va up
$ ip link set vb up
$ ip link set br0 up
$ dmesg -t | tail -7
start
br0: port 1(va) entered blocking state
br0: port 1(va) entered disabled state
va: entered allmulticast mode
va: entered promiscuous mode
br0: port 1(va) entered blocking state
br0: port 1(va) entered forwarding state
$ ip link set vb promisc on
$ ip link set vb promisc off
$ dmesg -tx | tail -2
kern  :info  : vb: entered promiscuous mode
kern  :info  : vb: left promiscuous mode
$ ip link set va nomaster
$ dmesg -t | tail -3
va: left allmulticast mode
va: left promiscuous mode
br0: port 1(va) entered disabled state
$ echo "<4>from a script" > /dev/kmsg
$ printf 'two\nlines\n' > /dev/kmsg
$ dmesg -tx | tail -3
user  :warn  : from a script
user  :warn  : two
user  :warn  : lines
$ dmesg -r | tail -1 | cut -d'[' -f1
<5>
$ dmesg -t -l warn | tail -1
lines
$ dmesg -l foo
dmesg: unknown level 'foo'
[1]
$ dmesg -f foo
dmesg: unknown facility 'foo'
[1]
$ dmesg -n x
dmesg: unknown level 'x'
[1]
$ dmesg -rx
dmesg: mutually exclusive arguments: --raw --decode
[1]
$ dmesg foo
dmesg: bad usage
Try 'dmesg --help' for more information.
[1]
$ dmesg -q
dmesg: invalid option -- 'q'
Try 'dmesg --help' for more information.
[1]
$ dmesg -t -k | tail -1
br0: port 1(va) entered disabled state
$ dmesg -t -u | tail -1
lines
