# REJECT, LOG and the targets of nat.
#! world: bare
$ iptables -A INPUT -j REJECT
$ iptables -A INPUT -j REJECT --reject-with
iptables v1.8.9 (nf_tables): option "--reject-with" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT ! -p tcp -j REJECT --reject-with tcp-reset
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -p udp -j REJECT --reject-with tcp-reset
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain INPUT
[4]
$ iptables -A INPUT -j REJECT --reject-with tcp-reset --reject-with tcp-reset
iptables v1.8.9 (nf_tables): REJECT: option "--reject-with" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j REJECT ! --reject-with tcp-reset
iptables v1.8.9 (nf_tables): REJECT: option "--reject-with" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -j REJECT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t mangle -A PREROUTING -j REJECT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -t raw -A PREROUTING -j REJECT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Invalid argument): rule in chain PREROUTING
[4]
$ iptables -A INPUT -j LOG
$ iptables -A INPUT -j LOG --log-prefix foo
$ iptables -A INPUT -j LOG --log-prefix "foo: "
$ iptables -A INPUT -j LOG --log-prefix "abcdefghijklmnopqrstuvwxyzabc"
$ iptables -A INPUT -j LOG --log-prefix "abcdefghijklmnopqrstuvwxyzabcd"
$ iptables -A INPUT -j LOG --log-prefix ""
iptables v1.8.9 (nf_tables): Argument must have a minimum length of 1 characters

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-prefix 'a"b'
$ iptables -A INPUT -j LOG --log-level 4
$ iptables -A INPUT -j LOG --log-level 7
$ iptables -A INPUT -j LOG --log-level debug
$ iptables -A INPUT -j LOG --log-level warning
$ iptables -A INPUT -j LOG --log-level warn
iptables v1.8.9 (nf_tables): log level "warn" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-level error
$ iptables -A INPUT -j LOG --log-level err
iptables v1.8.9 (nf_tables): log level "err" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-level panic
$ iptables -A INPUT -j LOG --log-level emerg
$ iptables -A INPUT -j LOG --log-level info
$ iptables -A INPUT -j LOG --log-level 8
iptables v1.8.9 (nf_tables): log level "8" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-level foo
iptables v1.8.9 (nf_tables): log level "foo" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-level ""
iptables v1.8.9 (nf_tables): log level "" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-level i
iptables v1.8.9 (nf_tables): log level "i" unknown

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j LOG --log-tcp-sequence
$ iptables -A INPUT -j LOG --log-tcp-options
$ iptables -A INPUT -j LOG --log-ip-options
$ iptables -A INPUT -j LOG --log-uid
$ iptables -A INPUT -j LOG --log-macdecode
$ iptables -A INPUT -j LOG --log-tcp-sequence --log-tcp-options --log-ip-options --log-uid --log-macdecode --log-level 6 --log-prefix x
$ iptables -A INPUT -j LOG --log-prefix a --log-prefix b
iptables v1.8.9 (nf_tables): LOG: option "--log-prefix" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ ip6tables -A INPUT -j LOG --log-prefix x --log-level 5
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to-destination 10.0.0.2
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-90
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:90-80
iptables v1.8.9 (nf_tables): Port range `80' funky
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-10.0.0.3:80
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-10.0.0.3
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.3-10.0.0.2
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination :80
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination :80-90
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:
iptables v1.8.9 (nf_tables): Port `' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:x
iptables v1.8.9 (nf_tables): Port `x' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:http
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:http-https
iptables v1.8.9 (nf_tables): Port `http-https' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-
iptables v1.8.9 (nf_tables): Port `' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-x
iptables v1.8.9 (nf_tables): Port `x' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80,90
iptables v1.8.9 (nf_tables): Garbage after port value: `,90'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-90/70
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-90/x
iptables v1.8.9 (nf_tables): Port `x' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80/90
iptables v1.8.9 (nf_tables): Garbage after port value: `/90'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:65536
iptables v1.8.9 (nf_tables): Port `65536' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:0
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:-1
iptables v1.8.9 (nf_tables): Port `-1' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination x
iptables v1.8.9 (nf_tables): Bad IP address "x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination localhost:80
iptables v1.8.9 (nf_tables): Bad IP address "localhost"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination ""
iptables v1.8.9 (nf_tables): Bad IP address ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination :
iptables v1.8.9 (nf_tables): Port `' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination -
iptables v1.8.9 (nf_tables): Bad IP address ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-
iptables v1.8.9 (nf_tables): Bad IP address ""
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-x
iptables v1.8.9 (nf_tables): Bad IP address "x"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0
iptables v1.8.9 (nf_tables): Bad IP address "10.0.0"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2/24
iptables v1.8.9 (nf_tables): Bad IP address "10.0.0.2/24"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2 80
Bad argument `80'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80 --random
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80 --random --persistent
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80 --random-fully
iptables v1.8.9 (nf_tables): unknown option "--random-fully"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --random
iptables v1.8.9 (nf_tables): DNAT: option "--to-destination" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT ! --to-destination 10.0.0.2
iptables v1.8.9 (nf_tables): DNAT: option "--to-destination" cannot be inverted.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --to-dest 10.0.0.2
$ iptables -t nat -A PREROUTING -p tcp -j DNAT --t 10.0.0.2
iptables v1.8.9 (nf_tables): unknown option "--t"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -j DNAT --to-destination 10.0.0.2:80
iptables v1.8.9 (nf_tables): Need TCP, UDP, SCTP or DCCP with port specification
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING ! -p tcp -j DNAT --to-destination 10.0.0.2:80
$ iptables -t nat -A PREROUTING -p icmp -j DNAT --to-destination 10.0.0.2:80
$ iptables -t nat -A PREROUTING -p tcp --dport 80 -j DNAT --to 10.0.0.2:8080
$ iptables -t nat -A POSTROUTING -j SNAT --to-source 10.0.0.1
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1-1000
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source :1-1000
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1-10.0.0.9 --persistent --random --random-fully
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1000-1
iptables v1.8.9 (nf_tables): Port range `1' funky
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1-2/3
$ iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1 --to-source 10.0.0.2
iptables v1.8.9 (nf_tables): SNAT: option "--to-source" can only be used once.

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -j SNAT
iptables v1.8.9 (nf_tables): SNAT: option "--to-source" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -j MASQUERADE
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024-2048
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024:2048
iptables v1.8.9 (nf_tables): Invalid port:port syntax - use dash
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 2048-1024
iptables v1.8.9 (nf_tables): Port range `1024' funky
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports x
iptables v1.8.9 (nf_tables): Port `x' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports http
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 99999
iptables v1.8.9 (nf_tables): Port `99999' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports ""
iptables v1.8.9 (nf_tables): Port `' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -j MASQUERADE --to-ports 1024
iptables v1.8.9 (nf_tables): Need TCP, UDP, SCTP or DCCP with port specification
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -j MASQUERADE --random
$ iptables -t nat -A POSTROUTING -j MASQUERADE --random-fully
$ iptables -t nat -A POSTROUTING -j MASQUERADE --random --random-fully
$ iptables -t nat -A POSTROUTING -j MASQUERADE --to-source 10.0.0.1
iptables v1.8.9 (nf_tables): unknown option "--to-source"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING ! -p tcp -j MASQUERADE --to-ports 5
$ iptables -t nat -A POSTROUTING -p icmp -j MASQUERADE --to-ports 5
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 8080
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-port 8080
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 8080-8090
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 8080:8090
iptables v1.8.9 (nf_tables): Invalid port:port syntax - use dash
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 0
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports http
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports nosuch
iptables v1.8.9 (nf_tables): Port `nosuch' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 65536
iptables v1.8.9 (nf_tables): Port `65536' not valid
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 90-80
iptables v1.8.9 (nf_tables): Port range `80' funky
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -j REDIRECT --to-ports 80
iptables v1.8.9 (nf_tables): Need TCP, UDP, SCTP or DCCP with port specification
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -j REDIRECT
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --random
$ iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80 --random
$ iptables -t nat -A PREROUTING -p icmp -j REDIRECT --to-ports 80
$ iptables -t nat -A OUTPUT -p tcp -j REDIRECT --to-ports 80
$ iptables -t nat -A PREROUTING -j NETMAP --to 10.0.0.0/24
$ iptables -t nat -A PREROUTING -j NETMAP --to 10.0.0.1
$ iptables -t nat -A PREROUTING -j NETMAP --to 10.0.0.5/24
$ iptables -t nat -A PREROUTING -j NETMAP --to 10.0.0.0/255.255.0.0
$ iptables -t nat -A PREROUTING -j NETMAP --to 10.0.0.0/255.0.255.0
$ iptables -t nat -A PREROUTING -j NETMAP --to x
iptables v1.8.9 (nf_tables): getaddrinfo: Temporary failure in name resolution

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A PREROUTING -j NETMAP
iptables v1.8.9 (nf_tables): NETMAP: option "--to" must be specified

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat -A POSTROUTING -j NETMAP --to 10.0.0.0/24
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [fd00::1]:80
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [fd00::1]
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination fd00::1
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination fd00::1-fd00::9
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [fd00::1-fd00::9]:80-90
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [fd00::1
ip6tables v1.8.9 (nf_tables): Invalid address format
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.1
ip6tables v1.8.9 (nf_tables): Bad IP address "10.0.0.1"
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination :80
$ ip6tables -t nat -A PREROUTING -p tcp -j DNAT --to-destination [fd00::1]:x
ip6tables v1.8.9 (nf_tables): Port `x' not valid
Try `ip6tables -h' or 'ip6tables --help' for more information.
[2]
$ ip6tables -t nat -A POSTROUTING -p tcp -j SNAT --to-source [fd00::1]:80-90
$ ip6tables -t nat -A POSTROUTING -j MASQUERADE
$ ip6tables -t nat -A POSTROUTING -j NETMAP --to fd00::/64
$ ip6tables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -j REJECT --reject-with icmp-port-unreachable
-A INPUT -j LOG
-A INPUT -j LOG --log-prefix foo
-A INPUT -j LOG --log-prefix "foo: "
-A INPUT -j LOG --log-prefix abcdefghijklmnopqrstuvwxyzabc
-A INPUT -j LOG --log-prefix abcdefghijklmnopqrstuvwxyzabc
-A INPUT -j LOG --log-prefix "a\"b"
-A INPUT -j LOG
-A INPUT -j LOG --log-level 7
-A INPUT -j LOG --log-level 7
-A INPUT -j LOG
-A INPUT -j LOG --log-level 3
-A INPUT -j LOG --log-level 0
-A INPUT -j LOG --log-level 0
-A INPUT -j LOG --log-level 6
-A INPUT -j LOG --log-tcp-sequence
-A INPUT -j LOG --log-tcp-options
-A INPUT -j LOG --log-ip-options
-A INPUT -j LOG --log-uid
-A INPUT -j LOG --log-macdecode
-A INPUT -j LOG --log-prefix x --log-level 6 --log-tcp-sequence --log-tcp-options --log-ip-options --log-uid --log-macdecode
$ iptables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
REJECT     all  --  anywhere             anywhere             reject-with icmp-port-unreachable
LOG        all  --  anywhere             anywhere             LOG level warn
LOG        all  --  anywhere             anywhere             LOG level warn prefix "foo"
LOG        all  --  anywhere             anywhere             LOG level warn prefix "foo: "
LOG        all  --  anywhere             anywhere             LOG level warn prefix "abcdefghijklmnopqrstuvwxyzabc"
LOG        all  --  anywhere             anywhere             LOG level warn prefix "abcdefghijklmnopqrstuvwxyzabc"
LOG        all  --  anywhere             anywhere             LOG level warn prefix "a"b"
LOG        all  --  anywhere             anywhere             LOG level warn
LOG        all  --  anywhere             anywhere             LOG level debug
LOG        all  --  anywhere             anywhere             LOG level debug
LOG        all  --  anywhere             anywhere             LOG level warn
LOG        all  --  anywhere             anywhere             LOG level err
LOG        all  --  anywhere             anywhere             LOG level emerg
LOG        all  --  anywhere             anywhere             LOG level emerg
LOG        all  --  anywhere             anywhere             LOG level info
LOG        all  --  anywhere             anywhere             LOG level warn tcp-sequence
LOG        all  --  anywhere             anywhere             LOG level warn tcp-options
LOG        all  --  anywhere             anywhere             LOG level warn ip-options
LOG        all  --  anywhere             anywhere             LOG level warn uid
LOG        all  --  anywhere             anywhere             LOG level warn macdecode
LOG        all  --  anywhere             anywhere             LOG level info tcp-sequence tcp-options ip-options uid macdecode prefix "x"

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
$ iptables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-90
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-10.0.0.3:80
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2-10.0.0.3
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.3-10.0.0.2
-A PREROUTING -p tcp -j DNAT --to-destination :80
-A PREROUTING -p tcp -j DNAT --to-destination :80-90
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80-90/70
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:0
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80 --random
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2:80 --random --persistent
-A PREROUTING -p tcp -j DNAT --to-destination 10.0.0.2
-A PREROUTING ! -p tcp -j DNAT --to-destination 10.0.0.2:80
-A PREROUTING -p icmp -j DNAT --to-destination 10.0.0.2:80
-A PREROUTING -p tcp -m tcp --dport 80 -j DNAT --to-destination 10.0.0.2:8080
-A PREROUTING -p tcp -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -j REDIRECT --to-ports 8080
-A PREROUTING -p tcp -j REDIRECT --to-ports 8080-8090
-A PREROUTING -p tcp -j REDIRECT --to-ports 0
-A PREROUTING -p tcp -j REDIRECT --to-ports 80
-A PREROUTING -j REDIRECT
-A PREROUTING -p tcp -j REDIRECT --random
-A PREROUTING -p tcp -j REDIRECT --to-ports 80 --random
-A PREROUTING -p icmp -j REDIRECT --to-ports 80
-A PREROUTING -j NETMAP --to 10.0.0.0/24
-A PREROUTING -j NETMAP --to 10.0.0.1/32
-A PREROUTING -j NETMAP --to 10.0.0.0/24
-A PREROUTING -j NETMAP --to 10.0.0.0/16
-A PREROUTING -j NETMAP --to 10.0.0.0/32
-A OUTPUT -p tcp -j REDIRECT --to-ports 80
-A POSTROUTING -j SNAT --to-source 10.0.0.1
-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1-1000
-A POSTROUTING -p tcp -j SNAT --to-source :1-1000
-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1-10.0.0.9 --random --random-fully --persistent
-A POSTROUTING -p tcp -j SNAT --to-source 10.0.0.1:1-2/0
-A POSTROUTING -j MASQUERADE
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 1024-2048
-A POSTROUTING -p tcp -j MASQUERADE --to-ports 80
-A POSTROUTING -j MASQUERADE --random
-A POSTROUTING -j MASQUERADE --random-fully
-A POSTROUTING -j MASQUERADE --random --random-fully
-A POSTROUTING ! -p tcp -j MASQUERADE --to-ports 5
-A POSTROUTING -p icmp -j MASQUERADE --to-ports 5
-A POSTROUTING -j NETMAP --to 10.0.0.0/24
$ iptables -t nat -nL
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80-90
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2-10.0.0.3:80
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2-10.0.0.3
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.3-10.0.0.2
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to::80
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to::80-90
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80-90/70
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:0
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80 random
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80 random persistent
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2
DNAT      !6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80
DNAT       1    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.2:80
DNAT       6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:80 to:10.0.0.2:8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 8080
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 8080-8090
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 0
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 80
REDIRECT   0    --  0.0.0.0/0            0.0.0.0/0           
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            random
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 80 random
REDIRECT   1    --  0.0.0.0/0            0.0.0.0/0            redir ports 80
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.0/24
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.1/32
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.0/24
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.0/16
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.0/32

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
REDIRECT   6    --  0.0.0.0/0            0.0.0.0/0            redir ports 80

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
SNAT       0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.1
SNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.1:1-1000
SNAT       6    --  0.0.0.0/0            0.0.0.0/0            to::1-1000
SNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.1-10.0.0.9 random random-fully persistent
SNAT       6    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.1:1-2/0
MASQUERADE  0    --  0.0.0.0/0            0.0.0.0/0           
MASQUERADE  6    --  0.0.0.0/0            0.0.0.0/0            masq ports: 1024
MASQUERADE  6    --  0.0.0.0/0            0.0.0.0/0            masq ports: 1024-2048
MASQUERADE  6    --  0.0.0.0/0            0.0.0.0/0            masq ports: 80
MASQUERADE  0    --  0.0.0.0/0            0.0.0.0/0            random
MASQUERADE  0    --  0.0.0.0/0            0.0.0.0/0            random-fully
MASQUERADE  0    --  0.0.0.0/0            0.0.0.0/0            random random-fully
MASQUERADE !6    --  0.0.0.0/0            0.0.0.0/0            masq ports: 5
MASQUERADE  1    --  0.0.0.0/0            0.0.0.0/0            masq ports: 5
NETMAP     0    --  0.0.0.0/0            0.0.0.0/0            to:10.0.0.0/24
$ ip6tables -t nat -S
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-A PREROUTING -p tcp -j DNAT --to-destination [fd00::1]:80
-A PREROUTING -p tcp -j DNAT --to-destination fd00::1
-A PREROUTING -p tcp -j DNAT --to-destination fd00::1
-A PREROUTING -p tcp -j DNAT --to-destination fd00::1-fd00::9
-A PREROUTING -p tcp -j DNAT --to-destination [fd00::1-fd00::9]:80-90
-A PREROUTING -p tcp -j DNAT --to-destination :80
-A PREROUTING -p tcp -j REDIRECT --to-ports 80
-A POSTROUTING -p tcp -j SNAT --to-source [fd00::1]:80-90
-A POSTROUTING -j MASQUERADE
-A POSTROUTING -j NETMAP --to fd00::/64
