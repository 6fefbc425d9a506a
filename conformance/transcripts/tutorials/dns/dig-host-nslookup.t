#! world: lan
# Questions, wrong questions and servers that do not answer
$ dig -v
DiG 9.18.49-1~deb12u3-Debian
$ dig example.com | sed -E 's/, id: .*/, id/; s/(Query time|WHEN):.*/\1/'
\
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> example.com
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; QUESTION SECTION:
;example.com.			IN	A

;; ANSWER SECTION:
example.com.		0	IN	A	203.0.113.80

;; Query time
;; SERVER: 8.8.8.8#53(8.8.8.8) (UDP)
;; WHEN
;; MSG SIZE  rcvd: 56

$ dig example.com MX +nostats | sed 's/, id: .*/, id/'
\
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> example.com MX +nostats
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: REFUSED, id
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
; EDE: 14 (Not Ready)
;; QUESTION SECTION:
;example.com.			IN	MX

$ dig +noedns example.com +nostats | sed 's/, id: .*/, id/'
\
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> +noedns example.com +nostats
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0

;; QUESTION SECTION:
;example.com.			IN	A

;; ANSWER SECTION:
example.com.		0	IN	A	203.0.113.80

$ dig +nocmd +noquestion +norecurse example.com +nostats | sed 's/, id: .*/, id/'
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id
;; flags: qr aa ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
;; ANSWER SECTION:
example.com.		0	IN	A	203.0.113.80

$ dig +nocomments +nostats example.com
\
; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> +nocomments +nostats example.com
;; global options: +cmd
;example.com.			IN	A
example.com.		0	IN	A	203.0.113.80
$ dig example.com google.com unknown.test +short
203.0.113.80
203.0.113.80
$ dig mx example.com in +noall +answer; dig a example.com +noall +answer; dig -t A -q google.com +noall +answer
example.com.		0	IN	A	203.0.113.80
google.com.		0	IN	A	203.0.113.80
$ dig +nottlid +noall +answer example.com; dig +noclass +noall +answer example.com; dig EXAMPLE.com +noall +answer
example.com.		IN	A	203.0.113.80
example.com.		0	A	203.0.113.80
EXAMPLE.com.		0	IN	A	203.0.113.80
$ dig -x 1.2.3.4 +nostats | grep IN; dig -x foo | grep IN
;4.3.2.1.in-addr.arpa.		IN	PTR
;foo.in-addr.arpa.		IN	PTR
$ dig +tcp +short example.com; dig version.bind txt chaos +short
203.0.113.80
"dnsmasq-2.90"
$ dig example.com A AAAA +short; dig -t foo example.com +short
;; Warning, extra type option
;; Warning, ignoring invalid type foo
203.0.113.80
$ dig +foo example.com; echo $?
Invalid option: +foo
Usage:  dig [@global-server] [domain] [q-type] [q-class] {q-opt}
            {global-d-opt} host [@local-server] {local-d-opt}
            [ host [@local-server] {local-d-opt} [...]]

Use "dig -h" (or "dig -h | more") for complete list of options
1
$ dig -p 99999 example.com; echo $?
invalid port number '99999': out of range
dig: Couldn't parse port number
1
$ dig +time=x example.com; echo $?
invalid timeout 'x': not a valid number
dig: Couldn't parse timeout
10
$ dig @nosuch.test example.com; echo $?
dig: couldn't get address for 'nosuch.test': failure
1
$ dig a..b; echo $?
dig: 'a..b' is not a legal name (empty label)
10
$ dig @1.1.1.1 +time=1 example.com +short; echo $?
;; communications error to 1.1.1.1#53: connection refused
;; communications error to 1.1.1.1#53: connection refused
;; communications error to 1.1.1.1#53: connection refused

; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> @1.1.1.1 +time=1 example.com +short
; (1 server found)
;; global options: +cmd
;; no servers could be reached
9
$ dig @192.168.1.99 +time=1 +tries=1 example.com; echo $?
;; communications error to 192.168.1.99#53: timed out

; <<>> DiG 9.18.49-1~deb12u3-Debian <<>> @192.168.1.99 +time=1 +tries=1 example.com
; (1 server found)
;; global options: +cmd
;; no servers could be reached
9
$ host example.com 1.1.1.1; echo $?
;; communications error to 1.1.1.1#53: connection refused
;; communications error to 1.1.1.1#53: connection refused
;; no servers could be reached
1
$ host -v example.com | sed -E 's/, id: .*/, id/; s/in .* ms/in ms/'
Trying "example.com"
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0

;; QUESTION SECTION:
;example.com.			IN	A

;; ANSWER SECTION:
example.com.		0	IN	A	203.0.113.80

Received 45 bytes from 8.8.8.8#53 in ms
Trying "example.com"
Host example.com not found: 5(REFUSED)
Received 29 bytes from 8.8.8.8#53 in ms
Trying "example.com"
Host example.com not found: 5(REFUSED)
Received 29 bytes from 8.8.8.8#53 in ms
$ host -t foo example.com; echo $?
host: invalid type: foo

2
$ host 1.2.3.4; host fd00::1; host a..b
Host 4.3.2.1.in-addr.arpa not found: 5(REFUSED)
Host 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa not found: 5(REFUSED)
host: 'a..b' is not a legal name (empty label)
[1]
$ nslookup -type=a example.com; echo $?
Server:		8.8.8.8
Address:	8.8.8.8#53

Name:	example.com
Address: 203.0.113.80

0
$ nslookup -type=aaaa example.com; nslookup -foo example.com
Server:		8.8.8.8
Address:	8.8.8.8#53

** server can't find example.com: REFUSED

*** Invalid option: foo
Server:		8.8.8.8
Address:	8.8.8.8#53

Name:	example.com
Address: 203.0.113.80
** server can't find example.com: REFUSED

[1]
$ nslookup example.com nosuch.test; echo $?
nslookup: couldn't get address for 'nosuch.test': failure
1
$ nslookup -retry=1 -port=5353 example.com 8.8.8.8; echo $?
;; communications error to 8.8.8.8#5353: connection refused
;; no servers could be reached

1
$ printf 'nameserver 1.1.1.1\nnameserver 8.8.8.8\n' > /etc/resolv.conf; dig +tries=2 +short example.com; getent hosts example.com
;; communications error to 1.1.1.1#53: connection refused
;; communications error to 1.1.1.1#53: timed out
203.0.113.80
203.0.113.80    example.com
$ printf 'nameserver 8.8.8.8\nsearch com test\n' > /etc/resolv.conf; dig +short example; dig +search +short example; host -t a example; nslookup -type=a example; ping -q -c 1 example
203.0.113.80
example.com has address 203.0.113.80
Server:		8.8.8.8
Address:	8.8.8.8#53

Name:	example.com
Address: 203.0.113.80

PING example.com (203.0.113.80) 56(84) bytes of data.

--- example.com ping statistics ---
1 packets transmitted, 1 received, 0% packet loss, time 0ms
rtt min/avg/max/mdev = 0.043/0.043/0.043/0.000 ms
$ ip route del default; dig @8.8.8.8 +tries=1 example.com; echo $?
;; UDP setup with 8.8.8.8#53(8.8.8.8) for example.com failed: network unreachable.
;; no servers could be reached
9
$ host example.com 8.8.8.8
;; UDP setup with 8.8.8.8#53(8.8.8.8) for example.com failed: network unreachable.
;; no servers could be reached
;; UDP setup with 8.8.8.8#53(8.8.8.8) for example.com failed: network unreachable.
;; no servers could be reached
[1]
