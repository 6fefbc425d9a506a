# The routing tables as a trie: /proc/net/fib_trie and fib_triestat
#! world: bare
$ cat /proc/net/fib_triestat
Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.
$ cat /proc/net/rt_cache
Iface	Destination	Gateway 	Flags		RefCnt	Use	Metric	Source		MTU	Window	IRTT	TOS	HHRef	HHUptod	SpecDst                          
$ ip link set lo up
$ cat /proc/net/fib_trie
Main:
  +-- 127.0.0.0/8 2 0 2
     +-- 127.0.0.0/31 1 0 0
        |-- 127.0.0.0
           /8 host LOCAL
        |-- 127.0.0.1
           /32 host LOCAL
     |-- 127.255.255.255
        /32 link BROADCAST
Local:
  +-- 127.0.0.0/8 2 0 2
     +-- 127.0.0.0/31 1 0 0
        |-- 127.0.0.0
           /8 host LOCAL
        |-- 127.0.0.1
           /32 host LOCAL
     |-- 127.255.255.255
        /32 link BROADCAST
$ ip link add v1 type veth peer name v2; ip link set v1 up; ip link set v2 up
$ ip addr add 10.1.0.1/24 dev v1
$ cat /proc/net/fib_trie
Main:
  +-- 0.0.0.0/1 2 0 2
     +-- 10.1.0.0/24 2 0 2
        +-- 10.1.0.0/31 1 0 0
           |-- 10.1.0.0
              /24 link UNICAST
           |-- 10.1.0.1
              /32 host LOCAL
        |-- 10.1.0.255
           /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
Local:
  +-- 0.0.0.0/1 2 0 2
     +-- 10.1.0.0/24 2 0 2
        +-- 10.1.0.0/31 1 0 0
           |-- 10.1.0.0
              /24 link UNICAST
           |-- 10.1.0.1
              /32 host LOCAL
        |-- 10.1.0.255
           /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
$ cat /proc/net/fib_triestat
Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.
Main:
	Aver depth:     2.66
	Max depth:      3
	Leaves:         6
	Prefixes:       6
	Internal nodes: 5
	  1: 2  2: 3
	Pointers: 16
Null ptrs: 6
Total size: 1  kB
Local:
	Aver depth:     2.66
	Max depth:      3
	Leaves:         6
	Prefixes:       6
	Internal nodes: 5
	  1: 2  2: 3
	Pointers: 16
Null ptrs: 6
Total size: 1  kB
$ ip addr add 192.168.7.9/28 dev v2
$ ip route add default via 10.1.0.254
$ ip route add 172.16.0.0/12 via 10.1.0.3
$ ip route add 172.16.5.0/24 via 10.1.0.4
$ ip route add 172.16.5.0/24 via 10.1.0.5 metric 5
$ ip route add blackhole 9.0.0.0/8
$ ip route add unreachable 9.9.0.0/16
$ cat /proc/net/fib_trie
Main:
  +-- 0.0.0.0/0 3 0 4
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           +-- 10.1.0.0/24 2 0 2
              +-- 10.1.0.0/31 1 0 0
                 |-- 10.1.0.0
                    /24 link UNICAST
                 |-- 10.1.0.1
                    /32 host LOCAL
              |-- 10.1.0.255
                 /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     +-- 192.168.7.0/28 2 0 1
        |-- 192.168.7.0
           /28 link UNICAST
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
Local:
  +-- 0.0.0.0/0 3 0 4
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           +-- 10.1.0.0/24 2 0 2
              +-- 10.1.0.0/31 1 0 0
                 |-- 10.1.0.0
                    /24 link UNICAST
                 |-- 10.1.0.1
                    /32 host LOCAL
              |-- 10.1.0.255
                 /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     +-- 192.168.7.0/28 2 0 1
        |-- 192.168.7.0
           /28 link UNICAST
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
$ cat /proc/net/fib_triestat
Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.
Main:
	Aver depth:     3.00
	Max depth:      5
	Leaves:         14
	Prefixes:       15
	Internal nodes: 10
	  1: 2  2: 7  3: 1
	Pointers: 40
Null ptrs: 17
Total size: 3  kB
Local:
	Aver depth:     3.00
	Max depth:      5
	Leaves:         14
	Prefixes:       15
	Internal nodes: 10
	  1: 2  2: 7  3: 1
	Pointers: 40
Null ptrs: 17
Total size: 3  kB
$ ip route add 1.2.3.0/24 dev v1 table 100
$ cat /proc/net/fib_trie
Id 100:
  |-- 1.2.3.0
     /24 link UNICAST
Main:
  +-- 0.0.0.0/0 3 0 4
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           +-- 10.1.0.0/24 2 0 2
              +-- 10.1.0.0/31 1 0 0
                 |-- 10.1.0.0
                    /24 link UNICAST
                 |-- 10.1.0.1
                    /32 host LOCAL
              |-- 10.1.0.255
                 /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     +-- 192.168.7.0/28 2 0 1
        |-- 192.168.7.0
           /28 link UNICAST
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
Local:
  +-- 0.0.0.0/0 3 0 4
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           +-- 10.1.0.0/24 2 0 2
              +-- 10.1.0.0/31 1 0 0
                 |-- 10.1.0.0
                    /24 link UNICAST
                 |-- 10.1.0.1
                    /32 host LOCAL
              |-- 10.1.0.255
                 /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     +-- 192.168.7.0/28 2 0 1
        |-- 192.168.7.0
           /28 link UNICAST
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
$ ip rule add from 1.1.1.1 table 100
$ cat /proc/net/fib_trie
Id 100:
  |-- 1.2.3.0
     /24 link UNICAST
Main:
  +-- 0.0.0.0/0 3 0 5
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           |-- 10.1.0.0
              /24 link UNICAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     |-- 192.168.7.0
        /28 link UNICAST
Local:
  +-- 0.0.0.0/0 3 0 5
     +-- 10.1.0.0/24 2 0 2
        |-- 10.1.0.1
           /32 host LOCAL
        |-- 10.1.0.255
           /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 192.168.7.8/29 2 0 2
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
$ cat /proc/net/fib_triestat
Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.
Id 100:
	Aver depth:     0.00
	Max depth:      0
	Leaves:         1
	Prefixes:       1
	Internal nodes: 0
	
	Pointers: 0
Null ptrs: 0
Total size: 1  kB
Main:
	Aver depth:     2.57
	Max depth:      4
	Leaves:         7
	Prefixes:       8
	Internal nodes: 5
	  2: 4  3: 1
	Pointers: 24
Null ptrs: 13
Total size: 2  kB
Local:
	Aver depth:     2.28
	Max depth:      3
	Leaves:         7
	Prefixes:       7
	Internal nodes: 5
	  1: 1  2: 3  3: 1
	Pointers: 22
Null ptrs: 11
Total size: 2  kB
$ for i in $(seq 1 40); do ip route add 50.$i.0.0/16 via 10.1.0.9; done
$ cat /proc/net/fib_trie
Id 100:
  |-- 1.2.3.0
     /24 link UNICAST
Main:
  +-- 0.0.0.0/0 3 0 4
     +-- 0.0.0.0/4 2 1 2
        |-- 0.0.0.0
           /0 universe UNICAST
        +-- 8.0.0.0/6 2 0 2
           +-- 9.0.0.0/12 2 0 2
              |-- 9.0.0.0
                 /8 universe BLACKHOLE
              |-- 9.9.0.0
                 /16 universe UNREACHABLE
           |-- 10.1.0.0
              /24 link UNICAST
     +-- 50.0.0.0/10 6 0 24
        |-- 50.1.0.0
           /16 universe UNICAST
        |-- 50.2.0.0
           /16 universe UNICAST
        |-- 50.3.0.0
           /16 universe UNICAST
        |-- 50.4.0.0
           /16 universe UNICAST
        |-- 50.5.0.0
           /16 universe UNICAST
        |-- 50.6.0.0
           /16 universe UNICAST
        |-- 50.7.0.0
           /16 universe UNICAST
        |-- 50.8.0.0
           /16 universe UNICAST
        |-- 50.9.0.0
           /16 universe UNICAST
        |-- 50.10.0.0
           /16 universe UNICAST
        |-- 50.11.0.0
           /16 universe UNICAST
        |-- 50.12.0.0
           /16 universe UNICAST
        |-- 50.13.0.0
           /16 universe UNICAST
        |-- 50.14.0.0
           /16 universe UNICAST
        |-- 50.15.0.0
           /16 universe UNICAST
        |-- 50.16.0.0
           /16 universe UNICAST
        |-- 50.17.0.0
           /16 universe UNICAST
        |-- 50.18.0.0
           /16 universe UNICAST
        |-- 50.19.0.0
           /16 universe UNICAST
        |-- 50.20.0.0
           /16 universe UNICAST
        |-- 50.21.0.0
           /16 universe UNICAST
        |-- 50.22.0.0
           /16 universe UNICAST
        |-- 50.23.0.0
           /16 universe UNICAST
        |-- 50.24.0.0
           /16 universe UNICAST
        |-- 50.25.0.0
           /16 universe UNICAST
        |-- 50.26.0.0
           /16 universe UNICAST
        |-- 50.27.0.0
           /16 universe UNICAST
        |-- 50.28.0.0
           /16 universe UNICAST
        |-- 50.29.0.0
           /16 universe UNICAST
        |-- 50.30.0.0
           /16 universe UNICAST
        |-- 50.31.0.0
           /16 universe UNICAST
        |-- 50.32.0.0
           /16 universe UNICAST
        |-- 50.33.0.0
           /16 universe UNICAST
        |-- 50.34.0.0
           /16 universe UNICAST
        |-- 50.35.0.0
           /16 universe UNICAST
        |-- 50.36.0.0
           /16 universe UNICAST
        |-- 50.37.0.0
           /16 universe UNICAST
        |-- 50.38.0.0
           /16 universe UNICAST
        |-- 50.39.0.0
           /16 universe UNICAST
        |-- 50.40.0.0
           /16 universe UNICAST
     +-- 172.16.0.0/21 2 0 2
        |-- 172.16.0.0
           /12 universe UNICAST
        |-- 172.16.5.0
           /24 universe UNICAST
           /24 universe UNICAST
     |-- 192.168.7.0
        /28 link UNICAST
Local:
  +-- 0.0.0.0/0 3 0 5
     +-- 10.1.0.0/24 2 0 2
        |-- 10.1.0.1
           /32 host LOCAL
        |-- 10.1.0.255
           /32 link BROADCAST
     +-- 127.0.0.0/8 2 0 2
        +-- 127.0.0.0/31 1 0 0
           |-- 127.0.0.0
              /8 host LOCAL
           |-- 127.0.0.1
              /32 host LOCAL
        |-- 127.255.255.255
           /32 link BROADCAST
     +-- 192.168.7.8/29 2 0 2
        |-- 192.168.7.9
           /32 host LOCAL
        |-- 192.168.7.15
           /32 link BROADCAST
$ cat /proc/net/fib_triestat
Basic info: size of leaf: 48 bytes, size of tnode: 40 bytes.
Id 100:
	Aver depth:     0.00
	Max depth:      0
	Leaves:         1
	Prefixes:       1
	Internal nodes: 0
	
	Pointers: 0
Null ptrs: 0
Total size: 1  kB
Main:
	Aver depth:     2.08
	Max depth:      4
	Leaves:         47
	Prefixes:       48
	Internal nodes: 6
	  2: 4  3: 1  6: 1
	Pointers: 88
Null ptrs: 36
Total size: 6  kB
Local:
	Aver depth:     2.28
	Max depth:      3
	Leaves:         7
	Prefixes:       7
	Internal nodes: 5
	  1: 1  2: 3  3: 1
	Pointers: 22
Null ptrs: 11
Total size: 2  kB
