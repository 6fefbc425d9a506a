#! world: docker
$ docker run -d --name c1 busybox sleep 3600
bddf34b890fa42cc4dd6c13c803d9d25e30ae0fdad40b5811c1e31d0dae246ce
$ docker exec c1 nosuch
OCI runtime exec failed: exec failed: unable to start container process: exec: "nosuch": executable file not found in $PATH
[127]
$ docker exec c1 /etc/passwd
OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc/passwd": permission denied
[126]
$ docker exec c1 /etc
OCI runtime exec failed: exec failed: unable to start container process: exec: "/etc": is a directory: permission denied
[126]
$ docker exec -w /nosuch c1 ls
OCI runtime exec failed: exec failed: unable to start container process: chdir to cwd ("/nosuch") set in config.json failed: no such file or directory
[127]
$ docker exec -w /tmp c1 pwd
/tmp
$ docker exec -u nosuch c1 id
Error response from daemon: unable to find user nosuch: no matching entries in passwd file
[1]
$ docker exec -u 1000 c1 id -u
1000
$ docker exec -e A=B c1 env
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=bddf34b890fa
A=B
HOME=/root
$ docker exec c1 sh -c 'exit 7'
[7]
$ echo hello | docker exec -i c1 cat
hello
$ echo hello | docker exec c1 cat
$ echo hello | docker exec -it c1 cat
the input device is not a TTY
[1]
$ docker exec -d c1 touch /tmp/x
$ docker exec c1 ls /tmp
x
$ docker exec
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[1]
$ docker exec c1
docker: 'docker exec' requires at least 2 arguments

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

See 'docker exec --help' for more information
[1]
$ docker exec --foo c1 ls
unknown flag: --foo

Usage:  docker exec [OPTIONS] CONTAINER COMMAND [ARG...]

Run 'docker exec --help' for more information
[125]
$ docker pause c1
c1
$ docker exec c1 ls
Error response from daemon: Container c1 is paused, unpause the container before exec
[1]
$ docker unpause c1
c1
$ docker stop -t 0 c1
c1
$ docker exec c1 ls
Error response from daemon: container bddf34b890fa42cc4dd6c13c803d9d25e30ae0fdad40b5811c1e31d0dae246ce is not running
[1]
$ docker run --rm busybox env
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=4be9027a4bd3
HOME=/root
$ docker run --rm -t busybox env | tr -d '\r'
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOSTNAME=0dc131a052f4
TERM=xterm
HOME=/root
$ docker run --rm busybox ps -o pid,ppid,args
PID   PPID  COMMAND
    1     0 ps -o pid,ppid,args
$ docker run --rm -w /foo busybox pwd
/foo
$ docker run --rm -u 1000 busybox id -u
1000
$ docker run --rm -u nosuch busybox id
docker: Error response from daemon: unable to find user nosuch: no matching entries in passwd file

Run 'docker run --help' for more information
[125]
$ docker run --rm busybox /etc/passwd
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc/passwd": permission denied

Run 'docker run --help' for more information
[126]
$ docker run --rm busybox /nosuch
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/nosuch": stat /nosuch: no such file or directory

Run 'docker run --help' for more information
[127]
$ docker run --rm busybox /etc
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/etc": is a directory: permission denied

Run 'docker run --help' for more information
[126]
$ docker run --rm --entrypoint echo busybox hi there
hi there
$ docker run --rm --entrypoint '' busybox echo x
x
$ docker run --rm --entrypoint nosuch busybox
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH

Run 'docker run --help' for more information
[127]
$ echo hello | docker run -i --rm busybox cat
hello
$ echo hello | docker run --rm busybox cat
$ echo hello | docker run -it --rm busybox cat
the input device is not a TTY
[1]
$ docker run --rm busybox sh -c 'echo out; echo err >&2' 2>/dev/null
out
$ docker run --rm busybox sh -c 'kill -9 $$'
$ docker run --rm busybox sh -c 'kill -TERM $$; echo alive'
alive
