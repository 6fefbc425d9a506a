# A stack with a front and a back network.
#! world: docker
$ mkdir -p /root/shop; cd /root/shop
$ cat > docker-compose.yml <<EOF
> services:
>   proxy:
>     image: nginx
>     ports: ["8080:80"]
>     networks:
>       front:
>         ipv4_address: 10.10.1.10
>   app:
>     image: nginx
>     networks:
>       front:
>         aliases: [backend]
>         ipv4_address: 10.10.1.20
>       back:
>         ipv4_address: 10.10.2.20
>   db:
>     image: alpine
>     command: sleep 300
>     networks:
>       back:
>         ipv4_address: 10.10.2.30
>     environment:
>       MODE: test
> networks:
>   front:
>     ipam:
>       config:
>         - subnet: 10.10.1.0/24
>   back:
>     internal: true
>     ipam:
>       config:
>         - subnet: 10.10.2.0/24
> EOF
$ docker compose up -d 2>&1 | sort
 Container shop-app-1  Created
 Container shop-app-1  Creating
 Container shop-app-1  Started
 Container shop-app-1  Starting
 Container shop-db-1  Created
 Container shop-db-1  Creating
 Container shop-db-1  Started
 Container shop-db-1  Starting
 Container shop-proxy-1  Created
 Container shop-proxy-1  Creating
 Container shop-proxy-1  Started
 Container shop-proxy-1  Starting
 Network shop_back  Created
 Network shop_back  Creating
 Network shop_front  Created
 Network shop_front  Creating
$ docker compose ps --format 'table {{.Name}}\t{{.Service}}\t{{.State}}\t{{.Ports}}'
NAME           SERVICE   STATE     PORTS
shop-app-1     app       running   80/tcp
shop-db-1      db        running   
shop-proxy-1   proxy     running   0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ docker network ls --filter name=shop --format '{{.Name}} {{.Driver}}'
shop_back bridge
shop_front bridge
$ docker compose exec -T proxy ping -c 1 app
PING app (10.10.1.20): 56 data bytes
64 bytes from 10.10.1.20: seq=0 ttl=64 time=0.082 ms

--- app ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.082/0.082/0.082 ms
$ docker compose exec -T proxy ping -c 1 backend
PING backend (10.10.1.20): 56 data bytes
64 bytes from 10.10.1.20: seq=0 ttl=64 time=0.083 ms

--- backend ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.083/0.083/0.083 ms
$ docker compose exec -T proxy ping -c 1 db
ping: bad address 'db'
[1]
$ docker compose exec -T app ping -c 1 db
PING db (10.10.2.30): 56 data bytes
64 bytes from 10.10.2.30: seq=0 ttl=64 time=0.086 ms

--- db ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.086/0.086/0.086 ms
$ docker compose exec -T db ping -c 1 8.8.8.8 2>&1 >/dev/null
ping: sendto: Network is unreachable
[1]
$ docker compose exec -T db env
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=c89b15a85558
MODE=test
HOME=/root
$ docker compose exec app ip -br addr
BusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) multi-call binary.

Usage: ip [OPTIONS] address|route|link|tunnel|neigh|rule [ARGS]

OPTIONS := -f[amily] inet|inet6|link | -o[neline]

ip addr add|del IFADDR dev IFACE | show|flush [dev IFACE] [to PREFIX]
ip route list|flush|add|del|change|append|replace|test ROUTE
ip link set IFACE [up|down] [arp on|off] [multicast on|off]
	[promisc on|off] [mtu NUM] [name NAME] [qlen NUM] [address MAC]
	[master IFACE | nomaster] [netns PID]
ip tunnel add|change|del|show [NAME]
	[mode ipip|gre|sit] [remote ADDR] [local ADDR] [ttl TTL]
ip neigh show|flush [to PREFIX] [dev DEV] [nud STATE]
ip rule [list] | add|del SELECTOR ACTION
[1]
$ curl -s -o /dev/null -w '%{http_code}\n' localhost:8080
200
$ docker compose port proxy 80
0.0.0.0:8080
$ docker compose config --services | sort
app
db
proxy
$ docker inspect shop-app-1 -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{$v.Aliases}}{{println}}{{end}}'
shop_back [shop-app-1 app]
shop_front [shop-app-1 app backend]

$ docker compose stop -t 0 db 2>&1 | sort
 Container shop-db-1  Stopped
 Container shop-db-1  Stopping
$ docker compose ps -a --format '{{.Name}} {{.State}}'
shop-app-1 running
shop-db-1 exited
shop-proxy-1 running
$ docker compose start db 2>&1 | sort
 Container shop-db-1  Started
 Container shop-db-1  Starting
$ docker compose ls
NAME                STATUS              CONFIG FILES
shop                running(3)          /root/shop/docker-compose.yml
$ docker compose down -t 0 2>&1 | sort
 Container shop-app-1  Removed
 Container shop-app-1  Removing
 Container shop-app-1  Stopped
 Container shop-app-1  Stopping
 Container shop-db-1  Removed
 Container shop-db-1  Removing
 Container shop-db-1  Stopped
 Container shop-db-1  Stopping
 Container shop-proxy-1  Removed
 Container shop-proxy-1  Removing
 Container shop-proxy-1  Stopped
 Container shop-proxy-1  Stopping
 Network shop_back  Removed
 Network shop_back  Removing
 Network shop_front  Removed
 Network shop_front  Removing
$ docker network ls --filter name=shop -q
$ docker compose -f nope.yml up -d
open /root/shop/nope.yml: no such file or directory
[1]
$ cat > bad.yml <<EOF
> services:
>   web:
>     image: nginx
>     network: [x]
> EOF
$ docker compose -f bad.yml config
validating /root/shop/bad.yml: services.web additional properties 'network' not allowed
[1]
$ cat > bad2.yml <<EOF
> services:
>   web:
>     image: nginx
>     networks: [x]
> EOF
$ docker compose -f bad2.yml config
service "web" refers to undefined network x: invalid compose project
[1]
