# Process 1 of a namespace, and what it sees
$ unshare --fork --pid --mount-proc ps -eo pid,ppid,comm
    PID    PPID COMMAND
      1       0 ps
$ unshare --fork --pid --mount-proc sh -c 'echo $$; grep NSpid /proc/self/status; readlink /proc/self'
1
NSpid:	2
3
$ unshare --fork --pid --mount-proc bash -c 'sleep 50 & ps -o pid,ppid,comm; echo $!; kill $!'
    PID    PPID COMMAND
      1       0 bash
      2       1 sleep
      3       1 ps
2
$ unshare -pf sh -c 'kill -TERM $$; echo alive'
alive
$ unshare -pf sh -c 'kill -KILL $$; echo alive'
alive
$ unshare -pf sh -c 'trap "echo caught" TERM; kill -TERM $$; echo alive'
caught
alive
# Without --fork only the first command can be run
$ unshare --pid bash -c 'echo one; /bin/echo two; /bin/echo three; echo four'
one
two
bash: fork: Cannot allocate memory
[254]
$ unshare --pid bash -c '(exit 0); echo x | cat; echo y'
bash: fork: Cannot allocate memory
[254]
# Entering it
$ unshare -pf --kill-child --mount-proc sh -c 'sleep 60; true' & sleep 0.5; in=$(pgrep -P $!)
$ nsenter -t $in -p -m ps -o pid,ppid,comm
    PID    PPID COMMAND
      1       0 sh
      2       1 sleep
      3       0 ps
$ nsenter -t $in -a sh -c 'readlink /proc/1/exe >/dev/null && echo $(cat /proc/1/comm)'
sh
$ grep NSpid /proc/$in/status | wc -w
3
$ kill -TERM $in; sleep 0.2; kill -0 $in && echo alive
alive
$ nsenter -t $in -p -m kill -KILL 1; nsenter -t $in -p -m cat /proc/1/comm
sh
$ kill -KILL $in; sleep 0.2; nsenter -t $in -p true 2>/dev/null
unshare: sigprocmask unblock failed: Invalid argument
[1]
# Names
$ unshare --uts sh -c 'hostname box; hostname'
box
$ unshare -u sh -c 'echo other > /proc/sys/kernel/hostname; uname -n; cat /proc/sys/kernel/hostname'
other
other
$ touch /run/kept; unshare --uts=/run/kept hostname kept; nsenter --uts=/run/kept hostname; umount /run/kept; rm /run/kept
kept
$ touch /run/mynet; unshare --net=/run/mynet ip link set lo up; nsenter --net=/run/mynet ip -br link; umount /run/mynet
lo               UNKNOWN        00:00:00:00:00:00 <LOOPBACK,UP,LOWER_UP> 
# Users
$ unshare -U id
uid=65534(nobody) gid=65534(nogroup) groups=65534(nogroup)
$ unshare -r id
uid=0(root) gid=0(root) groups=0(root)
$ unshare -r cat /proc/self/uid_map /proc/self/setgroups
         0          0          1
deny
$ unshare -U whoami
nobody
# Each kind is another
$ for k in pid mount uts ipc net user cgroup time; do n=${k/mount/mnt}; [ "$(readlink /proc/self/ns/$n)" = "$(unshare --$k -f readlink /proc/self/ns/$n)" ] && echo same $k || echo other $k; done
other pid
other mount
other uts
other ipc
other net
other user
other cgroup
other time
$ ls /proc/self/ns
cgroup
ipc
mnt
net
pid
pid_for_children
time
time_for_children
user
uts
$ unshare --mount-proc=/nope true
unshare: mount /nope failed: No such file or directory
[1]
$ unshare -R /nope true
unshare: cannot change root directory to '/nope': No such file or directory
[1]
$ unshare -w /tmp pwd
/tmp
$ unshare --foo
unshare: unrecognized option '--foo'
Try 'unshare --help' for more information.
[1]
$ unshare nosuchcmd
unshare: failed to execute nosuchcmd: No such file or directory
[127]
$ nsenter -t 99999 -n true
nsenter: cannot open /proc/99999/ns/net: No such file or directory
[1]
$ nsenter -t 99999 -a true
nsenter: stat of /proc/99999/ns/user failed: No such file or directory
[1]
$ nsenter -n true
nsenter: neither filename nor target pid supplied for ns/net
[1]
$ nsenter -a true
nsenter: no target PID specified for --all
[1]
$ nsenter -t x true
nsenter: failed to parse pid: 'x'
[1]
$ nsenter --net=/nope true
nsenter: cannot open /nope: No such file or directory
[1]
$ nsenter --uts=/proc/$$/ns/net true
nsenter: reassociate to namespace 'ns/uts' failed: Invalid argument
[1]
$ nsenter -t $$ -U true
nsenter: reassociate to namespace 'ns/user' failed: Invalid argument
[1]
$ lsns -t foo
lsns: unknown namespace type: foo
[1]
$ lsns -o FOO
lsns: unknown column: FOO
[1]
$ lsns 123
lsns: not found namespace: 123
[1]
