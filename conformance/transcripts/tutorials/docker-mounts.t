#! world: docker
$ mkdir -p /tmp/d; echo hi > /tmp/d/f
$ docker run --rm -v /tmp/d:/h:ro busybox cat /h/f
hi
$ docker run --rm -v /tmp/d:/h:ro busybox touch /h/x
touch: /h/x: Read-only file system
[1]
$ docker run --rm -v /tmp/d:/h busybox touch /h/y; ls /tmp/d
f
y
$ docker run --rm -v rel:/x busybox touch /x/a
$ docker run --rm -v rel:/x busybox ls /x
a
$ docker volume ls
DRIVER    VOLUME NAME
local     rel
$ docker run --rm -v /a busybox ls -d /a
/a
$ docker volume ls -q | wc -l
1
$ docker run --rm -v /tmp/nosuch/dir:/x busybox ls -d /x; ls -d /tmp/nosuch/dir
/x
/tmp/nosuch/dir
$ docker run --rm --mount type=bind,source=/nosuch,target=/x busybox ls /x
docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /nosuch

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=volume,source=v2,target=/x busybox ls -d /x
/x
$ docker run --rm --mount type=tmpfs,target=/x busybox sh -c 'touch /x/a && ls /x'
a
$ docker run --rm --mount foo busybox
invalid argument "foo" for "--mount" flag: invalid field 'foo' must be a key=value pair

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=bind busybox
invalid argument "type=bind" for "--mount" flag: target is required

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=foo,target=/x busybox true
docker: Error response from daemon: invalid mount config for type "foo": mount type unknown

Run 'docker run --help' for more information
[125]
$ docker run --rm --tmpfs /t busybox sh -c 'mount | grep " /t "'
tmpfs on /t type tmpfs (rw,nosuid,nodev,noexec,relatime)
$ docker run --rm --read-only busybox touch /x
touch: /x: Read-only file system
[1]
$ docker run --rm --read-only --tmpfs /t busybox touch /t/x
$ docker run --rm -v a:b busybox true
$ docker run --rm -v /:/: busybox true
docker: invalid spec: /:/:: empty section between colons

Run 'docker run --help' for more information
[125]
$ docker run --rm -v x:/y:zz busybox true
docker: Error response from daemon: invalid mode: zz

Run 'docker run --help' for more information
[125]
$ docker volume create data
data
$ docker volume create data
data
$ docker volume create a
Error response from daemon: create a: volume name is too short, names should be at least two alphanumeric characters
[1]
$ docker volume create 'a b'
Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
[1]
$ docker volume inspect data -f '{{.Name}} {{.Scope}} {{.Labels}}'
data local map[]
$ docker volume inspect nosuch
[]
Error response from daemon: get nosuch: no such volume
[1]
$ docker run -d --name c1 -v data:/data busybox sleep 3600
ba1f18a19c0cbeebfecfb995b11c43bd80449412569d626287d30ab9322f2126
$ docker volume rm nosuch
Error response from daemon: get nosuch: no such volume
[1]
$ docker rm -f c1
c1
$ docker volume prune -f | tail -1
Total reclaimed space: 0B
$ docker cp /tmp/d/f nosuch:/x
Error response from daemon: No such container: nosuch
[1]
$ docker run -d --name c2 busybox sleep 3600
2c0cc26dd10b09d563311a4526a815aef50f55a97896a2b198b3bdece4456bb2
$ docker cp /tmp/d/f c2:/tmp/g && docker exec c2 cat /tmp/g
hi
$ docker cp c2:/tmp/g /tmp/d/z && cat /tmp/d/z
hi
$ docker cp c2:/nosuch /tmp
Error response from daemon: Could not find the file /nosuch in container c2
[1]
$ docker cp a b
must specify at least one container source
[1]
$ docker cp a:b c:d
copying between containers is not supported
[1]
$ docker diff c2
C /tmp
A /tmp/g
