# Every option of iptables, right and wrong.
#! world: bare
$ iptables -A INPUT -p icmp
$ iptables -A INPUT -p 1
$ iptables -A INPUT -p all
$ iptables -A INPUT -p 0
$ iptables -A INPUT ! -p all
iptables v1.8.9 (nf_tables): rule would never match protocol
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -p tcp
$ iptables -A INPUT -p ! tcp
iptables v1.8.9 (nf_tables): unknown protocol "!" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p esp
$ iptables -A INPUT -p ah
$ iptables -A INPUT -p sctp
$ iptables -A INPUT -p gre
$ iptables -A INPUT -p 47
$ iptables -A INPUT -p 255
$ iptables -A INPUT -p 256
iptables v1.8.9 (nf_tables): unknown protocol "256" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p nosuch
iptables v1.8.9 (nf_tables): unknown protocol "nosuch" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p icmpv6
$ iptables -A INPUT -p ipv6-icmp
$ iptables -A INPUT -p 58
$ iptables -A INPUT -p igmp
$ iptables -A INPUT -p ospf
$ iptables -A INPUT -p udplite
$ iptables -A INPUT -p vrrp
$ iptables -A INPUT -p ipv6
$ iptables -A INPUT -p ip
$ iptables -A INPUT -p 99
$ iptables -A INPUT -p 262
iptables v1.8.9 (nf_tables): unknown protocol "262" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p mptcp
$ iptables -A INPUT -p ""
iptables v1.8.9 (nf_tables): unknown protocol "" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1
$ iptables -A INPUT -s 10.0.0.1/32
$ iptables -A INPUT -s 10.0.0.1/24
$ iptables -A INPUT -s 10.0.0.0/255.255.255.0
$ iptables -A INPUT -s 10.0.0.0/255.0.255.0
$ iptables -A INPUT -s 10.0.0.0/0
$ iptables -A INPUT -s 0.0.0.0/0
$ iptables -A INPUT -s 0/0
$ iptables -A INPUT -s 10/8
$ iptables -A INPUT -s 10.1/16
$ iptables -A INPUT -s 10.1.2/24
$ iptables -A INPUT -s 0.0.0.0
$ iptables -A INPUT -s 10.0.0.1/33
iptables v1.8.9 (nf_tables): invalid mask `33' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1/-1
iptables v1.8.9 (nf_tables): invalid mask `-1' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1/x
iptables v1.8.9 (nf_tables): invalid mask `x' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1/
iptables v1.8.9 (nf_tables): invalid mask `' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0
$ iptables -A INPUT -s 10.0.0.0.1
iptables v1.8.9 (nf_tables): host/network `10.0.0.0.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.256
iptables v1.8.9 (nf_tables): host/network `10.0.0.256' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 0x0a000001
$ iptables -A INPUT -s 010.0.0.1
$ iptables -A INPUT -s localhost
$ iptables -A INPUT -s nosuch
iptables v1.8.9 (nf_tables): host/network `nosuch' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s nosuch/24
iptables v1.8.9 (nf_tables): host/network `nosuch' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s ""
iptables v1.8.9 (nf_tables): host/network `' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s any
iptables v1.8.9 (nf_tables): host/network `any' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s ,
iptables v1.8.9 (nf_tables): host/network `' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1,
iptables v1.8.9 (nf_tables): host/network `' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1,10.0.0.2
$ iptables -A INPUT -s 10.0.0.1, -d 10.0.0.2
iptables v1.8.9 (nf_tables): host/network `' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s 10.0.0.1,10.0.0.2 -d 10.0.1.1,10.0.1.2
$ iptables -A INPUT ! -s 10.0.0.1
$ iptables -A INPUT -s ! 10.0.0.1
Bad argument `10.0.0.1'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -s 10.0.0.1,10.0.0.2
iptables v1.8.9 (nf_tables): ! not allowed with multiple source or destination IP addresses
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -d 10.0.0.1/8
$ iptables -A INPUT -s fd00::1
iptables v1.8.9 (nf_tables): host/network `fd00::1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s loopback
$ iptables -A INPUT -s link-local
$ iptables -A INPUT -s localhost/8
$ iptables -A INPUT -d 255.255.255.255
$ iptables -A INPUT -d 224.0.0.0/4
$ iptables -A INPUT -s 10.0.0.1 -s 10.0.0.2
iptables v1.8.9 (nf_tables): multiple -s flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --src 10.0.0.9
$ iptables -A INPUT --dst 10.0.0.9
$ iptables -A INPUT --source 10.0.0.9
$ iptables -A INPUT --sou 10.0.0.9
$ iptables -A INPUT --so 10.0.0.9
$ iptables -A INPUT --s 10.0.0.9
iptables v1.8.9 (nf_tables): unknown option "--s"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i eth0
$ iptables -A INPUT -i eth+
$ iptables -A INPUT -i +
$ iptables -A INPUT ! -i eth0
$ iptables -A INPUT -i ! eth0
Bad argument `eth0'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i ""
iptables v1.8.9 (nf_tables): Empty interface is likely to be undesired
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i abcdefghijklmno
$ iptables -A INPUT -i abcdefghijklmnop
iptables v1.8.9 (nf_tables): interface name `abcdefghijklmnop' must be shorter than IFNAMSIZ (15)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i "a b"
Warning: weird character in interface `a b' ('/' and ' ' are not allowed by the kernel).
$ iptables -A INPUT -i eth0:1
$ iptables -A INPUT -i eth/0
Warning: weird character in interface `eth/0' ('/' and ' ' are not allowed by the kernel).
$ iptables -A INPUT -i eth0 -i eth1
iptables v1.8.9 (nf_tables): multiple -i flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -o eth0
iptables v1.8.9 (nf_tables): Can't use -o with INPUT

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -i eth0
iptables v1.8.9 (nf_tables): Can't use -i with OUTPUT

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A OUTPUT -o eth0
$ iptables -A FORWARD -i eth0 -o eth1
$ iptables -A FORWARD ! -i eth+ ! -o eth1+
$ iptables -t nat -A POSTROUTING -i eth0
iptables v1.8.9 (nf_tables): Can't use -i with POSTROUTING

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -o eth0
iptables v1.8.9 (nf_tables): Can't use -o with PREROUTING

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING ! -o lo
$ iptables -A INPUT -f
$ iptables -A INPUT ! -f
$ iptables -A INPUT -f -f
iptables v1.8.9 (nf_tables): multiple -f flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --fragment
$ iptables -A INPUT --frag
$ iptables -A INPUT -c 1 2
$ iptables -A INPUT -c 1,2
$ iptables -A INPUT -c 1
iptables v1.8.9 (nf_tables): -c requires packet and byte counter
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -c x y
iptables v1.8.9 (nf_tables): -c packet counter not numeric
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -c 1 y
iptables v1.8.9 (nf_tables): -c byte counter not numeric
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -c 5 6 -j ACCEPT
$ iptables -A INPUT -j ACCEPT
$ iptables -A INPUT -j DROP
$ iptables -A INPUT -j RETURN
$ iptables -A INPUT -j QUEUE
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (No such file or directory): rule in chain INPUT
[4]
$ iptables -A INPUT -j accept
iptables v1.8.9 (nf_tables): Chain 'accept' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j ""
iptables v1.8.9 (nf_tables): Invalid target name (too short)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j "a b"
iptables v1.8.9 (nf_tables): Invalid target name `a b'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j abcdefghijklmnopqrstuvwxyzabcdef
iptables v1.8.9 (nf_tables): Invalid target name `abcdefghijklmnopqrstuvwxyzabcdef' (28 chars max)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j abcdefghijklmnopqrstuvwxyzab
iptables v1.8.9 (nf_tables): Chain 'abcdefghijklmnopqrstuvwxyzab' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -g ACCEPT
iptables v1.8.9 (nf_tables): Chain 'ACCEPT' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -g FOO
iptables v1.8.9 (nf_tables): Chain 'FOO' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N FOO
$ iptables -A INPUT -g FOO
$ iptables -A INPUT -j FOO
$ iptables -A INPUT -j FOO -g FOO
iptables v1.8.9 (nf_tables): multiple -j flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -g FOO -j ACCEPT
iptables v1.8.9 (nf_tables): multiple -j flags not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j ACCEPT --foo
iptables v1.8.9 (nf_tables): unknown option "--foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j ACCEPT foo
Bad argument `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp foo
Bad argument `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -- foo
iptables v1.8.9 (nf_tables): unknown arguments found on commandline
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --
$ iptables -A INPUT !
iptables v1.8.9 (nf_tables): nothing appropriate following !
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! ! -s 1.1.1.1
iptables v1.8.9 (nf_tables): multiple consecutive ! not allowed
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -m tcp
iptables v1.8.9 (nf_tables): unexpected ! flag before --match
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -j ACCEPT
iptables v1.8.9 (nf_tables): cannot have ! before -j
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -n
iptables v1.8.9 (nf_tables): cannot have ! before -n
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! --foo
iptables v1.8.9 (nf_tables): unknown option "--foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -4
$ iptables -A INPUT -6
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -x
iptables v1.8.9 (nf_tables): Illegal option `-x' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -n
iptables v1.8.9 (nf_tables): Illegal option `-n' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -v -p udp -j DROP
DROP  udp opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
$ iptables -A INPUT --line-numbers
iptables v1.8.9 (nf_tables): Illegal option `-0' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -t nat
$ iptables -A INPUT -m
iptables v1.8.9 (nf_tables): option "-m" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m foo
iptables v1.8.9 (nf_tables): Couldn't load match `foo':No such file or directory

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -m tcp
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -w
$ iptables -A INPUT -w 5
$ iptables -A INPUT -w5
$ iptables -A INPUT -w x
iptables v1.8.9 (nf_tables): wait seconds not numeric
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --wait 3
$ iptables -A INPUT --wait=3
$ iptables -A INPUT -W 100
Ignoring deprecated --wait-interval option.
iptables v1.8.9 (nf_tables): --wait-interval only makes sense with --wait

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -W
iptables v1.8.9 (nf_tables): wait interval value required
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -w -W 9999999
iptables v1.8.9 (nf_tables): too long usec wait 9999999 > 999999 usec
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -W x
iptables v1.8.9 (nf_tables): wait interval not numeric
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -M foo
$ iptables -A INPUT --modprobe=/bin/true
$ iptables -A INPUT --proto tcp
$ iptables -A INPUT --in-interface lo
$ iptables -A INPUT --in lo
iptables v1.8.9 (nf_tables): unknown option "--in"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --jump ACCEPT
$ iptables -A INPUT --ju ACCEPT
$ iptables -A INPUT --goto FOO
$ iptables -A INPUT --match tcp
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT --ta filter
$ iptables -A INPUT --numeric
iptables v1.8.9 (nf_tables): Illegal option `-n' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --num=3
iptables v1.8.9 (nf_tables): unknown option "--num=3"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --verbose
  all opt -- in * out *  0.0.0.0/0  -> 0.0.0.0/0  
$ iptables -A INPUT --exact
iptables v1.8.9 (nf_tables): Illegal option `-x' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --set-counters 3 4
$ iptables -A INPUT -m comment -m comment --comment x
iptables v1.8.9 (nf_tables): comment: option "--comment" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -V
iptables v1.8.9 (nf_tables)
$ iptables ! -V
Not 1.8.9 (nf_tables) ;-)
$ iptables -A
iptables v1.8.9 (nf_tables): option "-A" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N
iptables v1.8.9 (nf_tables): option "-N" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N -x
iptables v1.8.9 (nf_tables): chain name not allowed to start with `-'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N '!x'
iptables v1.8.9 (nf_tables): chain name not allowed to start with `!'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N ACCEPT
iptables v1.8.9 (nf_tables): chain name may not clash with target name
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N DNAT
iptables v1.8.9 (nf_tables): chain name may not clash with target name
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N 'a b'
iptables v1.8.9 (nf_tables): Invalid chain name `a b'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N abcdefghijklmnopqrstuvwxyzabc
iptables v1.8.9 (nf_tables): chain name `abcdefghijklmnopqrstuvwxyzabc' too long (must be under 29 chars)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N abcdefghijklmnopqrstuvwxyzab
$ iptables -N INPUT
iptables: Chain already exists.
[1]
$ iptables -N FOO
iptables: Chain already exists.
[1]
$ iptables -N ""
iptables v1.8.9 (nf_tables): chain name may not clash with target name
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -E FOO
iptables v1.8.9 (nf_tables): -E requires old-chain-name and new-chain-name
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -E FOO ACCEPT
$ iptables -E FOO 'a b'
iptables: No chain/target/match by that name.
[1]
$ iptables -E FOO abcdefghijklmnopqrstuvwxyzabc
iptables: No chain/target/match by that name.
[1]
$ iptables -A '' -j ACCEPT
iptables: No chain/target/match by that name.
[1]
$ iptables -A abcdefghijklmnopqrstuvwxyzabcdef -j ACCEPT
iptables v1.8.9 (nf_tables): chain name `abcdefghijklmnopqrstuvwxyzabcdef' too long (must be under 29 chars)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -P INPUT
iptables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -P INPUT FOO
iptables: Bad policy name. Run `dmesg' for more information.
[1]
$ iptables -P INPUT ACCEPT -c 5 6
$ iptables -P INPUT ACCEPT 5
Bad argument `5'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L INPUT 1 2
Bad argument `2'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L INPUT 1 -S
iptables v1.8.9 (nf_tables): Cannot use -S with -L
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -LINPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           icmp --  anywhere             anywhere            
           icmp --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
          !tcp  --  anywhere             anywhere            
           esp  --  anywhere             anywhere            
           ah   --  anywhere             anywhere            
           sctp --  anywhere             anywhere            
           gre  --  anywhere             anywhere            
           gre  --  anywhere             anywhere            
           255  --  anywhere             anywhere            
           ipv6-icmp --  anywhere             anywhere            
           ipv6-icmp --  anywhere             anywhere            
           ipv6-icmp --  anywhere             anywhere            
           igmp --  anywhere             anywhere            
           ospf --  anywhere             anywhere            
           udplite --  anywhere             anywhere            
           vrrp --  anywhere             anywhere            
           ipv6 --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           99   --  anywhere             anywhere            
           tcp  --  anywhere             anywhere            
           all  --  10.0.0.1             anywhere            
           all  --  10.0.0.1             anywhere            
           all  --  10.0.0.0/24          anywhere            
           all  --  10.0.0.0/24          anywhere            
           all  --  10.0.0.0/255.0.255.0  anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  10.0.0.0/8           anywhere            
           all  --  10.1.0.0/16          anywhere            
           all  --  10.1.2.0/24          anywhere            
           all  --  default              anywhere            
           all  --  10.0.0.0             anywhere            
           all  --  10.0.0.1             anywhere            
           all  --  8.0.0.1              anywhere            
           all  --  localhost            anywhere            
           all  --  localhost            anywhere            
           all  --  10.0.0.1             anywhere            
           all  --  10.0.0.2             anywhere            
           all  --  10.0.0.1             10.0.1.1            
           all  --  10.0.0.1             10.0.1.2            
           all  --  10.0.0.2             10.0.1.1            
           all  --  10.0.0.2             10.0.1.2            
           all  -- !10.0.0.1             anywhere            
           all  --  anywhere            !10.0.0.0/8          
           all  --  loopback             anywhere            
           all  --  link-local           anywhere            
           all  --  loopback/8           anywhere            
           all  --  loopback/8           anywhere            
           all  --  anywhere             255.255.255.255     
           all  --  anywhere             224.0.0.0/4         
           all  --  10.0.0.9             anywhere            
           all  --  anywhere             10.0.0.9            
           all  --  10.0.0.9             anywhere            
           all  --  10.0.0.9             anywhere            
           all  --  10.0.0.9             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  -f  anywhere             anywhere            
           all  !f  anywhere             anywhere            
           all  -f  anywhere             anywhere            
           all  -f  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            
DROP       all  --  anywhere             anywhere            
RETURN     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            [goto] 
ACCEPT     all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
DROP       udp  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           tcp  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            
ACCEPT     all  --  anywhere             anywhere            [goto] 
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            
$ iptables -LINPUT -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           1    --  0.0.0.0/0            0.0.0.0/0           
           1    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
          !6    --  0.0.0.0/0            0.0.0.0/0           
           50   --  0.0.0.0/0            0.0.0.0/0           
           51   --  0.0.0.0/0            0.0.0.0/0           
           132  --  0.0.0.0/0            0.0.0.0/0           
           47   --  0.0.0.0/0            0.0.0.0/0           
           47   --  0.0.0.0/0            0.0.0.0/0           
           255  --  0.0.0.0/0            0.0.0.0/0           
           58   --  0.0.0.0/0            0.0.0.0/0           
           58   --  0.0.0.0/0            0.0.0.0/0           
           58   --  0.0.0.0/0            0.0.0.0/0           
           2    --  0.0.0.0/0            0.0.0.0/0           
           89   --  0.0.0.0/0            0.0.0.0/0           
           136  --  0.0.0.0/0            0.0.0.0/0           
           112  --  0.0.0.0/0            0.0.0.0/0           
           41   --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           99   --  0.0.0.0/0            0.0.0.0/0           
           6    --  0.0.0.0/0            0.0.0.0/0           
           0    --  10.0.0.1             0.0.0.0/0           
           0    --  10.0.0.1             0.0.0.0/0           
           0    --  10.0.0.0/24          0.0.0.0/0           
           0    --  10.0.0.0/24          0.0.0.0/0           
           0    --  10.0.0.0/255.0.255.0  0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  10.0.0.0/8           0.0.0.0/0           
           0    --  10.1.0.0/16          0.0.0.0/0           
           0    --  10.1.2.0/24          0.0.0.0/0           
           0    --  0.0.0.0              0.0.0.0/0           
           0    --  10.0.0.0             0.0.0.0/0           
           0    --  10.0.0.1             0.0.0.0/0           
           0    --  8.0.0.1              0.0.0.0/0           
           0    --  127.0.0.1            0.0.0.0/0           
           0    --  127.0.0.1            0.0.0.0/0           
           0    --  10.0.0.1             0.0.0.0/0           
           0    --  10.0.0.2             0.0.0.0/0           
           0    --  10.0.0.1             10.0.1.1            
           0    --  10.0.0.1             10.0.1.2            
           0    --  10.0.0.2             10.0.1.1            
           0    --  10.0.0.2             10.0.1.2            
           0    -- !10.0.0.1             0.0.0.0/0           
           0    --  0.0.0.0/0           !10.0.0.0/8          
           0    --  127.0.0.0            0.0.0.0/0           
           0    --  169.254.0.0          0.0.0.0/0           
           0    --  127.0.0.0/8          0.0.0.0/0           
           0    --  127.0.0.0/8          0.0.0.0/0           
           0    --  0.0.0.0/0            255.255.255.255     
           0    --  0.0.0.0/0            224.0.0.0/4         
           0    --  10.0.0.9             0.0.0.0/0           
           0    --  0.0.0.0/0            10.0.0.9            
           0    --  10.0.0.9             0.0.0.0/0           
           0    --  10.0.0.9             0.0.0.0/0           
           0    --  10.0.0.9             0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    -f  0.0.0.0/0            0.0.0.0/0           
           0    !f  0.0.0.0/0            0.0.0.0/0           
           0    -f  0.0.0.0/0            0.0.0.0/0           
           0    -f  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
DROP       0    --  0.0.0.0/0            0.0.0.0/0           
RETURN     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           [goto] 
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
DROP       17   --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           6    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     0    --  0.0.0.0/0            0.0.0.0/0           [goto] 
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           
$ iptables -Ln
iptables v1.8.9 (nf_tables): chain `n' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -Lnv
iptables v1.8.9 (nf_tables): chain `nv' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -L -p tcp
iptables v1.8.9 (nf_tables): Illegal option `-p' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L -f
iptables v1.8.9 (nf_tables): Illegal option `-f' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L -c 1 1
iptables v1.8.9 (nf_tables): Illegal option `-c' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -F -v
Flushing chain `INPUT'
Flushing chain `FORWARD'
Flushing chain `OUTPUT'
Flushing chain `ACCEPT'
Flushing chain `abcdefghijklmnopqrstuvwxyzab'
$ iptables -Z INPUT -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -Z -Z
iptables v1.8.9 (nf_tables): Cannot use -Z with -Z
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -Z -F
iptables v1.8.9 (nf_tables): Cannot use -F with -Z
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -X -F
iptables v1.8.9 (nf_tables): Cannot use -F with -X
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D
iptables v1.8.9 (nf_tables): option "-D" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT -1
iptables v1.8.9 (nf_tables): unknown option "-1"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT 1 2
Bad argument `2'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT 1 -j ACCEPT
iptables v1.8.9 (nf_tables): Illegal option `-j' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT 1 -p tcp
iptables v1.8.9 (nf_tables): Illegal option `-p' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -I INPUT 1 2 -j ACCEPT
Bad argument `2'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -R INPUT 1 -s 1.1.1.1,2.2.2.2
iptables v1.8.9 (nf_tables): Replacement rule does not specify a unique address
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -R INPUT 1 -s 1.1.1.1
iptables: Index of replacement too big.
[1]
$ iptables -t ""
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t filter
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t filter -t nat -L
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere            

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere            
$ iptables -t broute -L
iptables v1.8.9 (nf_tables): table 'broute' does not exist
Perhaps iptables or your kernel needs to be upgraded.
[3]
$ iptables -L -t
iptables v1.8.9 (nf_tables): option "-t" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -C
iptables v1.8.9 (nf_tables): option "-C" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -C INPUT 1
Bad argument `1'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables --list-rules INPUT
-P INPUT ACCEPT
$ iptables --list-rules=INPUT
-P INPUT ACCEPT
$ iptables --list INPUT -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables --li
iptables v1.8.9 (nf_tables): unknown option "--li"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables --l
iptables v1.8.9 (nf_tables): unknown option "--l"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables --flush INPUT
$ iptables --zero INPUT
$ iptables --new-chain BAR
$ iptables --new BAZ
$ iptables --delete-chain BAR
$ iptables --delete-c BAZ
$ iptables --delete INPUT 1
iptables: Index of deletion too big.
[1]
$ iptables --append INPUT
$ iptables --insert INPUT
$ iptables --check INPUT
$ iptables --rename-chain FOO FOOO
iptables: No chain/target/match by that name.
[1]
$ iptables --policy INPUT ACCEPT
$ iptables --foo
iptables v1.8.9 (nf_tables): unknown option "--foo"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -y
iptables v1.8.9 (nf_tables): unknown option "-y"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables foo
Bad argument `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables ''
Bad argument `'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -
Bad argument `-'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables !
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -n
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -v
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L INPUT -t nat foo
Bad argument `foo'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -s ::1
$ ip6tables -A INPUT -s fd00::/8
$ ip6tables -A INPUT -s fd00::1/8
$ ip6tables -A INPUT -s fd00::1/129
ip6tables v1.8.9 (nf_tables): invalid mask `129' specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s fd00::1/ffff::
$ ip6tables -A INPUT -s fd00::1/x
ip6tables v1.8.9 (nf_tables): invalid mask `x' specified
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s ::/0
$ ip6tables -A INPUT -s ::
$ ip6tables -A INPUT -s nosuch
ip6tables v1.8.9 (nf_tables): host/network `nosuch' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s 10.0.0.1
ip6tables v1.8.9 (nf_tables): host/network `10.0.0.1' not found
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -s fd00::1,fd00::2
$ ip6tables -A INPUT ! -s fd00::1
$ ip6tables -A INPUT -d ::ffff:10.0.0.1
$ ip6tables -A INPUT -d fd00::1/ffff:0:ffff::
$ ip6tables -A INPUT -f
ip6tables v1.8.9 (nf_tables): `-f' is not supported in IPv6, use -m frag instead
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -p icmp
$ ip6tables -A INPUT -p icmpv6
$ ip6tables -A INPUT -p ipv6-icmp
$ ip6tables -A INPUT -p 58
$ ip6tables -A INPUT -p ipv6-route
Warning: never matched protocol: ipv6-route. use extension match instead.
$ ip6tables -A INPUT -p ipv6-frag
Warning: never matched protocol: ipv6-frag. use extension match instead.
$ ip6tables -A INPUT -p hopopt
$ ip6tables -A INPUT -p esp
$ ip6tables -A INPUT -p 0
$ ip6tables -A INPUT -p all
$ ip6tables -A INPUT -4
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -A INPUT -6
$ ip6tables -A INPUT -i eth0
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N ACCEPT
-N abcdefghijklmnopqrstuvwxyzab
-A INPUT
-A INPUT
$ iptables -nL
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  0.0.0.0/0            0.0.0.0/0           
           0    --  0.0.0.0/0            0.0.0.0/0           

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain ACCEPT (0 references)
target     prot opt source               destination         

Chain abcdefghijklmnopqrstuvwxyzab (0 references)
target     prot opt source               destination         
$ iptables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere            
           all  --  anywhere             anywhere            

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain ACCEPT (0 references)
target     prot opt source               destination         

Chain abcdefghijklmnopqrstuvwxyzab (0 references)
target     prot opt source               destination         
$ ip6tables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s ::1/128
-A INPUT -s fd00::/8
-A INPUT -s fd00::/8
-A INPUT -s fd00::/16
-A INPUT
-A INPUT -s ::/128
-A INPUT -s fd00::1/128
-A INPUT -s fd00::2/128
-A INPUT ! -s fd00::1/128
-A INPUT -d ::ffff:10.0.0.1/128
-A INPUT -d fd00::/ffff:0:ffff::
-A INPUT -p icmp
-A INPUT -p ipv6-icmp
-A INPUT -p ipv6-icmp
-A INPUT -p ipv6-icmp
-A INPUT -p ipv6-route
-A INPUT -p ipv6-frag
-A INPUT
-A INPUT -p esp
-A INPUT
-A INPUT
-A INPUT
-A INPUT -i eth0
