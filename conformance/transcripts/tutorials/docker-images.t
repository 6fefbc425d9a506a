#! world: docker
$ docker images --format '{{.Repository}}:{{.Tag}}' | sort
alpine:latest
busybox:latest
nginx:latest
$ docker images --format '{{.Foo}}'
template parsing error: template: :1:2: executing "" at <.Foo>: can't evaluate field Foo in type *formatter.imageContext
[1]
$ docker images -q | wc -l
3
$ docker images -f reference='b*' --format '{{.Repository}}'
busybox
$ docker images -f dangling=true -q
$ docker images -f foo=bar
Error response from daemon: invalid filter 'foo'
[1]
$ docker tag busybox mybb:1
$ docker images mybb --format '{{.Repository}}:{{.Tag}}'
mybb:1
$ docker tag nosuch x
Error response from daemon: No such image: nosuch:latest
[1]
$ docker tag busybox Bad
Error parsing reference: "Bad" is not a valid repository/tag: invalid reference format: repository name (library/Bad) must be lowercase
[1]
$ docker run --rm mybb:1 echo ok
ok
$ docker rmi mybb:1
Untagged: mybb:1
$ docker rmi mybb:1
Error response from daemon: No such image: mybb:1
[1]
$ docker pull busybox
Using default tag: latest
Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker pull -q busybox:9
Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker pull
docker: 'docker pull' requires 1 argument

Usage:  docker pull [OPTIONS] NAME[:TAG|@DIGEST]

Run 'docker pull --help' for more information
[1]
$ docker pull Bad
invalid reference format: repository name (library/Bad) must be lowercase
[1]
$ docker push busybox
Using default tag: latest
The push refers to repository [docker.io/library/busybox]
Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker push nosuch
Using default tag: latest
The push refers to repository [docker.io/library/nosuch]
An image does not exist locally with the tag: nosuch
[1]
$ docker search x
Error response from daemon: Get "https://index.docker.io/v1/search?q=x&n=25": dial tcp: lookup index.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker run -d --name c1 busybox sleep 3600
e9ba315f336e98b81687bb3c24f011ea6091109194674c0e36cf79716bd1ab62
$ docker rmi busybox
Error response from daemon: conflict: unable to remove repository reference "busybox" (must force) - container e9ba315f336e is using its referenced image 586d4e3a6c94
[1]
$ docker exec c1 touch /new
$ docker commit c1 snap:1 | cut -c1-7
sha256:
$ docker run --rm snap:1 ls /new
/new
$ docker rmi snap:1 | cut -d: -f1
Untagged
Deleted
Deleted
$ docker rm -f c1
c1
$ docker rmi busybox | cut -d: -f1
Untagged
Deleted
$ docker run --rm busybox true
Unable to find image 'busybox:latest' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving

Run 'docker run --help' for more information
[125]
$ docker login
Error: Cannot perform an interactive login from a non TTY device
[1]
$ docker logout
Removing login credentials for https://index.docker.io/v1/
$ docker image prune -f
Total reclaimed space: 0B
$ docker image ls -q | wc -l
2
$ docker image rm nosuch
Error response from daemon: No such image: nosuch:latest
[1]
$ docker image foo
docker: unknown command: docker image foo

Usage:  docker image

Run 'docker image --help' for more information
[1]
$ docker system prune -f
Total reclaimed space: 0B
$ docker context ls
NAME        DESCRIPTION                               DOCKER ENDPOINT               ERROR
default *   Current DOCKER_HOST based configuration   unix:///var/run/docker.sock   
$ docker context show
default
$ docker version --format '{{.Client.Version}} {{.Server.Version}}'
28.5.2+dfsg4 28.5.2+dfsg4
$ docker version --format '{{.Foo}}'
\
template: version:1:2: executing "version" at <.Foo>: can't evaluate field Foo in type system.versionInfo
[1]
$ docker info -f '{{.Containers}} {{.Images}} {{.Name}} {{.Swarm.LocalNodeState}} {{.OSType}}'
0 2 host inactive linux
$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker service ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker stack ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[1]
