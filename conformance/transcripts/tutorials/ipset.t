# ipset: sets made, filled, asked and listed, and what is wrong with what was typed
$ ipset
ipset v7.17: No command specified.
Try `ipset help' for more information.
[2]
$ ipset create a hash:ip
$ ipset create a hash:ip
ipset v7.17: Set cannot be created: set with the same name already exists
[1]
$ ipset create a hash:ip -exist
$ ipset create b hash:net
$ ipset create c hash:ip,port
$ ipset create d hash:ip timeout 100
$ ipset create e hash:ip family inet6
$ ipset create f hash:ip hashsize 100 maxelem 3
$ ipset create g hash:ip counters comment
$ ipset create h hash:ip netmask 24
$ ipset create i hash:nope
ipset v7.17: Syntax error: typename 'hash:nope' is unknown
[1]
$ ipset create j
ipset v7.17: Missing second mandatory argument to command create
Try `ipset help' for more information.
[2]
$ ipset create k hash:ip bogus 3
ipset v7.17: Unknown argument: `bogus'
Try `ipset help' for more information.
[2]
$ ipset create verylongsetname12345678901234567890 hash:ip
ipset v7.17: Syntax error: setname 'verylongsetname12345678901234567890' is longer than 31 characters
[1]
$ ipset add a 10.0.0.1
$ ipset add a 10.0.0.1
ipset v7.17: Element cannot be added to the set: it's already added
[1]
$ ipset add a 10.0.0.1 -exist
$ ipset add a 10.0.0.0/30
ipset v7.17: Element cannot be added to the set: it's already added
[1]
$ ipset add a 10.0.0.5-10.0.0.7
$ ipset add a nope
ipset v7.17: Syntax error: cannot parse nope: resolving to IPv4 address failed
[1]
$ ipset add a 10.0.0.300
ipset v7.17: Syntax error: cannot parse 10.0.0.300: resolving to IPv4 address failed
[1]
$ ipset add nope 10.0.0.1
ipset v7.17: The set with the given name does not exist
[1]
$ ipset add b 10.0.0.0/24
$ ipset add b 10.0.0.5/24
ipset v7.17: Element cannot be added to the set: it's already added
[1]
$ ipset add b 10.1.0.0/16 nomatch
$ ipset add b 0.0.0.0/0
ipset v7.17: The value of the CIDR parameter of the IP address is invalid
[1]
$ ipset add b 1.2.3.4
$ ipset add b 10.2.0.0/16
$ ipset add c 10.0.0.1,80
$ ipset add c 10.0.0.1,udp:53
$ ipset add c 10.0.0.1,icmp:8/0
$ ipset add c 10.0.0.1,tcp:100-102
$ ipset add c 10.0.0.1
ipset v7.17: Syntax error: Second element is missing from 10.0.0.1.
[1]
$ ipset add c 10.0.0.1,http
ipset v7.17: Element cannot be added to the set: it's already added
[1]
$ ipset add a 10.0.0.9 timeout 5
ipset v7.17: Timeout cannot be used: set was created without timeout support
[1]
$ ipset add e 2001:db8::1
$ ipset add e 10.0.0.1
ipset v7.17: Syntax error: cannot parse 10.0.0.1: resolving to IPv6 address failed
[1]
$ ipset add g 10.0.0.1 comment "hello world"
$ ipset add h 10.0.0.77
$ ipset del a 10.0.0.1
$ ipset del a 10.0.0.1
ipset v7.17: Element cannot be deleted from the set: it's not added
[1]
$ ipset del a 10.0.0.1 -exist
$ ipset del nope 10.0.0.1
ipset v7.17: The set with the given name does not exist
[1]
$ ipset test a 10.0.0.5
Warning: 10.0.0.5 is in set a.
$ ipset test a 10.0.0.55
10.0.0.55 is NOT in set a.
[1]
$ ipset test b 10.0.0.55
Warning: 10.0.0.55 is in set b.
$ ipset test b 10.1.0.55
10.1.0.55 is NOT in set b.
[1]
$ ipset test c 10.0.0.1,80
Warning: 10.0.0.1,tcp:80 is in set c.
$ ipset test c 10.0.0.1,tcp:81
10.0.0.1,tcp:81 is NOT in set c.
[1]
$ ipset test nope 1.2.3.4
ipset v7.17: The set with the given name does not exist
[1]
$ ipset test h 10.0.0.5
Warning: 10.0.0.5 is in set h.
$ ipset list
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4
Members:
10.0.0.0
10.0.0.7
10.0.0.6
10.0.0.5

Name: b
Type: hash:net
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x2bf65aee
Size in memory: 648
References: 0
Number of entries: 4
Members:
10.2.0.0/16
10.1.0.0/16 nomatch
1.2.3.4
10.0.0.0/24

Name: c
Type: hash:ip,port
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x40c8110d
Size in memory: 504
References: 0
Number of entries: 6
Members:
10.0.0.1,tcp:101
10.0.0.1,icmp:echo-request
10.0.0.1,tcp:80
10.0.0.1,tcp:100
10.0.0.1,udp:53
10.0.0.1,tcp:102

Name: d
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 timeout 100 bucketsize 12 initval 0x06bd0a5a
Size in memory: 216
References: 0
Number of entries: 0
Members:

Name: e
Type: hash:ip
Revision: 6
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x63e2ecff
Size in memory: 288
References: 0
Number of entries: 1
Members:
2001:db8::1

Name: f
Type: hash:ip
Revision: 6
Header: family inet hashsize 128 maxelem 3 bucketsize 12 initval 0x0f8cb105
Size in memory: 216
References: 0
Number of entries: 0
Members:

Name: g
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 counters comment bucketsize 12 initval 0x0e969440
Size in memory: 340
References: 0
Number of entries: 1
Members:
10.0.0.1 packets 0 bytes 0 comment "hello world"

Name: h
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 netmask 24 bucketsize 12 initval 0x66af35d8
Size in memory: 256
References: 0
Number of entries: 1
Members:
10.0.0.0
$ ipset list a
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4
Members:
10.0.0.0
10.0.0.7
10.0.0.6
10.0.0.5
$ ipset list nope
ipset v7.17: The set with the given name does not exist
[1]
$ ipset -L a
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4
Members:
10.0.0.0
10.0.0.7
10.0.0.6
10.0.0.5
$ ipset list -n
a
b
c
d
e
f
g
h
$ ipset list -t
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4

Name: b
Type: hash:net
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x2bf65aee
Size in memory: 648
References: 0
Number of entries: 4

Name: c
Type: hash:ip,port
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x40c8110d
Size in memory: 504
References: 0
Number of entries: 6

Name: d
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 timeout 100 bucketsize 12 initval 0x06bd0a5a
Size in memory: 216
References: 0
Number of entries: 0

Name: e
Type: hash:ip
Revision: 6
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x63e2ecff
Size in memory: 288
References: 0
Number of entries: 1

Name: f
Type: hash:ip
Revision: 6
Header: family inet hashsize 128 maxelem 3 bucketsize 12 initval 0x0f8cb105
Size in memory: 216
References: 0
Number of entries: 0

Name: g
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 counters comment bucketsize 12 initval 0x0e969440
Size in memory: 340
References: 0
Number of entries: 1

Name: h
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 netmask 24 bucketsize 12 initval 0x66af35d8
Size in memory: 256
References: 0
Number of entries: 1
$ ipset list a -o save
create a hash:ip family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
add a 10.0.0.0
add a 10.0.0.7
add a 10.0.0.6
add a 10.0.0.5
$ ipset list a -o plain
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4
Members:
10.0.0.0
10.0.0.7
10.0.0.6
10.0.0.5
$ ipset list -s a
Name: a
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 376
References: 0
Number of entries: 4
Members:
10.0.0.0
10.0.0.5
10.0.0.6
10.0.0.7
$ ipset save
create a hash:ip family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
add a 10.0.0.0
add a 10.0.0.7
add a 10.0.0.6
add a 10.0.0.5
create b hash:net family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x2bf65aee
add b 10.2.0.0/16
add b 10.1.0.0/16 nomatch
add b 1.2.3.4
add b 10.0.0.0/24
create c hash:ip,port family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x40c8110d
add c 10.0.0.1,tcp:101
add c 10.0.0.1,icmp:echo-request
add c 10.0.0.1,tcp:80
add c 10.0.0.1,tcp:100
add c 10.0.0.1,udp:53
add c 10.0.0.1,tcp:102
create d hash:ip family inet hashsize 1024 maxelem 65536 timeout 100 bucketsize 12 initval 0x06bd0a5a
create e hash:ip family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x63e2ecff
add e 2001:db8::1
create f hash:ip family inet hashsize 128 maxelem 3 bucketsize 12 initval 0x0f8cb105
create g hash:ip family inet hashsize 1024 maxelem 65536 counters comment bucketsize 12 initval 0x0e969440
add g 10.0.0.1 packets 0 bytes 0 comment "hello world"
create h hash:ip family inet hashsize 1024 maxelem 65536 netmask 24 bucketsize 12 initval 0x66af35d8
add h 10.0.0.0
$ ipset save a
create a hash:ip family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
add a 10.0.0.0
add a 10.0.0.7
add a 10.0.0.6
add a 10.0.0.5
$ ipset save nope
ipset v7.17: The set with the given name does not exist
[1]
$ ipset rename a z
$ ipset rename nope y
ipset v7.17: The set with the given name does not exist
[1]
$ ipset rename z b
ipset v7.17: Set cannot be renamed: a set with the new name already exists
[1]
$ ipset swap z b
ipset v7.17: The sets cannot be swapped: their type does not match
[1]
$ ipset swap z nope
ipset v7.17: Sets cannot be swapped: the second set does not exist
[1]
$ ipset flush z
$ ipset flush nope
ipset v7.17: The set with the given name does not exist
[1]
$ ipset list z
Name: z
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcce4ba64
Size in memory: 216
References: 0
Number of entries: 0
Members:
$ ipset destroy z
$ ipset destroy nope
ipset v7.17: The set with the given name does not exist
[1]
$ ipset version
ipset v7.17, protocol version: 7
$ ipset -v
ipset v7.17, protocol version: 7
$ ipset help | tail -3
    bitmap:ip		2	comment support
    bitmap:ip		1	counters support
    bitmap:ip		0	Initial revision
$ ipset bogus
ipset v7.17: No command specified: unknown argument bogus
Try `ipset help' for more information.
[2]
$ ipset list --bogus
ipset v7.17: The set with the given name does not exist
[1]
$ ipset create
ipset v7.17: Missing mandatory argument to command create
Try `ipset help' for more information.
[2]
$ ipset add
ipset v7.17: Missing mandatory argument to command add
Try `ipset help' for more information.
[2]
$ ipset add b
ipset v7.17: Missing second mandatory argument to command add
Try `ipset help' for more information.
[2]
$ ipset flush
$ ipset destroy
$ ipset list
$ ipset save
$ ipset x
$ ipset n q hash:ip
$ ipset -N q2 iphash
$ ipset -A q 1.2.3.4
$ ipset -T q 1.2.3.4
Warning: 1.2.3.4 is in set q.
$ ipset -D q 1.2.3.4
$ ipset -X q
$ ipset list q2
Name: q2
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xb6542ba3
Size in memory: 216
References: 0
Number of entries: 0
Members:
$ ipset destroy
$ ipset create n6 hash:net family inet6
$ ipset create p6 hash:ip,port family inet6
$ ipset create i6 hash:ip family inet6
$ ipset create n4 hash:net counters timeout 10
$ ipset list -t
Name: n6
Type: hash:net
Revision: 7
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcd477699
Size in memory: 1240
References: 0
Number of entries: 0

Name: p6
Type: hash:ip,port
Revision: 7
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0xb9d29766
Size in memory: 232
References: 0
Number of entries: 0

Name: i6
Type: hash:ip
Revision: 6
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x622a8b6e
Size in memory: 224
References: 0
Number of entries: 0

Name: n4
Type: hash:net
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 timeout 10 counters bucketsize 12 initval 0xe1e2f978
Size in memory: 456
References: 0
Number of entries: 0
$ ipset add n4 10.0.0.0-10.0.0.5
$ ipset add n6 2001:db8::/32
$ ipset add n6 2001:db8::1
$ ipset add p6 2001:db8::1,80
$ ipset add p6 [2001:db8::1],udp:53
$ ipset list
Name: n6
Type: hash:net
Revision: 7
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0xcd477699
Size in memory: 1384
References: 0
Number of entries: 2
Members:
2001:db8::/32
2001:db8::1

Name: p6
Type: hash:ip,port
Revision: 7
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0xb9d29766
Size in memory: 376
References: 0
Number of entries: 2
Members:
2001:db8::1,tcp:80
2001:db8::1,udp:53

Name: i6
Type: hash:ip
Revision: 6
Header: family inet6 hashsize 1024 maxelem 65536 bucketsize 12 initval 0x622a8b6e
Size in memory: 224
References: 0
Number of entries: 0
Members:

Name: n4
Type: hash:net
Revision: 7
Header: family inet hashsize 1024 maxelem 65536 timeout 10 counters bucketsize 12 initval 0xe1e2f978
Size in memory: 648
References: 0
Number of entries: 2
Members:
10.0.0.4/31 timeout 9 packets 0 bytes 0
10.0.0.0/30 timeout 9 packets 0 bytes 0
$ ipset create x hash:ip timeout 0
$ ipset add x 1.2.3.4
$ ipset add -exist x 1.2.3.5 timeout 9
$ ipset add y 1.1.1.1
ipset v7.17: The set with the given name does not exist
[1]
$ ipset add y 1.1.1.2
ipset v7.17: The set with the given name does not exist
[1]
$ ipset add y 1.1.1.3
ipset v7.17: The set with the given name does not exist
[1]
$ ipset list -t y
ipset v7.17: The set with the given name does not exist
[1]
$ ipset list -t s
ipset v7.17: The set with the given name does not exist
[1]
$ ipset create c hash:ip family foo
ipset v7.17: Syntax error: unknown inet family foo
[1]
$ ipset create c hash:ip hashsize foo
ipset v7.17: Syntax error: 'foo' is invalid as number
[1]
$ ipset create c hash:ip hashsize 1
$ ipset create c hash:ip maxelem 0
ipset v7.17: Set cannot be created: set with the same name already exists
[1]
$ ipset list -t c
Name: c
Type: hash:ip
Revision: 6
Header: family inet hashsize 64 maxelem 65536 bucketsize 12 initval 0x6917478a
Size in memory: 216
References: 0
Number of entries: 0
$ ipset create d hash:ip netmask 33
ipset v7.17: Syntax error: '33' is out of range 1-32
Syntax error: netmask is out of the inclusive range of 1-32
[1]
$ ipset create d hash:ip netmask 0
ipset v7.17: Syntax error: '0' is out of range 1-32
Syntax error: netmask is out of the inclusive range of 1-32
[1]
$ ipset create d hash:ip timeout -1
ipset v7.17: Syntax error: '-1' is out of range 0-2147483
[1]
$ ipset create d hash:ip timeout 5000000
ipset v7.17: Syntax error: '5000000' is out of range 0-2147483
[1]
$ ipset create e hash:ip comment
$ ipset add e 1.1.1.1 comment
ipset v7.17: Missing mandatory argument of option `comment'
Try `ipset help' for more information.
[2]
$ ipset add y 1.1.1.1 comment x
ipset v7.17: The set with the given name does not exist
[1]
$ ipset add y 1.1.1.1 packets 3
ipset v7.17: The set with the given name does not exist
[1]
$ ipset add e 1.1.1.1 nomatch
ipset v7.17: Unknown argument: `nomatch'
Try `ipset help' for more information.
[2]
$ ipset add e 1.1.1.1 extra
ipset v7.17: Unknown argument: `extra'
Try `ipset help' for more information.
[2]
$ ipset add e 1.1.1.1,80
ipset v7.17: Syntax error: Elem separator in 1.1.1.1,80, but settype hash:ip supports none.
[1]
$ ipset create f hash:ip,port
$ ipset add f 1.1.1.1,foo:80
ipset v7.17: Syntax error: cannot parse 'foo' as a protocol
[1]
$ ipset add f 1.1.1.1,tcp:foo
ipset v7.17: Syntax error: 'foo' is invalid as number
Syntax error: 'tcp' is invalid as number
cannot parse 'foo' as a tcp port
[1]
$ ipset add f 1.1.1.1,tcp:70000
ipset v7.17: Syntax error: '70000' is out of range 0-65535
Syntax error: 'tcp' is invalid as number
cannot parse '70000' as a tcp port
[1]
$ ipset add f 1.1.1.1,tcp:80-70
$ ipset add f 1.1.1.1,icmp:ping
$ ipset add f 1.1.1.1,47:0
$ ipset add f 1.1.1.1,gre:5
ipset v7.17: Syntax error: Protocol gre can be used with pseudo port value 0 only.
[1]
$ ipset add f 1.1.1.0/30,5
$ ipset add e 1.1.1.5-1.1.1.2
$ ipset add e 1.1.1.1/33
ipset v7.17: Syntax error: '33' is out of range 0-32
[1]
$ ipset add e 1.1.1.1/0
ipset v7.17: The value of the CIDR parameter of the IP address is invalid
[1]
$ ipset add e 0.0.0.0
ipset v7.17: Null-valued element, cannot be stored in a hash type of set
[1]
$ ipset create g hash:net
$ ipset add g 0.0.0.0/1
$ ipset add g 1.1.1.1/33
ipset v7.17: Syntax error: '33' is out of range 0-32
[1]
$ ipset test g 1.1.1.1
Warning: 1.1.1.1 is in set g.
$ ipset test g 0.0.0.0/1
Warning: 0.0.0.0/1 is in set g.
$ ipset add g 10.0.0.0/24
$ ipset test g 10.0.0.0/25
10.0.0.0/25 is NOT in set g.
[1]
$ ipset test g 10.0.0.0/24
Warning: 10.0.0.0/24 is in set g.
$ ipset del g 10.0.0.0/25
ipset v7.17: Element cannot be deleted from the set: it's not added
[1]
$ ipset create g hash:ip -exist
ipset v7.17: Set cannot be created: set with the same name already exists
[1]
$ ipset create g hash:net -exist
$ ipset create g hash:net maxelem 5 -exist
ipset v7.17: Set cannot be created: set with the same name already exists
[1]
$ ipset test f 1.1.1.1
ipset v7.17: Syntax error: Second element is missing from 1.1.1.1.
[1]
$ ipset test e 300
0.0.1.44 is NOT in set e.
[1]
$ ipset help hash:ip
ipset v7.17

Usage: ipset [options] COMMAND

Commands:
create SETNAME TYPENAME [type-specific-options]
        Create a new set
add SETNAME ENTRY
        Add entry to the named set
del SETNAME ENTRY
        Delete entry from the named set
test SETNAME ENTRY
        Test entry in the named set
destroy [SETNAME]
        Destroy a named set or all sets
list [SETNAME]
        List the entries of a named set or all sets
save [SETNAME]
        Save the named set or all sets to stdout
restore 
        Restore a saved state
flush [SETNAME]
        Flush a named set or all sets
rename FROM-SETNAME TO-SETNAME
        Rename two sets
swap FROM-SETNAME TO-SETNAME
        Swap the contect of two existing sets
help [TYPENAME]
        Print help, and settype specific help
version 
        Print version information
quit 
        Quit interactive mode

Options:
-o plain|save|xml
       Specify output mode for listing sets.
       Default value for "list" command is mode "plain"
       and for "save" command is mode "save".
-s 
        Print elements sorted (if supported by the set type).
-q 
        Suppress any notice or warning message.
-r 
        Try to resolve IP addresses in the output (slow!)
-! 
        Ignore errors when creating or adding sets or
        elements that do exist or when deleting elements
        that don't exist.
-n 
        When listing, just list setnames from the kernel.

-t 
        When listing, list setnames and set headers
        from kernel only.
-f 
        Read from the given file instead of standard
        input (restore) or write to given file instead
        of standard output (list/save).

hash:ip type specific options:

create SETNAME hash:ip 
               [family inet|inet6]|[-4|-6]
               [hashsize VALUE]
               [maxelem VALUE]
               [netmask CIDR]
               [bitmask bitmask]
               [timeout VALUE]
               [counters]
               [comment]
               [forceadd]
               [skbinfo]
               [bucketsize VALUE]
               [initval VALUE]
add    SETNAME hash:ip IP
               [timeout VALUE]
               [packets VALUE]
               [bytes VALUE]
               [comment "string"]
               [skbmark VALUE]
               [skbprio VALUE]
               [skbqueue VALUE]
del    SETNAME hash:ip IP
test   SETNAME hash:ip IP

where depending on the INET family
      IP is a valid IPv4 or IPv6 address (or hostname),
      CIDR is a valid IPv4 or IPv6 CIDR prefix.
      Adding/deleting multiple elements in IP/CIDR or FROM-TO form
      is supported for IPv4.

Type hash:ip supports inet and inet6.
$ ipset help hash:net
ipset v7.17

Usage: ipset [options] COMMAND

Commands:
create SETNAME TYPENAME [type-specific-options]
        Create a new set
add SETNAME ENTRY
        Add entry to the named set
del SETNAME ENTRY
        Delete entry from the named set
test SETNAME ENTRY
        Test entry in the named set
destroy [SETNAME]
        Destroy a named set or all sets
list [SETNAME]
        List the entries of a named set or all sets
save [SETNAME]
        Save the named set or all sets to stdout
restore 
        Restore a saved state
flush [SETNAME]
        Flush a named set or all sets
rename FROM-SETNAME TO-SETNAME
        Rename two sets
swap FROM-SETNAME TO-SETNAME
        Swap the contect of two existing sets
help [TYPENAME]
        Print help, and settype specific help
version 
        Print version information
quit 
        Quit interactive mode

Options:
-o plain|save|xml
       Specify output mode for listing sets.
       Default value for "list" command is mode "plain"
       and for "save" command is mode "save".
-s 
        Print elements sorted (if supported by the set type).
-q 
        Suppress any notice or warning message.
-r 
        Try to resolve IP addresses in the output (slow!)
-! 
        Ignore errors when creating or adding sets or
        elements that do exist or when deleting elements
        that don't exist.
-n 
        When listing, just list setnames from the kernel.

-t 
        When listing, list setnames and set headers
        from kernel only.
-f 
        Read from the given file instead of standard
        input (restore) or write to given file instead
        of standard output (list/save).

hash:net type specific options:

create SETNAME hash:net 
               [family inet|inet6]|[-4|-6]
               [hashsize VALUE]
               [maxelem VALUE]
               [timeout VALUE]
               [counters]
               [comment]
               [forceadd]
               [skbinfo]
               [bucketsize VALUE]
               [initval VALUE]
add    SETNAME hash:net IP[/CIDR]
               [timeout VALUE]
               [nomatch]
               [packets VALUE]
               [bytes VALUE]
               [comment "string"]
               [skbmark VALUE]
               [skbprio VALUE]
               [skbqueue VALUE]
del    SETNAME hash:net IP[/CIDR]
test   SETNAME hash:net IP[/CIDR]
               [nomatch]

where depending on the INET family
      IP is an IPv4 or IPv6 address (or hostname),
      CIDR is a valid IPv4 or IPv6 CIDR prefix.

Type hash:net supports inet and inet6.
$ ipset help hash:ip,port
ipset v7.17

Usage: ipset [options] COMMAND

Commands:
create SETNAME TYPENAME [type-specific-options]
        Create a new set
add SETNAME ENTRY
        Add entry to the named set
del SETNAME ENTRY
        Delete entry from the named set
test SETNAME ENTRY
        Test entry in the named set
destroy [SETNAME]
        Destroy a named set or all sets
list [SETNAME]
        List the entries of a named set or all sets
save [SETNAME]
        Save the named set or all sets to stdout
restore 
        Restore a saved state
flush [SETNAME]
        Flush a named set or all sets
rename FROM-SETNAME TO-SETNAME
        Rename two sets
swap FROM-SETNAME TO-SETNAME
        Swap the contect of two existing sets
help [TYPENAME]
        Print help, and settype specific help
version 
        Print version information
quit 
        Quit interactive mode

Options:
-o plain|save|xml
       Specify output mode for listing sets.
       Default value for "list" command is mode "plain"
       and for "save" command is mode "save".
-s 
        Print elements sorted (if supported by the set type).
-q 
        Suppress any notice or warning message.
-r 
        Try to resolve IP addresses in the output (slow!)
-! 
        Ignore errors when creating or adding sets or
        elements that do exist or when deleting elements
        that don't exist.
-n 
        When listing, just list setnames from the kernel.

-t 
        When listing, list setnames and set headers
        from kernel only.
-f 
        Read from the given file instead of standard
        input (restore) or write to given file instead
        of standard output (list/save).

hash:ip,port type specific options:

create SETNAME hash:ip,port 
               [family inet|inet6]|[-4|-6]
               [hashsize VALUE]
               [maxelem VALUE]
               [timeout VALUE]
               [counters]
               [comment]
               [forceadd]
               [skbinfo]
               [bucketsize VALUE]
               [initval VALUE]
               [netmask CIDR]
               [bitmask bitmask]
add    SETNAME hash:ip,port IP,[PROTO:]PORT
               [timeout VALUE]
               [packets VALUE]
               [bytes VALUE]
               [comment "string"]
               [skbmark VALUE]
               [skbprio VALUE]
               [skbqueue VALUE]
del    SETNAME hash:ip,port IP,[PROTO:]PORT
test   SETNAME hash:ip,port IP,[PROTO:]PORT

where depending on the INET family
      IP is a valid IPv4 or IPv6 address (or hostname).
      Adding/deleting multiple elements in IP/CIDR or FROM-TO form
      is supported for IPv4.
      Adding/deleting multiple elements with TCP/SCTP/UDP/UDPLITE
      port range is supported both for IPv4 and IPv6.
      [PROTO:]PORT is a valid pattern of the following:
           PORTNAME         TCP port name from /etc/services
           PORTNUMBER       TCP port number identifier
           tcp|sctp|udp|udplite:PORTNAME|PORTNUMBER
           icmp:CODENAME    supported ICMP codename
           icmp:TYPE/CODE   ICMP type/code value
           icmpv6:CODENAME  supported ICMPv6 codename
           icmpv6:TYPE/CODE ICMPv6 type/code value
           PROTO:0          all other protocols

           Supported ICMP codenames:
               echo-reply
               pong
               network-unreachable
               host-unreachable
               protocol-unreachable
               port-unreachable
               fragmentation-needed
               source-route-failed
               network-unknown
               host-unknown
               network-prohibited
               host-prohibited
               TOS-network-unreachable
               TOS-host-unreachable
               communication-prohibited
               host-precedence-violation
               precedence-cutoff
               source-quench
               network-redirect
               host-redirect
               TOS-network-redirect
               TOS-host-redirect
               echo-request
               ping
               router-advertisement
               router-solicitation
               ttl-zero-during-transit
               ttl-zero-during-reassembly
               ip-header-bad
               required-option-missing
               timestamp-request
               timestamp-reply
               address-mask-request
               address-mask-reply
           Supported ICMPv6 codenames:
               no-route
               communication-prohibited
               address-unreachable
               port-unreachable
               packet-too-big
               ttl-zero-during-transit
               ttl-zero-during-reassembly
               bad-header
               unknown-header-type
               unknown-option
               echo-request
               ping
               echo-reply
               pong
               router-solicitation
               router-advertisement
               neighbour-solicitation
               neigbour-solicitation
               neighbour-advertisement
               neigbour-advertisement
               redirect

Type hash:ip,port supports inet and inet6.
$ ipset create
ipset v7.17: Missing mandatory argument to command create
Try `ipset help' for more information.
[2]
$ ipset rename g
ipset v7.17: Missing second mandatory argument to command rename
Try `ipset help' for more information.
[2]
$ ipset swap g
ipset v7.17: Missing second mandatory argument to command swap
Try `ipset help' for more information.
[2]
$ ipset test
ipset v7.17: Missing mandatory argument to command test
Try `ipset help' for more information.
[2]
$ ipset -!
ipset v7.17: No command specified.
Try `ipset help' for more information.
[2]
$ ipset add a b c d
ipset v7.17: The set with the given name does not exist
[1]
$ ipset destroy g g
ipset v7.17: Unknown argument g
Try `ipset help' for more information.
[2]
$ ipset list g g
ipset v7.17: Unknown argument g
Try `ipset help' for more information.
[2]
$ ipset destroy
$ printf 'create r hash:ip family inet hashsize 1024 maxelem 65536\nadd r 1.1.1.1\nadd r 1.1.1.2\n' > sets; ipset restore < sets; ipset restore < sets; ipset -! restore < sets; ipset list -t
ipset v7.17: Error in line 1: Set cannot be created: set with the same name already exists
Name: r
Type: hash:ip
Revision: 6
Header: family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0xee538006
Size in memory: 296
References: 0
Number of entries: 2
