#! world: docker
$ docker network create n1
b22fb08aa8b12fd7f3c478e3a67c7f6d98ab45a4c72b3c0046ec144584a22247
$ docker run -d --name a1 --network n1 busybox sleep 3600
cb4efa2afbf98af0fa730ae1b65f33fd0375643429fa560c56b15bb8e1fb31a3
$ docker network connect n1 a1
Error response from daemon: endpoint with name a1 already exists in network n1
[1]
$ docker network disconnect bridge a1
Error response from daemon: container cb4efa2afbf98af0fa730ae1b65f33fd0375643429fa560c56b15bb8e1fb31a3 is not connected to network bridge
[1]
$ docker network inspect n1 -f '{{range .Containers}}{{.Name}}{{end}}'
a1
$ docker network ls -f name=n1 --format '{{.Name}} {{.Driver}} {{.Scope}} {{.Internal}} {{.IPv6}}'
n1 bridge local false false
$ docker network create --driver bridge --subnet 10.9.0.0/24 --gateway 10.9.0.1 --ip-range 10.9.0.128/25 --label a=b n2
afdfd65bdeb3341992696a03641dbfcba3959f38affc0926e8ba7ede8b6f7a76
$ docker network inspect n2 -f '{{json .IPAM.Config}} {{json .Labels}} {{.Internal}}'
[{"Subnet":"10.9.0.0/24","IPRange":"10.9.0.128/25","Gateway":"10.9.0.1"}] {"a":"b"} false
$ docker network create --subnet 10.9.0.0/24 n3
Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
[1]
$ docker network create --subnet nonsense n4
Error response from daemon: invalid network config:
invalid subnet nonsense: invalid CIDR block notation
[1]
$ docker network create --gateway 10.1.0.1 n4
every ip-range or gateway must have a corresponding subnet
[1]
$ docker network create --subnet 10.1.0.0/24 --gateway 10.2.0.1 n4
no matching subnet for gateway 10.2.0.1
[1]
$ docker network create --subnet 10.1.0.0/24 --ip-range 10.2.0.0/25 n4
no matching subnet for range 10.2.0.0/25
[1]
$ docker network create --subnet 10.1.0.0/24 --subnet 10.1.0.0/25 n4
multiple overlapping subnet configuration is not supported
[1]
$ docker network create -d overlay n5
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker network create -o nosuch n6
cc9078c76ab5286d771335b6b360722d30b6dc4019815a79d76435e5cc79162e
$ docker network create 'bad name'
eb5252eba5f796b0871772819352bf97c2d6a1efe09f4345f896bd12941b88be
$ docker run --rm --network n2 busybox ip -4 -o a show eth0
2: eth0    inet 10.9.0.128/24 brd 10.9.0.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker run --rm --network n2 --ip 10.9.0.7 busybox ip -4 -o a show eth0
2: eth0    inet 10.9.0.7/24 brd 10.9.0.255 scope global eth0\       valid_lft forever preferred_lft forever
$ docker run --rm --network n2 --ip 10.10.0.7 busybox true
docker: Error response from daemon: invalid config for network n2: invalid endpoint settings:
no configured subnet or ip-range contain the IP address 10.10.0.7

Run 'docker run --help' for more information
[125]
$ docker network rm n1 n2
Error response from daemon: error while removing network: network n1 has active endpoints (name:"a1" id:"2681c0cd93ba")
n2
exit status 1
[1]
$ docker network rm -f nosuch
$ docker stats --no-stream --format '{{.Name}} {{.PIDs}}'
a1 1
$ docker top a1 -o pid,comm | tail -1 | awk '{print $2}'
sleep
$ docker top a1 -o foo
Error response from daemon: ps: error: unknown user-defined format specifier "foo"
[1]
$ docker port a1
$ docker kill a1
a1
$ docker logs a1
$ docker start a1
a1
$ docker exec a1 cat /etc/hostname | wc -c
13
$ docker run -d --name b1 --rm busybox sleep 100
e45ed99527a7003d15a36868111f9839d17b31d942f98cb9ca92fb9272076a1f
$ docker stop -t 0 b1
b1
$ docker ps -a --format '{{.Names}}'
a1
$ docker run --name c1 busybox sh -c 'echo hi; exit 4'
hi
[4]
$ docker logs c1
hi
$ docker start -a c1
hi
[4]
$ docker inspect -f '{{.State.ExitCode}} {{.RestartCount}}' c1
4 0
$ docker rm c1 a1
c1
Error response from daemon: cannot remove container "a1": container is running: stop the container before removing or force remove
[1]
$ docker rm -f a1 c1
a1
Error response from daemon: No such container: c1
$ docker volume prune
WARNING! This will remove anonymous local volumes not used by at least one container.
Are you sure you want to continue? [y/N] 
$ docker system prune -f
Deleted Networks:
n1
n6
bad name

Total reclaimed space: 0B
$ docker foo
docker: unknown command: docker foo

Run 'docker --help' for more information
[1]
$ docker network foo
docker: unknown command: docker network foo

Usage:  docker network

Run 'docker network --help' for more information
[1]
$ docker --version
Docker version 28.5.2+dfsg4, build 9cc6dea35e9a963f281434761c656fba4ac43aed
$ docker -v
Docker version 28.5.2+dfsg4, build 9cc6dea35e9a963f281434761c656fba4ac43aed
$ docker --nosuch
unknown flag: --nosuch

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
[125]
$ docker help nosuch
unknown help topic: nosuch
[1]
$ docker run --help | head -3
Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Create and run a new container from an image
$ DOCKER_HOST=unix:///nosuch.sock docker ps
Cannot connect to the Docker daemon at unix:///nosuch.sock. Is the docker daemon running?
[1]
$ docker -H unix:///nosuch.sock ps
Cannot connect to the Docker daemon at unix:///nosuch.sock. Is the docker daemon running?
[1]
$ docker info -f '{{.Driver}} {{.LoggingDriver}} {{.CgroupVersion}}'
overlay2 json-file 1
