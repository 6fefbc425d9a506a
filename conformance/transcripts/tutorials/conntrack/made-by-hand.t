#! world: bare
$ conntrack -L
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60
conntrack v1.4.7 (conntrack-tools): Operation failed: Such conntrack exists, try -U to update
[1]
$ conntrack -A -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53 -t 60
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been added.
$ conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.3 --sport 1001 --dport 80 -t 100 --state ESTABLISHED -u ASSURED,SEEN_REPLY
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.3 --sport 1002 --dport 80 -t 100
conntrack v1.4.7 (conntrack-tools): You need to supply the `--state' option for this command
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.4 --sport 1003 --dport 53
conntrack v1.4.7 (conntrack-tools): You need to supply the `--timeout' option for this command
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.4 --sport 1003 --dport 53 -t 100 -g 10.0.0.9:5353
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.5 --sport 1004 --dport 53 -t 100 -n 10.0.0.8 -m 7
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -I -p icmp -s 10.0.0.1 -d 10.0.0.6 --icmp-type 8 --icmp-code 0 --icmp-id 9 -t 30
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been created.
$ conntrack -L
conntrack v1.4.7 (conntrack-tools): 5 flow entries have been shown.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=0 use=1
tcp      6 99 ESTABLISHED src=10.0.0.1 dst=10.0.0.3 sport=1001 dport=80 src=10.0.0.3 dst=10.0.0.1 sport=80 dport=1001 [ASSURED] mark=0 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
icmp     1 29 src=10.0.0.1 dst=10.0.0.6 type=8 code=0 id=9 [UNREPLIED] src=10.0.0.6 dst=10.0.0.1 type=0 code=0 id=9 mark=0 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
$ conntrack -C
5
$ conntrack -L -p udp; conntrack -L -p tcp --state ESTABLISHED; conntrack -L -p tcp --state CLOSE
conntrack v1.4.7 (conntrack-tools): 3 flow entries have been shown.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=0 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 99 ESTABLISHED src=10.0.0.1 dst=10.0.0.3 sport=1001 dport=80 src=10.0.0.3 dst=10.0.0.1 sport=80 dport=1001 [ASSURED] mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
$ conntrack -L -g; conntrack -L -n; conntrack -L -j; conntrack -L -g 10.0.0.9; conntrack -L -j 10.0.0.8
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
conntrack v1.4.7 (conntrack-tools): 2 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
$ conntrack -L -s 10.0.0.0/29 -d 10.0.0.2; conntrack -L -r 10.0.0.9; conntrack -L -q 10.0.0.8
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
$ conntrack -L -p udp --dport 53 --sport 1004; conntrack -L -p udp --reply-port-src 5353; conntrack -L --dport 53
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): unknown option `--dport'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L -u ASSURED; conntrack -L -u UNREPLIED; conntrack -L -u WRONG
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
tcp      6 99 ESTABLISHED src=10.0.0.1 dst=10.0.0.3 sport=1001 dport=80 src=10.0.0.3 dst=10.0.0.1 sport=80 dport=1001 [ASSURED] mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 4 flow entries have been shown.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=0 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
icmp     1 29 src=10.0.0.1 dst=10.0.0.6 type=8 code=0 id=9 [UNREPLIED] src=10.0.0.6 dst=10.0.0.1 type=0 code=0 id=9 mark=0 use=1
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): Bad parameter `WRONG'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L -m 7; conntrack -L -f ipv6; conntrack -L -w 3; conntrack -L -f ipx
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been shown.
conntrack v1.4.7 (conntrack-tools): `ipx' unsupported protocol
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -L -o extended -p tcp; conntrack -L -o save; conntrack -L -p icmp -o wrong
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
ipv4     2 tcp      6 99 ESTABLISHED src=10.0.0.1 dst=10.0.0.3 sport=1001 dport=80 src=10.0.0.3 dst=10.0.0.1 sport=80 dport=1001 [ASSURED] mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 5 flow entries have been shown.
-A -t 59 -u UNSET -s 10.0.0.1 -d 10.0.0.2 -r 10.0.0.2 -q 10.0.0.1 -p udp --sport 1000 --dport 53 --reply-port-src 53 --reply-port-dst 1000
-A -t 99 -u SEEN_REPLY,ASSURED -s 10.0.0.1 -d 10.0.0.3 -r 10.0.0.3 -q 10.0.0.1 -p tcp --sport 1001 --dport 80 --reply-port-src 80 --reply-port-dst 1001 --state ESTABLISHED
-A -t 99 -u UNSET -s 10.0.0.1 -d 10.0.0.5 -r 10.0.0.5 -n 10.0.0.8 -p udp --sport 1004 --dport 53 --reply-port-src 53 --reply-port-dst 1004
-A -t 29 -u UNSET -s 10.0.0.1 -d 10.0.0.6 -r 10.0.0.6 -q 10.0.0.1 -p icmp --icmp-type 8 --icmp-code 0 --icmp-id 9
-A -t 99 -u UNSET -s 10.0.0.1 -d 10.0.0.4 -g 10.0.0.9 -q 10.0.0.1 -p udp --sport 1003 --dport 53 --reply-port-src 5353 --reply-port-dst 1003
conntrack v1.4.7 (conntrack-tools): Bad parameter `wrong'
Try `conntrack -h' or 'conntrack --help' for more information.
[2]
$ conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1000 --dport 53
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=0 use=2
$ conntrack -G -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1001 --dport 53
conntrack v1.4.7 (conntrack-tools): Operation failed: such conntrack doesn't exist
[1]
$ conntrack -U -p udp -d 10.0.0.2 -m 9; conntrack -U -p udp -d 10.0.0.2 -m 9
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been updated.
udp      17 59 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=9 use=2
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
[1]
$ conntrack -U -p udp -d 10.0.0.2 -t 500; conntrack -L -d 10.0.0.2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been updated.
udp      17 500 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=9 use=2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been shown.
udp      17 499 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=9 use=1
$ conntrack -U -p udp -d 10.0.0.4 -m 1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been updated.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=1 use=2
$ conntrack -U -d 10.9.9.9 -m 1; conntrack -U -f ipv4; conntrack -U
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been updated.
[1]
$ conntrack -D -p udp -d 10.0.0.2; conntrack -D -p udp -d 10.0.0.2
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been deleted.
udp      17 499 src=10.0.0.1 dst=10.0.0.2 sport=1000 dport=53 [UNREPLIED] src=10.0.0.2 dst=10.0.0.1 sport=53 dport=1000 mark=9 use=1
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
[1]
$ conntrack -D -g 10.0.0.9; conntrack -D -p tcp; conntrack -D; conntrack -D
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been deleted.
udp      17 99 src=10.0.0.1 dst=10.0.0.4 sport=1003 dport=53 [UNREPLIED] src=10.0.0.9 dst=10.0.0.1 sport=5353 dport=1003 mark=1 use=1
conntrack v1.4.7 (conntrack-tools): 1 flow entries have been deleted.
tcp      6 99 ESTABLISHED src=10.0.0.1 dst=10.0.0.3 sport=1001 dport=80 src=10.0.0.3 dst=10.0.0.1 sport=80 dport=1001 [ASSURED] mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 2 flow entries have been deleted.
udp      17 99 src=10.0.0.1 dst=10.0.0.5 sport=1004 dport=53 [UNREPLIED] src=10.0.0.5 dst=10.0.0.8 sport=53 dport=1004 mark=7 use=1
icmp     1 29 src=10.0.0.1 dst=10.0.0.6 type=8 code=0 id=9 [UNREPLIED] src=10.0.0.6 dst=10.0.0.1 type=0 code=0 id=9 mark=0 use=1
conntrack v1.4.7 (conntrack-tools): 0 flow entries have been deleted.
[1]
$ conntrack -F
conntrack v1.4.7 (conntrack-tools): connection tracking table has been emptied.
