# Records of a dnsmasq by its options, asked for with dig, host, nslookup and getent
$ sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1; ip link set lo up
$ echo '10.0.0.9 nine nine.alias' >> /etc/hosts; echo '10.0.0.77 more.lab x' > /tmp/more
$ dnsmasq --no-resolv --bind-interfaces --listen-address=127.0.0.1 --log-facility=/tmp/log --log-queries --pid-file=/tmp/pid --address=/web.lab/10.0.0.80 --host-record=db.lab,dbx.lab,10.0.0.5 --cname=www.lab,db.lab --cname=w3.lab,www.lab --cname=dangling.lab,nowhere.lab --host-record=six.lab,10.0.0.6,fd00::6 --txt-record=info.lab,hello,"two words" --ptr-record=80.0.0.10.in-addr.arpa,web.lab --mx-host=lab,mail.lab,10 --srv-host=_sip._tcp.lab,six.lab,5060,1,2 --addn-hosts=/tmp/more --expand-hosts --domain=home.lan --local=/home.lan/ --address=/block.lab/ --address=/null.lab/#; echo $?
0
$ echo 'nameserver 127.0.0.1' > /etc/resolv.conf
$ for n in web.lab sub.web.lab WEB.lab xweb.lab db.lab dbx.lab www.lab w3.lab dangling.lab info.lab lab; do echo "== $n"; dig +noall +answer +comments $n | grep -vE '^$|Got answer|EDNS: ver|PSEUDO' | sed 's/, id.*//'; done
== web.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
web.lab.		0	IN	A	10.0.0.80
== sub.web.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
sub.web.lab.		0	IN	A	10.0.0.80
== WEB.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
WEB.lab.		0	IN	A	10.0.0.80
== xweb.lab
;; ->>HEADER<<- opcode: QUERY, status: REFUSED
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
; EDE: 14 (Not Ready)
== db.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
db.lab.			0	IN	A	10.0.0.5
== dbx.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
dbx.lab.		0	IN	A	10.0.0.5
== www.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
www.lab.		0	IN	CNAME	db.lab.
db.lab.			0	IN	A	10.0.0.5
== w3.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
w3.lab.			0	IN	CNAME	www.lab.
www.lab.		0	IN	CNAME	db.lab.
db.lab.			0	IN	A	10.0.0.5
== dangling.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
dangling.lab.		0	IN	CNAME	nowhere.lab.
== info.lab
;; ->>HEADER<<- opcode: QUERY, status: REFUSED
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
; EDE: 14 (Not Ready)
== lab
;; ->>HEADER<<- opcode: QUERY, status: REFUSED
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
; EDE: 14 (Not Ready)
$ for n in nine nine.alias nine.home.lan more.lab x x.home.lan nosuch.home.lan home.lan block.lab a.block.lab null.lab localhost host; do echo "== $n"; dig +noall +answer +comments $n | grep -vE '^$|Got answer|EDNS: ver|PSEUDO' | sed 's/, id.*//'; done
== nine
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
nine.			0	IN	A	10.0.0.9
== nine.alias
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
nine.alias.		0	IN	A	10.0.0.9
== nine.home.lan
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
nine.home.lan.		0	IN	A	10.0.0.9
== more.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
more.lab.		0	IN	A	10.0.0.77
== x
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
x.			0	IN	A	10.0.0.77
== x.home.lan
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
x.home.lan.		0	IN	A	10.0.0.77
== nosuch.home.lan
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
== home.lan
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
== block.lab
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
== a.block.lab
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
== null.lab
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
null.lab.		0	IN	A	0.0.0.0
== localhost
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
localhost.		0	IN	A	127.0.0.1
== host
;; ->>HEADER<<- opcode: QUERY, status: NOERROR
;; flags: qr aa rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
host.			0	IN	A	127.0.1.1
$ for q in "www.lab CNAME" "w3.lab AAAA" "six.lab AAAA" "six.lab ANY" "info.lab TXT" "lab MX" "_sip._tcp.lab SRV" "-x 10.0.0.80" "-x 10.0.0.5" "-x fd00::6" "-x 10.0.0.9" "-x 10.0.0.200" "version.bind CH TXT" "null.lab AAAA" ". NS"; do echo "== $q"; dig +noall +answer $q; done
== www.lab CNAME
www.lab.		0	IN	CNAME	db.lab.
== w3.lab AAAA
w3.lab.			0	IN	CNAME	www.lab.
www.lab.		0	IN	CNAME	db.lab.
== six.lab AAAA
six.lab.		0	IN	AAAA	fd00::6
== six.lab ANY
six.lab.		0	IN	A	10.0.0.6
six.lab.		0	IN	AAAA	fd00::6
== info.lab TXT
info.lab.		0	IN	TXT	"hello" "two words"
== lab MX
lab.			0	IN	MX	10 mail.lab.
== _sip._tcp.lab SRV
_sip._tcp.lab.		0	IN	SRV	1 2 5060 six.lab.
== -x 10.0.0.80
80.0.0.10.in-addr.arpa.	0	IN	PTR	web.lab.
== -x 10.0.0.5
5.0.0.10.in-addr.arpa.	0	IN	PTR	db.lab.
== -x fd00::6
6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa. 0 IN PTR six.lab.
== -x 10.0.0.9
9.0.0.10.in-addr.arpa.	0	IN	PTR	nine.home.lan.
== -x 10.0.0.200
== version.bind CH TXT
version.bind.		0	CH	TXT	"dnsmasq-2.90"
== null.lab AAAA
null.lab.		0	IN	AAAA	::
== . NS
$ host six.lab; host w3.lab; host 10.0.0.5; host -t srv _sip._tcp.lab; host -t txt info.lab; host -t mx db.lab; host nosuch.home.lan
six.lab has address 10.0.0.6
six.lab has IPv6 address fd00::6
Host six.lab not found: 5(REFUSED)
w3.lab is an alias for www.lab.
www.lab is an alias for db.lab.
db.lab has address 10.0.0.5
Host db.lab not found: 5(REFUSED)
Host db.lab not found: 5(REFUSED)
5.0.0.10.in-addr.arpa domain name pointer db.lab.
_sip._tcp.lab has SRV record 1 2 5060 six.lab.
info.lab descriptive text "hello" "two words"
Host db.lab not found: 5(REFUSED)
Host nosuch.home.lan not found: 3(NXDOMAIN)
[1]
$ nslookup w3.lab; nslookup -type=txt info.lab; nslookup -type=any six.lab; nslookup 10.0.0.9; nslookup -type=srv _sip._tcp.lab; nslookup nosuch.home.lan
Server:		127.0.0.1
Address:	127.0.0.1#53

w3.lab	canonical name = www.lab.
www.lab	canonical name = db.lab.
Name:	db.lab
Address: 10.0.0.5
** server can't find db.lab: REFUSED

Server:		127.0.0.1
Address:	127.0.0.1#53

info.lab	text = "hello" "two words"

Server:		127.0.0.1
Address:	127.0.0.1#53

Name:	six.lab
Address: 10.0.0.6
Name:	six.lab
Address: fd00::6

9.0.0.10.in-addr.arpa	name = nine.home.lan.

Server:		127.0.0.1
Address:	127.0.0.1#53

_sip._tcp.lab	service = 1 2 5060 six.lab.

Server:		127.0.0.1
Address:	127.0.0.1#53

** server can't find nosuch.home.lan: NXDOMAIN

[1]
$ getent hosts w3.lab; getent ahosts six.lab; getent hosts 10.0.0.5; getent hosts nine.home.lan; getent hosts block.lab; echo $?
10.0.0.5        db.lab w3.lab www.lab
fd00::6         STREAM six.lab
fd00::6         DGRAM  
fd00::6         RAW    
10.0.0.6        STREAM 
10.0.0.6        DGRAM  
10.0.0.6        RAW    
10.0.0.5        db.lab
10.0.0.9        nine.home.lan
2
$ cut -d: -f4- /tmp/log | grep -v 'compile time' | head -60
 started, version 2.90 cachesize 150
 warning: no upstream servers configured
 using only locally-known addresses for block.lab
 using only locally-known addresses for home.lan
 read /etc/hosts - 13 names
 read /tmp/more - 3 names
 query[A] web.lab from 127.0.0.1
 config web.lab is 10.0.0.80
 query[A] sub.web.lab from 127.0.0.1
 config sub.web.lab is 10.0.0.80
 query[A] WEB.lab from 127.0.0.1
 config WEB.lab is 10.0.0.80
 query[A] xweb.lab from 127.0.0.1
 config error is REFUSED (EDE: not ready)
 query[A] db.lab from 127.0.0.1
 config db.lab is 10.0.0.5
 query[A] dbx.lab from 127.0.0.1
 config dbx.lab is 10.0.0.5
 query[A] www.lab from 127.0.0.1
 config www.lab is <CNAME>
 config db.lab is 10.0.0.5
 query[A] w3.lab from 127.0.0.1
 config w3.lab is <CNAME>
 config www.lab is <CNAME>
 config db.lab is 10.0.0.5
 query[A] dangling.lab from 127.0.0.1
 config dangling.lab is <CNAME>
 query[A] info.lab from 127.0.0.1
 config error is REFUSED (EDE: not ready)
 query[A] lab from 127.0.0.1
 config error is REFUSED (EDE: not ready)
 query[A] nine from 127.0.0.1
 /etc/hosts nine is 10.0.0.9
 query[A] nine.alias from 127.0.0.1
 /etc/hosts nine.alias is 10.0.0.9
 query[A] nine.home.lan from 127.0.0.1
 /etc/hosts nine.home.lan is 10.0.0.9
 query[A] more.lab from 127.0.0.1
 /tmp/more more.lab is 10.0.0.77
 query[A] x from 127.0.0.1
 /tmp/more x is 10.0.0.77
 query[A] x.home.lan from 127.0.0.1
 /tmp/more x.home.lan is 10.0.0.77
 query[A] nosuch.home.lan from 127.0.0.1
 config nosuch.home.lan is NXDOMAIN
 query[A] home.lan from 127.0.0.1
 config home.lan is NODATA-IPv4
 query[A] block.lab from 127.0.0.1
 config block.lab is NXDOMAIN
 query[A] a.block.lab from 127.0.0.1
 config a.block.lab is NXDOMAIN
 query[A] null.lab from 127.0.0.1
 config null.lab is 0.0.0.0
 query[A] localhost from 127.0.0.1
 /etc/hosts localhost is 127.0.0.1
 query[A] host from 127.0.0.1
 /etc/hosts host is 127.0.1.1
 query[CNAME] www.lab from 127.0.0.1
 config www.lab is <CNAME>
 query[AAAA] w3.lab from 127.0.0.1
$ kill $(cat /tmp/pid); sleep 0.2; tail -1 /tmp/log | cut -d: -f4-
 exiting on receipt of SIGTERM
$ dig +short web.lab; echo $?
;; communications error to 127.0.0.1#53: connection refused
;; communications error to 127.0.0.1#53: connection refused
;; communications error to 127.0.0.1#53: connection refused
;; no servers could be reached
9
