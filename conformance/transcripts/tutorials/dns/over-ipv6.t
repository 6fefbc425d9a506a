# A name server by IPv6, and rules listed by name
$ ip link set lo up
$ ip addr add 10.0.0.53/32 dev lo
$ ip -6 addr add 2001:db8::53/128 dev lo
$ dnsmasq -d -R -h --log-facility=/dev/null --listen-address=10.0.0.53,2001:db8::53 --bind-interfaces --host-record=web.lab,10.0.0.80 >/dev/null 2>&1 & sleep 0.5
$ echo nameserver 2001:db8::53 > /etc/resolv.conf
$ getent hosts web.lab
10.0.0.80       web.lab
$ dig +short web.lab @2001:db8::53
10.0.0.80
$ dig web.lab | grep SERVER
;; SERVER: 2001:db8::53#53(2001:db8::53) (UDP)
$ iptables -A INPUT -s 10.0.0.80 -j DROP
$ iptables -A INPUT -s 127.0.0.1 -d 10.0.0.80 -j ACCEPT
$ iptables -A INPUT -s 10.0.0.0/24 -j ACCEPT
$ iptables -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       all  --  web.lab              anywhere            
ACCEPT     all  --  localhost            web.lab             
ACCEPT     all  --  10.0.0.0/24          anywhere            
$ iptables -L INPUT -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
DROP       0    --  10.0.0.80            0.0.0.0/0           
ACCEPT     0    --  127.0.0.1            10.0.0.80           
ACCEPT     0    --  10.0.0.0/24          0.0.0.0/0           
$ iptables -S INPUT
-P INPUT ACCEPT
-A INPUT -s 10.0.0.80/32 -j DROP
-A INPUT -s 127.0.0.1/32 -d 10.0.0.80/32 -j ACCEPT
-A INPUT -s 10.0.0.0/24 -j ACCEPT
$ ss -uln
State  Recv-Q Send-Q  Local Address:Port Peer Address:PortProcess
UNCONN 0      0           10.0.0.53:53        0.0.0.0:*          
UNCONN 0      0      [2001:db8::53]:53           [::]:*          
$ host web.lab
web.lab has address 10.0.0.80
Host web.lab not found: 5(REFUSED)
Host web.lab not found: 5(REFUSED)
[1]
$ nslookup web.lab
Server:		2001:db8::53
Address:	2001:db8::53#53

Name:	web.lab
Address: 10.0.0.80
** server can't find web.lab: REFUSED

[1]
