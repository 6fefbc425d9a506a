# Exit codes, signals, states, and the filters and formats of ps.
#! world: docker
$ docker run --name e0 alpine true
$ docker run --name e1 alpine false
[1]
$ docker run --name e2 alpine sh -c 'exit 42'
[42]
$ docker run --name e3 alpine nosuchcmd
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuchcmd": executable file not found in $PATH

Run 'docker run --help' for more information
[127]
$ docker run --name e4 alpine /etc/passwd
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd": permission denied

Run 'docker run --help' for more information
[126]
$ docker run --name e5 alpine /tmp
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/tmp": is a directory: permission denied

Run 'docker run --help' for more information
[126]
$ docker run --name e6 alpine sh -c 'kill -9 $$'
$ docker run -d --name k1 alpine sleep 1000
9a8a4142d79f8ae06e637032c7825ad8db5e9e401afde9110812d79fc8ec0a22
$ docker kill k1
k1
$ docker inspect k1 -f '{{.State.Status}} {{.State.ExitCode}} {{.State.OOMKilled}} {{.State.Dead}} {{.State.Error}} {{.State.Running}} {{.State.Paused}} {{.State.Restarting}} {{.State.Pid}}'
exited 137 false false  false false false 0
$ docker start k1
k1
$ docker kill -s TERM k1
k1
$ docker kill -s SIGUSR1 k1
k1
$ docker kill -s 15 k1
k1
$ docker kill -s FOO k1
Error response from daemon: cannot kill container: k1: invalid signal: FOO
[1]
$ docker ps --filter name=k1 --format '{{.Status}}' | cut -d' ' -f1
Up
$ docker run -d --name k2 alpine sh -c 'trap "echo got term; exit 3" TERM; while true; do sleep 1; done'
01bbf0f51b657a856bb55eaa0ce3082093f013dea26fd0efed6b7885f257c998
$ sleep 1
$ docker stop k2
k2
$ docker inspect k2 -f '{{.State.ExitCode}}'
3
$ docker logs k2
got term
$ docker run -d --init --name k3 alpine sleep 1000
d062ac1f2305246f571116b8d3022740091f8dba1fa2327d47f18ecac739aab0
$ docker exec k3 ps
PID   USER     COMMAND
    1 root     /sbin/docker-init -- sleep 1000
    7 root     sleep 1000
    8 root     ps
$ docker inspect k3 -f '{{.State.ExitCode}}'
0
$ docker run -d --name k4 --stop-signal INT --stop-timeout 1 alpine sleep 1000
26f4ad40224af219fdece743ae3108fb58c0003c7c261da81dfc64f0da58e3d9
$ docker stop k4
k4
$ docker inspect k4 -f '{{.State.ExitCode}} {{.Config.StopSignal}} {{.Config.StopTimeout}}'
137 INT 1
$ docker start k4; docker stop -t 0 k4
k4
k4
$ docker stop --signal KILL k4
k4
$ docker stop -s FOO k1
Error response from daemon: cannot stop container: k1: invalid signal: FOO
[1]
$ docker stop k4
k4
$ docker stop nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker kill k4
Error response from daemon: cannot kill container: k4: container 26f4ad40224af219fdece743ae3108fb58c0003c7c261da81dfc64f0da58e3d9 is not running
[1]
$ docker kill nosuch
Error response from daemon: cannot kill container: nosuch: No such container: nosuch
[1]
$ docker restart k4
k4
$ docker restart nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker pause k1
k1
$ docker ps -a --filter name=k1 --format '{{.Status}} {{.State}}' | sed 's/Up [a-zA-Z0-9 ]*/Up T/'
Up T(Paused) paused
$ docker exec k1 true
Error response from daemon: Container k1 is paused, unpause the container before exec
[1]
$ docker pause k1
Error response from daemon: Container 9a8a4142d79f8ae06e637032c7825ad8db5e9e401afde9110812d79fc8ec0a22 is already paused
[1]
$ docker stop -t 1 k1
k1
$ docker unpause k1
Error response from daemon: Container 9a8a4142d79f8ae06e637032c7825ad8db5e9e401afde9110812d79fc8ec0a22 is not paused
[1]
$ docker start k1; docker unpause k1
k1
Error response from daemon: Container 9a8a4142d79f8ae06e637032c7825ad8db5e9e401afde9110812d79fc8ec0a22 is not paused
[1]
$ docker pause k2
Error response from daemon: container 01bbf0f51b657a856bb55eaa0ce3082093f013dea26fd0efed6b7885f257c998 is not running
[1]
$ docker rm k1
Error response from daemon: cannot remove container "k1": container is running: stop the container before removing or force remove
[1]
$ docker rm -f k1
k1
$ docker rm nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker rm -f nosuch
Error response from daemon: No such container: nosuch
$ docker rm k2 k3 k4
k2
Error response from daemon: cannot remove container "k3": container is running: stop the container before removing or force remove
Error response from daemon: cannot remove container "k4": container is running: stop the container before removing or force remove
[1]
$ docker ps -a --format '{{.Names}} {{.State}} {{.Status}}' | sed 's/[0-9a-zA-Z]* [a-z]* ago/T ago/;s/Up .*/Up/'
k4 running Up
k3 running Up
e6 exited Exited (0) T ago
e5 created Created
e4 created Created
e3 created Created
e2 exited Exited (42) T ago
e1 exited Exited (1) T ago
e0 exited Exited (0) T ago
$ docker ps -a --filter exited=42 --format '{{.Names}}'
e2
$ docker ps -a --filter exited=0 --format '{{.Names}}'
e6
e0
$ docker ps -a --filter status=exited -q | wc -l
4
$ docker ps -a --filter status=created --format '{{.Names}} {{.Status}}'
e5 Created
e4 Created
e3 Created
$ docker ps --filter status=foo
Error response from daemon: invalid filter 'status=foo': invalid value for state (foo): must be one of created, running, paused, restarting, removing, exited, dead
[1]
$ docker ps --filter foo=bar
Error response from daemon: invalid filter 'foo'
[1]
$ docker ps --filter foo
invalid argument "foo" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[125]
$ docker ps -n 2 --format '{{.Names}}'
k4
k3
$ docker ps -l --format '{{.Names}}'
k4
$ docker ps --last 1 -q | wc -l
1
$ docker ps -a --filter ancestor=alpine -q | wc -l
9
$ docker ps -a --filter ancestor=nosuch -q | wc -l
0
$ docker ps -a --filter since=e2 --format '{{.Names}}'
k4
k3
e6
e5
e4
e3
$ docker ps -a --filter before=e2 --format '{{.Names}}'
e1
e0
$ docker ps -a --filter since=nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker ps -a --filter name=e --filter name=k --format '{{.Names}}'
k4
k3
e6
e5
e4
e3
e2
e1
e0
$ docker ps -a --filter name=^e1$ --format '{{.Names}}'
e1
$ docker ps -a --filter network=bridge --format '{{.Names}}'
k4
k3
e6
e5
e4
e3
e2
e1
e0
$ docker ps -a --filter volume=x
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES
$ docker ps -a --filter publish=80
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES
$ docker ps -a --filter is-task=true
CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES
$ docker ps -a --filter health=none --format '{{.Names}}' | wc -l
9
$ docker ps -a --no-trunc --format '{{.Command}}'
"sleep 1000"
"sleep 1000"
"sh -c 'kill -9 $$'"
"/tmp"
"/etc/passwd"
"nosuchcmd"
"sh -c 'exit 42'"
"false"
"true"
$ docker ps -a --format '{{.Command}}'
"sleep 1000"
"sleep 1000"
"sh -c 'kill -9 $$'"
"/tmp"
"/etc/passwd"
"nosuchcmd"
"sh -c 'exit 42'"
"false"
"true"
$ docker ps --format json | wc -l
2
$ docker ps -a --filter name=e0 --format json | sed 's/"ID":"[^"]*"/"ID":1/;s/"CreatedAt":"[^"]*"/C/;s/"RunningFor":"[^"]*"/R/;s/"Status":"[^"]*"/S/'
{"Command":"\"true\"",C,"ID":1,"Image":"alpine","Labels":"","LocalVolumes":"0","Mounts":"","Names":"e0","Networks":"bridge","Platform":null,"Ports":"",R,"Size":"0B","State":"exited",S}
$ docker ps --format '{{.Foo}}'
failed to execute template: template: :1:2: executing "" at <.Foo>: can't evaluate field Foo in type *formatter.ContainerContext
[1]
$ docker ps --format '{{.Names'
failed to parse template: template: :1: unclosed action
[1]
$ docker ps -a --format 'table {{.Names}}\t{{.Image}}\t{{.Labels}}'
NAMES     IMAGE     LABELS
k4        alpine    
k3        alpine    
e6        alpine    
e5        alpine    
e4        alpine    
e3        alpine    
e2        alpine    
e1        alpine    
e0        alpine    
$ docker ps foo
docker: 'docker ps' accepts no arguments

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[1]
$ docker container prune -f | sed 's/[0-9a-f]\{64\}/ID/' | sort -u
\
Deleted Containers:
ID
Total reclaimed space: 0B
