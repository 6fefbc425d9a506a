# What Docker and runc say of platforms and sysctls that are not there.
#! world: docker
$ docker run --rm --platform foo busybox true
docker: error parsing specified platform: "foo": unknown operating system or architecture: invalid argument

Run 'docker run --help' for more information
[125]
$ docker run --rm --platform linux/amd64 busybox echo yes
yes
$ docker run --rm --platform amd64 busybox echo yes
yes
$ docker run --rm --sysctl net.ipv4.foo=1 busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open sysctl net.ipv4.foo file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/ipv4/foo: no such file or directory

Run 'docker run --help' for more information
[127]
$ docker run --rm --sysctl net.ipv4.ip_forward=a busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: failed to write sysctl net.ipv4.ip_forward = "a": write fsmount:fscontext:proc/./sys/net/ipv4/ip_forward: invalid argument

Run 'docker run --help' for more information
[125]
$ docker run --rm --sysctl net.ipv4.conf.eth9.rp_filter=1 busybox true
docker: Error response from daemon: interface specific sysctl setting "net.ipv4.conf.eth9.rp_filter" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --sysctl net.ipv4.ip_forward=0 busybox cat /proc/sys/net/ipv4/ip_forward
0
$ docker run --rm --sysctl foo.bar=1 busybox true
invalid argument "foo.bar=1" for "--sysctl" flag: sysctl 'foo.bar=1' is not allowed

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --sysctl net.ipv4.conf.foo.rp_filter=1 busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open sysctl net.ipv4.conf.foo.rp_filter file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/ipv4/conf/foo/rp_filter: no such file or directory

Run 'docker run --help' for more information
[127]
$ docker run --rm --sysctl net.ipv4.conf.lo.rp_filter=1 busybox cat /proc/sys/net/ipv4/conf/lo/rp_filter
1
$ docker run --rm --sysctl net.ipv4.conf.all.rp_filter=1 busybox cat /proc/sys/net/ipv4/conf/all/rp_filter
1
$ docker run --rm --sysctl net.ipv6.neigh.eth0.app_solicit=1 busybox true
docker: Error response from daemon: interface specific sysctl setting "net.ipv6.neigh.eth0.app_solicit" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network none --sysctl net.ipv4.conf.eth0.rp_filter=1 busybox true
docker: Error response from daemon: interface specific sysctl setting "net.ipv4.conf.eth0.rp_filter" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
$ docker run --rm --network host --sysctl net.ipv4.conf.eth0.rp_filter=1 busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: sysctl "net.ipv4.conf.eth0.rp_filter" not allowed in host network namespace

Run 'docker run --help' for more information
[125]
$ docker run --rm --sysctl net.ipv4.conf.eth=1 busybox true
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: open sysctl net.ipv4.conf.eth file: unsafe procfs detected: openat2 fsmount:fscontext:proc/./sys/net/ipv4/conf/eth: no such file or directory

Run 'docker run --help' for more information
[127]
$ docker run --rm --sysctl net.ipv4.conf.ethx.rp_filter=1 busybox true
docker: Error response from daemon: interface specific sysctl setting "net.ipv4.conf.ethx.rp_filter" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
$ docker network create n1 | wc -c
65
$ docker run --rm --network n1 --sysctl net.ipv4.conf.eth0.rp_filter=1 busybox true
docker: Error response from daemon: interface specific sysctl setting "net.ipv4.conf.eth0.rp_filter" must be supplied using driver option 'com.docker.network.endpoint.sysctls'

Run 'docker run --help' for more information
[125]
