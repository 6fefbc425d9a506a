# What docker run takes and refuses.
#! world: docker
$ docker run --rm -v /nope/x:/etc/hostname:ro alpine true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/nope/x" to rootfs at "/etc/hostname": mount src=/nope/x, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type

Run 'docker run --help' for more information
[125]
$ docker run --rm -v relative alpine ls -d /relative
/relative
$ docker run --rm -v relative:/x alpine ls -d /x
/x
$ docker run --rm -v ./rel:/x alpine ls -d /x
/x
$ docker run --rm -v /root:x alpine true
docker: Error response from daemon: invalid volume specification: '/root:x': invalid mount config for type "bind": invalid mount path: 'x' mount path must be absolute

Run 'docker run --help' for more information
[125]
$ docker run --rm -v a:b:c:d alpine true
docker: Error response from daemon: invalid volume specification: 'a:b:c:d'

Run 'docker run --help' for more information
[125]
$ docker run --rm -v /tmp/f1:/x:zz alpine true
docker: Error response from daemon: invalid mode: zz

Run 'docker run --help' for more information
[125]
$ docker run --rm -v '/:/' alpine true
docker: Error response from daemon: invalid volume specification: '/:/': invalid mount config for type "bind": invalid specification: destination can't be '/'

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=bind,source=/nope,target=/x alpine true
$ docker run --rm --mount type=bind,source=rel,target=/x alpine true
docker: Error response from daemon: invalid mount config for type "bind": invalid mount path: 'rel' mount path must be absolute

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=bind,target=/x alpine true
docker: Error response from daemon: invalid mount config for type "bind": field Source must not be empty

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=volume,source=/abs,target=/x alpine true
docker: Error response from daemon: create /abs: "/abs" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=tmpfs,source=a,target=/x alpine true
docker: Error response from daemon: invalid mount config for type "tmpfs": field Source must not be specified

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=nope,target=/x alpine true
docker: Error response from daemon: invalid mount config for type "nope": mount type unknown

Run 'docker run --help' for more information
[125]
$ docker run --rm --mount type=volume,target=x alpine true
docker: Error response from daemon: invalid mount config for type "volume": invalid mount path: 'x' mount path must be absolute

Run 'docker run --help' for more information
[125]
$ docker run --rm -v a_:/x -v b:/x alpine true
$ docker run --rm -v 'a b:/x' alpine true
docker: Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path

Run 'docker run --help' for more information
[125]
$ docker run --rm -v x:/x alpine true
$ docker volume create v1; docker volume create v1; docker volume create 'a b'
v1
v1
Error response from daemon: create a b: "a b" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path
[1]
$ docker run -d --name one -v v1:/data alpine sleep 100
85895b391d0ad400cc3eed68a3b7deeeb185694b9cd235a4d1b8c498c924e1cd
$ docker volume rm v1
Error response from daemon: remove v1: volume is in use - [85895b391d0ad400cc3eed68a3b7deeeb185694b9cd235a4d1b8c498c924e1cd]
[1]
$ docker volume rm nope
Error response from daemon: get nope: no such volume
[1]
$ docker run --rm --volumes-from one alpine ls -d /data
/data
$ docker run --rm --volumes-from one:ro alpine touch /data/x
touch: /data/x: Read-only file system
[1]
$ docker run --rm --volumes-from one:zz alpine true
docker: Error response from daemon: invalid mode: zz

Run 'docker run --help' for more information
[125]
$ docker run --rm --volumes-from nope alpine true
docker: Error response from daemon: No such container: nope

Run 'docker run --help' for more information
[125]
$ docker rm -f one; docker volume rm v1; docker volume rm v1
one
v1
Error response from daemon: get v1: no such volume
[1]
$ touch /tmp/file; docker run --rm -v /tmp/file:/etc alpine true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/tmp/file" to rootfs at "/etc": mount src=/tmp/file, dst=/etc, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type

Run 'docker run --help' for more information
[125]
$ docker run --rm -v /tmp:/etc/hostname alpine true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/tmp" to rootfs at "/etc/hostname": mount src=/tmp, dst=/etc/hostname, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type

Run 'docker run --help' for more information
[125]
$ mkdir /tmp/dd; docker run --rm -v /tmp/dd:/bin/sh alpine true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error mounting "/tmp/dd" to rootfs at "/bin/sh": mount src=/tmp/dd, dst=/bin/sh, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type

Run 'docker run --help' for more information
[125]
$ docker run --rm -v /tmp/file:/tmp/newfile alpine ls /tmp
newfile
$ docker run --rm --tmpfs /x:size=1m,foo alpine true
docker: Error response from daemon: invalid tmpfs option "foo"

Run 'docker run --help' for more information
[125]
$ docker run --rm --tmpfs x alpine true
docker: Error response from daemon: invalid mount path: 'x' mount path must be absolute

Run 'docker run --help' for more information
[125]
$ docker run --rm -w relative alpine pwd
docker: Error response from daemon: the working directory 'relative' is invalid, it needs to be an absolute path

Run 'docker run --help' for more information
[125]
$ docker run --rm --entrypoint '' alpine echo hi
hi
$ docker run --rm --hostname 'bad host' alpine true
$ docker run --rm --hostname a.b.c alpine hostname
a.b.c
$ docker run --rm --domainname d alpine cat /etc/hosts | tail -1
172.17.0.2	449223e36904.d 449223e36904
$ docker run --rm --name xx --network-alias al alpine true
docker: network-scoped aliases are only supported for user-defined networks

Run 'docker run --help' for more information
[125]
$ docker run --rm --network bridge --network-alias al alpine true
docker: network-scoped aliases are only supported for user-defined networks

Run 'docker run --help' for more information
[125]
$ docker run --rm --dns nope alpine true
invalid argument "nope" for "--dns" flag: IP address is not correctly formatted: nope

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --dns-search . alpine cat /etc/resolv.conf | grep -v '#'
\
nameserver 8.8.8.8

$ docker run --rm --env-file /nope alpine true
docker: invalid env file (/nope): read /nope: is a directory

Run 'docker run --help' for more information
[125]
$ printf 'A=1\n#c\nB\nC=x y\n' > /tmp/env; docker run --rm --env-file /tmp/env alpine env | grep -E '^[ABC]='
A=1
C=x y
$ docker run --rm --label a=b --label-file /nope alpine true
docker: invalid env file (/nope): read /nope: is a directory

Run 'docker run --help' for more information
[125]
$ docker run --rm --cap-add NOPE alpine true
docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_NOPE"

Run 'docker run --help' for more information
[125]
$ docker run --rm --cap-drop ALL alpine ping -c 1 127.0.0.1
ping: permission denied (are you root?)
PING 127.0.0.1 (127.0.0.1): 56 data bytes
[1]
$ docker run --rm --cap-drop NET_RAW alpine ping -c 1 127.0.0.1
PING 127.0.0.1 (127.0.0.1): 56 data bytes
ping: permission denied (are you root?)
[1]
$ docker run --rm --restart foo alpine true
docker: conflicting options: cannot specify both --restart and --rm

Run 'docker run --help' for more information
[125]
$ docker run --rm --restart on-failure:x alpine true
docker: invalid restart policy format: maximum retry count must be an integer

Run 'docker run --help' for more information
[125]
$ docker run --rm --stop-signal FOO alpine true
docker: Error response from daemon: invalid signal: FOO

Run 'docker run --help' for more information
[125]
$ docker run --rm --shm-size 1 alpine true
$ docker run --rm --pid container:nope alpine true
docker: Error response from daemon: No such container: nope

Run 'docker run --help' for more information
[125]
$ docker run --rm --ipc foo alpine true
docker: Error response from daemon: invalid IPC mode: foo

Run 'docker run --help' for more information
[125]
$ docker run --rm --uts foo alpine true
docker: --uts: invalid UTS mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --security-opt foo alpine true
docker: Invalid --security-opt: "foo"

Run 'docker run --help' for more information
[125]
$ docker run --rm --log-driver none alpine true
$ docker run --rm --log-driver foo alpine true
docker: Error response from daemon: error looking up logging plugin foo: plugin "foo" not found

Run 'docker run --help' for more information
[125]
$ docker run --rm --health-cmd true alpine true
$ docker run --rm --platform linux/arm64 alpine true
Unable to find image 'alpine:latest' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving

Run 'docker run --help' for more information
[125]
$ docker run --rm --pull always alpine true
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving

Run 'docker run --help' for more information
[125]
$ docker run --rm --pull never nope true
docker: Error response from daemon: No such image: nope:latest

Run 'docker run --help' for more information
[125]
$ docker run --rm --pull foo alpine true
docker: invalid pull option: 'foo': must be one of "always", "missing" or "never"

Run 'docker run --help' for more information
[125]
$ docker run -d -a stdout alpine true
conflicting options: cannot specify both --attach and --detach
[1]
$ docker run --rm --ip 1.2.3 alpine true
docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
* user specified IP address is supported on user defined networks only
* invalid IPv4 address: 1.2.3
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker run --rm --mac-address zz alpine true
docker: zz is not a valid mac address

Run 'docker run --help' for more information
[125]
$ docker run --rm -p 80:80:80:80 alpine true
docker: Invalid ip address 80:80: address 80:80:: too many colons in address

Run 'docker run --help' for more information
[125]
$ docker run --rm --expose foo alpine true
docker: invalid range format for --expose: foo, error: strconv.ParseUint: parsing "foo": invalid syntax

Run 'docker run --help' for more information
[125]
$ docker run --rm --add-host foo alpine true
invalid argument "foo" for "--add-host" flag: bad format for add-host: "foo"

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --cpu-shares -1 alpine true
docker: Error response from daemon: invalid CPU shares (-1): value must be a positive integer

Run 'docker run --help' for more information
[125]
$ docker run --rm --memory-swappiness 200 alpine true
docker: invalid value: 200. Valid memory swappiness range is 0-100

Run 'docker run --help' for more information
[125]
$ docker run --rm --pids-limit x alpine true
invalid argument "x" for "--pids-limit" flag: strconv.ParseInt: parsing "x": invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --network host --mac-address 02:00:00:00:00:01 alpine true
$ docker run --rm --network none --network bridge alpine true
docker: Error response from daemon: failed to set up container networking: container cannot be connected to multiple networks with one of the networks in private (none) mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --cidfile /tmp/cid alpine true; wc -c /tmp/cid; docker run --rm --cidfile /tmp/cid alpine true
64 /tmp/cid
docker: container ID file found, make sure the other container isn't running or delete /tmp/cid

Run 'docker run --help' for more information
[125]
$ docker run --rm --group-add 5 alpine id
uid=0(root) gid=0(root) groups=0(root),5
$ docker run --rm -u 5:6 --group-add 7 alpine id
uid=5 gid=6 groups=6,7
$ docker run --rm -u root:nope alpine id
docker: Error response from daemon: unable to find group nope: no matching entries in group file

Run 'docker run --help' for more information
[125]
