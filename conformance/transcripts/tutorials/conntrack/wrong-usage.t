#! world: bare
$ for c in -L -I -U -D -G -F -C -S; do for o in "-s 1.1.1.1" "-p tcp" "-t 5" "-z" "-e NEW" "-i 1" "-n 1.1.1.1" "-o id" "-b 100" "-j" "-w 1" "--mask-src 255.0.0.0"; do echo "$c $o: $(conntrack $c $o 2>&1 | head -1)"; done; done
-L -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -p tcp: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -t 5: conntrack v1.4.7 (conntrack-tools): Illegal option `--timeout' with this command
-L -z: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-L -i 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--id' with this command
-L -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -o id: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-L -j: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L -w 1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
-L --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Can't use --mask-src without --src
-I -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -p tcp: conntrack v1.4.7 (conntrack-tools): You need to supply the `--timeout' option for this command
-I -t 5: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -z: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -e NEW: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -i 1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -o id: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -b 100: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -j: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I -w 1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-I --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-U -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -p tcp: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -t 5: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -z: conntrack v1.4.7 (conntrack-tools): Illegal option `--zero' with this command
-U -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-U -i 1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -o id: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
-U -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-U -j: conntrack v1.4.7 (conntrack-tools): Illegal option `--any-nat' with this command
-U -w 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--zone' with this command
-U --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Can't use --mask-src without --src
-D -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -p tcp: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -t 5: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -z: conntrack v1.4.7 (conntrack-tools): Illegal option `--zero' with this command
-D -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-D -i 1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -o id: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-D -j: conntrack v1.4.7 (conntrack-tools): Illegal option `--any-nat' with this command
-D -w 1: conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
-D --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Can't use --mask-src without --src
-G -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -p tcp: conntrack v1.4.7 (conntrack-tools): you have to specify `--src' and `--dst'
-G -t 5: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -z: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -e NEW: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -i 1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -o id: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -b 100: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -j: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G -w 1: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-G --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
-F -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src' with this command
-F -p tcp: conntrack v1.4.7 (conntrack-tools): Illegal option `--protonum' with this command
-F -t 5: conntrack v1.4.7 (conntrack-tools): Illegal option `--timeout' with this command
-F -z: conntrack v1.4.7 (conntrack-tools): Illegal option `--zero' with this command
-F -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-F -i 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--id' with this command
-F -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src-nat' with this command
-F -o id: conntrack v1.4.7 (conntrack-tools): Illegal option `--output' with this command
-F -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-F -j: conntrack v1.4.7 (conntrack-tools): Illegal option `--any-nat' with this command
-F -w 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--zone' with this command
-F --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Illegal option `--mask-src' with this command
-C -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src' with this command
-C -p tcp: conntrack v1.4.7 (conntrack-tools): Illegal option `--protonum' with this command
-C -t 5: conntrack v1.4.7 (conntrack-tools): Illegal option `--timeout' with this command
-C -z: conntrack v1.4.7 (conntrack-tools): Illegal option `--zero' with this command
-C -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-C -i 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--id' with this command
-C -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src-nat' with this command
-C -o id: conntrack v1.4.7 (conntrack-tools): Illegal option `--output' with this command
-C -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-C -j: conntrack v1.4.7 (conntrack-tools): Illegal option `--any-nat' with this command
-C -w 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--zone' with this command
-C --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Illegal option `--mask-src' with this command
-S -s 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src' with this command
-S -p tcp: conntrack v1.4.7 (conntrack-tools): Illegal option `--protonum' with this command
-S -t 5: conntrack v1.4.7 (conntrack-tools): Illegal option `--timeout' with this command
-S -z: conntrack v1.4.7 (conntrack-tools): Illegal option `--zero' with this command
-S -e NEW: conntrack v1.4.7 (conntrack-tools): Illegal option `--event-mask' with this command
-S -i 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--id' with this command
-S -n 1.1.1.1: conntrack v1.4.7 (conntrack-tools): Illegal option `--src-nat' with this command
-S -o id: conntrack v1.4.7 (conntrack-tools): Illegal option `--output' with this command
-S -b 100: conntrack v1.4.7 (conntrack-tools): Illegal option `--buffer-size' with this command
-S -j: conntrack v1.4.7 (conntrack-tools): Illegal option `--any-nat' with this command
-S -w 1: conntrack v1.4.7 (conntrack-tools): Illegal option `--zone' with this command
-S --mask-src 255.0.0.0: conntrack v1.4.7 (conntrack-tools): Illegal option `--mask-src' with this command
$ conntrack -L -s; conntrack -L --nothing; conntrack -L -X; conntrack -L -D; conntrack -L nowhere; conntrack --list
conntrack v1.4.7 (conntrack-tools): option `-s' requires an argument
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): unknown option `--nothing'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): unknown option `-X'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): Invalid commands combination
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): unknown type `nowhere'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): unknown option `--list'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L -s here; conntrack -L -s 1.1.1.1/33; conntrack -L -s 1.1.1.1 -d ::1; conntrack -L -p nothing; conntrack -L -p 256; conntrack -L -g here; conntrack -L -g 1.1.1.1:99999
conntrack v1.4.7 (conntrack-tools): Invalid IP address `here'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): Invalid netmask
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): mismatched address family
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): `nothing' unsupported protocol
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): `256' unsupported protocol
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): Invalid IP address `here'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): Invalid port `99999'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L -p tcp --state OPEN; conntrack -L -p udp --state OPEN; conntrack -L -n 1.1.1.1 -j; conntrack -E -e OLD
conntrack v1.4.7 (conntrack-tools): unknown TCP state `OPEN'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): unknown option `--state'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): cannot specify `--src-nat' or `--dst-nat' with `--any-nat'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): Bad parameter `OLD'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -G; conntrack -G -p udp; conntrack -G -p udp -s 1.1.1.1 -d 2.2.2.2; conntrack -G -p icmp -s 1.1.1.1 -d 2.2.2.2
conntrack v1.4.7 (conntrack-tools): You need to supply the `--protonum' option for this command
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): you have to specify `--src' and `--dst'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): you have to specify `--sport' and `--dport'
Try `conntrack -h' or 'conntrack --help' for more information.
conntrack v1.4.7 (conntrack-tools): You need to supply the `--icmp-type' option for this command
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L expect; conntrack -C expect; conntrack -F expect; conntrack -S expect; conntrack -L dying; conntrack -L unconfirmed
conntrack v1.4.7 (conntrack-tools): 0 expectations have been shown.
0
conntrack v1.4.7 (conntrack-tools): expectation table has been emptied.
cpu=0   	expect_new=0 expect_create=0 expect_delete=0 
cpu=1   	expect_new=0 expect_create=0 expect_delete=0 
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ conntrack --version; conntrack -h | head -2; conntrack -V -L
conntrack v1.4.7 (conntrack-tools)
Command line interface for the connection tracking system. Version 1.4.7
Usage: conntrack [commands] [options]
conntrack v1.4.7 (conntrack-tools): Invalid commands combination
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -S
cpu=0   	found=0 invalid=0 insert=0 insert_failed=0 drop=0 early_drop=0 error=0 search_restart=0 clash_resolve=0 chaintoolong=0 
cpu=1   	found=0 invalid=0 insert=0 insert_failed=0 drop=0 early_drop=0 error=0 search_restart=0 clash_resolve=0 chaintoolong=0 
