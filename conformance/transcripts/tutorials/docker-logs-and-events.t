# What containers say, and what the daemon says of them.
#! world: docker
$ docker run --name hello alpine sh -c 'echo out; sleep 0.2; echo err >&2; exit 3'
out
err
[3]
$ docker logs hello
out
err
$ docker logs hello 2>/dev/null
out
$ docker logs --tail 1 hello
err
$ docker logs -n 0 hello
$ docker run -d --name count alpine sh -c 'i=0; while [ $i -lt 5 ]; do echo line $i; i=$((i+1)); done; sleep 300'
acc54f51c1855f857366a3863b9e21154a75ded4310d1a8752d7bef31d676af4
$ docker logs --tail 2 count
line 3
line 4
$ docker logs -t count | wc -w
15
$ docker logs --since 1h count | wc -l
5
$ docker logs --until 1h count
$ timeout 1 docker logs -f --tail 1 count
line 4
[124]
$ docker logs nothing
Error response from daemon: No such container: nothing
[1]
$ docker events --since 1h --until 0s --filter container=hello --format '{{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.exitCode}}'
create hello <no value>
attach hello <no value>
start hello <no value>
die hello 3
$ docker events --since 1h --until 0s --filter type=network --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}} {{.Actor.Attributes.type}}'
network connect bridge bridge
network disconnect bridge bridge
network connect bridge bridge
$ docker events --since 1h --until 0s --filter event=die --format '{{.Actor.Attributes.image}} {{.Actor.Attributes.exitCode}}'
alpine 3
$ docker wait hello
3
$ docker ps -a --filter status=exited --format '{{.Names}} {{.Status}}' | sed 's/ [0-9]* seconds\? ago/ N ago/'
hello Exited (3) N ago
$ docker ps -a --filter exited=3 -q | wc -l
1
$ docker top count
UID                 PID                 PPID                C                   STIME               TTY                 TIME                CMD
root                505                 482                 0                   05:32               ?                   00:00:00            sleep 300
$ docker top count -o pid,args | tail -1 | cut -c 20-
 sleep 300
$ docker exec count ps
PID   USER     COMMAND
    1 root     sleep 300
    7 root     ps
$ docker exec -d count touch /tmp/x
$ docker exec count ls /tmp
x
$ docker exec -e A=5 -w /tmp count sh -c 'echo $A; pwd'
5
/tmp
$ docker exec -u 1000 count id
uid=1000 gid=0(root) groups=0(root)
$ docker exec count nothere
OCI runtime exec failed: exec failed: unable to start container process: exec: "nothere": executable file not found in $PATH
[127]
$ docker exec nothing ls
Error response from daemon: No such container: nothing
[1]
$ docker exec hello ls
Error response from daemon: container 74c075fe6036032632774c6b87b2ab0dec28afa49db2b76626f04d0f807510ac is not running
[1]
$ docker exec count sh -c 'exit 7'
[7]
$ docker pause count
count
$ docker exec count ls
Error response from daemon: Container count is paused, unpause the container before exec
[1]
$ docker ps --format '{{.Names}} {{.Status}}' | sed 's/Up .* (/Up N (/'
count Up N (Paused)
$ docker unpause count
count
$ docker kill -s STOP count
count
$ docker kill count
count
$ docker kill count
Error response from daemon: cannot kill container: count: container acc54f51c1855f857366a3863b9e21154a75ded4310d1a8752d7bef31d676af4 is not running
[1]
$ docker rm hello count
hello
count
