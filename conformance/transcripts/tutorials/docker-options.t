#! world: docker
$ docker run --rm --pid host busybox sh -c 'ps | grep -c "[d]ockerd"'
1
$ docker run --rm --uts host busybox hostname
host
$ docker run --rm --pid foo busybox true
docker: --pid: invalid PID mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --ipc foo busybox true
docker: Error response from daemon: invalid IPC mode: foo

Run 'docker run --help' for more information
[125]
$ docker run --rm --uts foo busybox true
docker: --uts: invalid UTS mode

Run 'docker run --help' for more information
[125]
$ docker run --rm --cap-add FOO busybox true
docker: Error response from daemon: invalid CapAdd: unknown capability: "CAP_FOO"

Run 'docker run --help' for more information
[125]
$ docker run --rm --cap-drop ALL busybox ip link set lo down
ip: SIOCSIFFLAGS: Operation not permitted
[2]
$ docker run --rm --sysctl net.ipv4.ip_forward=1 busybox cat /proc/sys/net/ipv4/ip_forward
1
$ docker run --rm --sysctl foo busybox true
invalid argument "foo" for "--sysctl" flag: sysctl 'foo' is not allowed

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --sysctl kernel.foo=1 busybox true
invalid argument "kernel.foo=1" for "--sysctl" flag: sysctl 'kernel.foo=1' is not allowed

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --network host --sysctl net.ipv4.ip_forward=1 busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "net.ipv4.ip_forward" not allowed in host network namespace

Run 'docker run --help' for more information
[125]
$ docker run --rm -m 64m busybox true
$ docker run --rm -m abc busybox true
invalid argument "abc" for "-m, --memory" flag: invalid size: 'abc'

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --cpus 99 busybox true
docker: Error response from daemon: range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs available

Run 'docker run --help' for more information
[125]
$ docker run --rm --cpus abc busybox true
invalid argument "abc" for "--cpus" flag: failed to parse abc as a rational number

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --ulimit foo busybox true
invalid argument "foo" for "--ulimit" flag: invalid ulimit argument: foo

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --env-file /nosuch busybox true
docker: open /nosuch: no such file or directory

Run 'docker run --help' for more information
[125]
$ printf '# c\nX=1\n\nY=2\n' > /tmp/e; docker run --rm --env-file /tmp/e busybox env | grep '^[XY]'
X=1
Y=2
$ docker run --rm -e HOME busybox env | grep HOME
HOME=/root
$ docker run --rm --pull never nosuch
docker: Error response from daemon: No such image: nosuch:latest

Run 'docker run --help' for more information
[125]
$ docker run --rm --pull foo busybox
docker: invalid pull option: 'foo': must be one of "always", "missing" or "never"

Run 'docker run --help' for more information
[125]
$ docker run --rm nosuchimage
Unable to find image 'nosuchimage:latest' locally
docker: Error response from daemon: Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving

Run 'docker run --help' for more information
[125]
$ docker run --rm BadName
docker: invalid reference format: repository name (library/BadName) must be lowercase

Run 'docker run --help' for more information
[125]
$ docker run --rm 'bad name' 
docker: invalid reference format

Run 'docker run --help' for more information
[125]
$ docker run --network n1 busybox true
docker: Error response from daemon: failed to set up container networking: network n1 not found

Run 'docker run --help' for more information
[125]
$ docker run --name
flag needs an argument: --name

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --nosuch busybox
unknown flag: --nosuch

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run -d -a stdout busybox true
conflicting options: cannot specify both --attach and --detach
[1]
$ docker run --rm --hostname box --domainname lan busybox hostname -f
box.lan
$ docker run --rm --add-host db:10.0.0.9 busybox tail -2 /etc/hosts | head -1
10.0.0.9	db
$ docker run --rm --add-host gw:host-gateway busybox grep gw /etc/hosts
172.17.0.1	gw
$ docker run --rm --dns 9.9.9.9 --dns-search a.b busybox grep -v '#' /etc/resolv.conf
\
nameserver 9.9.9.9
search a.b

$ docker run --rm --ip 10.0.0.1 busybox true
docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
* user specified IP address is supported on user defined networks only
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker run --rm --network bridge --ip 172.17.0.9 busybox true
docker: Error response from daemon: invalid config for network bridge: invalid endpoint settings:
* user specified IP address is supported on user defined networks only
* user specified IP address is supported only when connecting to networks with user configured subnets

Run 'docker run --help' for more information
[125]
$ docker run --rm --mac-address 02:00:00:00:00:07 busybox cat /sys/class/net/eth0/address
02:00:00:00:00:07
$ docker run --rm --privileged busybox sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward && cat /proc/sys/net/ipv4/ip_forward'
1
$ docker run --rm busybox sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
sh: can't create /proc/sys/net/ipv4/ip_forward: Read-only file system
[1]
$ docker run --rm -P nginx true
$ docker run --rm --expose 80-81 --expose 90/udp busybox true
$ docker run --rm --expose abc busybox true
docker: invalid range format for --expose: abc, error: strconv.ParseUint: parsing "abc": invalid syntax

Run 'docker run --help' for more information
[125]
$ docker run --rm --restart on-failure:x busybox true
docker: invalid restart policy format: maximum retry count must be an integer

Run 'docker run --help' for more information
[125]
$ docker run --rm --health-interval x busybox true
invalid argument "x" for "--health-interval" flag: time: invalid duration "x"

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm=foo busybox true
invalid argument "foo" for "--rm" flag: strconv.ParseBool: parsing "foo": invalid syntax

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --link nosuch:x busybox true
docker: Error response from daemon: could not get container for nosuch: No such container: nosuch

Run 'docker run --help' for more information
[125]
$ docker run -d --name web nginx
6efa96d088a01a65cf335ac30f2516c614fd903c5db85b3602ec659eff1d3251
$ docker run --rm --link web:www busybox sh -c 'grep www /etc/hosts; env | grep -c WWW_PORT'
172.17.0.2	www 6efa96d088a0 web
5
$ docker run --rm --network container:web busybox wget -qO- localhost | grep title
<title>Welcome to nginx!</title>
