# The old way of names on the default bridge.
#! world: docker
$ docker run -d --name db -e PASSWORD=secret alpine sleep 300
a98b601831d74638a015cb838a052bd3119a161b9b142062af274bb578a288ed
$ docker run -d --name app --link db:database alpine sleep 300
544ae539c33e53adb6b428e0a680472b3ea79951f9b3e538c5e065def118cb05
$ docker exec app cat /etc/hosts
127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
fe00::	ip6-localnet
ff00::	ip6-mcastprefix
ff02::1	ip6-allnodes
ff02::2	ip6-allrouters
172.17.0.2	database a98b601831d7 db
172.17.0.3	544ae539c33e
$ docker exec app ping -c 1 database
PING database (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.095 ms

--- database ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.095/0.095/0.095 ms
$ docker exec app ping -c 1 db
PING db (172.17.0.2): 56 data bytes
64 bytes from 172.17.0.2: seq=0 ttl=64 time=0.083 ms

--- db ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.083/0.083/0.083 ms
$ docker exec app env
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=544ae539c33e
DATABASE_NAME=/app/database
DATABASE_ENV_PASSWORD=secret
HOME=/root
$ docker exec db ping -c 1 app
ping: bad address 'app'
[1]
$ docker inspect -f '{{.HostConfig.Links}}' app
[/db:/app/database]
$ docker run --rm --link nope alpine true
docker: Error response from daemon: could not get container for nope: No such container: nope

Run 'docker run --help' for more information
[125]
$ docker run --rm --link db:a --link db:a alpine cat /etc/hosts
127.0.0.1	localhost
::1	localhost ip6-localhost ip6-loopback
fe00::	ip6-localnet
ff00::	ip6-mcastprefix
ff02::1	ip6-allnodes
ff02::2	ip6-allrouters
172.17.0.2	a a98b601831d7 db
172.17.0.4	80b70654eab8
$ docker run -d --name web --expose 80 nginx
aeb64331841e7705c10346715422a1d195582cc19fd1ca0a8f63442cc45b1145
$ docker run --rm --name asks --link web alpine env
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=5515ec528c26
WEB_PORT=tcp://172.17.0.4:80
WEB_PORT_80_TCP=tcp://172.17.0.4:80
WEB_PORT_80_TCP_ADDR=172.17.0.4
WEB_PORT_80_TCP_PORT=80
WEB_PORT_80_TCP_PROTO=tcp
WEB_NAME=/asks/web
HOME=/root
$ docker rm -f db
db
$ docker restart -t 0 app
Error response from daemon: Cannot restart container app: Cannot link to a non running container: /db AS /app/database
[1]
$ docker rm -f app web
app
web
$ docker network create n
0059a94423734aa4b72f611b9fefc79c66e2e528d062daa97f17e183a4c0eab0
$ docker run -d --name db --network n alpine sleep 300
70802abb77f9775c896a7c82c7ecb14b0fb14493bacafd7a381e74641ccdc79c
$ docker run --rm --network n --link db:database alpine ping -c 1 database
PING database (172.18.0.2): 56 data bytes
64 bytes from 172.18.0.2: seq=0 ttl=64 time=0.072 ms

--- database ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.072/0.072/0.072 ms
$ docker run --rm --network n --link nope:x alpine ping -c 1 x
ping: bad address 'x'
[1]
