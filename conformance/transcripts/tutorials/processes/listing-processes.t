$ sleep 100 & sleep 200 & sh -c 'sleep 300; true' & sleep 0.2
$ ps -C sleep -o ppid,comm,args | sed 's/^ *[0-9]*/P/'
PPPID COMMAND         COMMAND
P sleep           sleep 100
P sleep           sleep 200
P sleep           sleep 300
$ ps -C sleep -o comm=,args=
sleep           sleep 100
sleep           sleep 200
sleep           sleep 300
$ ps -C nope
    PID TTY          TIME CMD
[1]
$ ps -p 99999
    PID TTY          TIME CMD
[1]
$ ps -o foo
error: unknown user-defined format specifier "foo"

Usage:
 ps [options]

 Try 'ps --help <simple|list|output|threads|misc|all>'
  or 'ps --help <s|l|o|t|m|a>'
 for additional help text.

For more details see ps(1).
[1]
$ ps -p 1 -o user,uid,euid,gid,group,ni,pri,nice,nlwp
USER       UID  EUID   GID GROUP     NI PRI  NI NLWP
root         0     0     0 root       0  19   0    1
$ ps -o 'pid=P,comm=CMDX' -p 1 | head -1
      P CMDX
$ ps -l | head -1; ps -F | head -1; ps -j | head -1; ps j | head -1; ps l | head -1; ps u | head -1; ps -y -l | head -1
F S   UID     PID    PPID  C PRI  NI ADDR SZ WCHAN  TTY          TIME CMD
UID          PID    PPID  C    SZ   RSS PSR STIME TTY          TIME CMD
    PID    PGID     SID TTY          TIME CMD
   PPID     PID    PGID     SID TTY        TPGID STAT   UID   TIME COMMAND
F   UID     PID    PPID PRI  NI    VSZ   RSS WCHAN  STAT TTY        TIME COMMAND
USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
S   UID     PID    PPID  C PRI  NI   RSS    SZ WCHAN  TTY          TIME CMD
$ ps -eLf | head -1; ps -L -p 1 | head -1; ps -T -p 1 | head -1
UID          PID    PPID     LWP  C NLWP STIME TTY          TIME CMD
    PID     LWP TTY          TIME CMD
    PID    SPID TTY          TIME CMD
$ ps -o pid,netns,pidns,utsns,mntns,ipcns,userns,cgroupns -p 1 | head -1
    PID      NETNS      PIDNS      UTSNS      MNTNS      IPCNS     USERNS   CGROUPNS
$ ps -u nobody; ps --version
    PID TTY          TIME CMD
ps from procps-ng 4.0.2
$ ps -eo comm --sort=-comm | grep -v -e bash -e init -e head | sort -u
COMMAND
grep
ps
sh
sleep
sort
$ pgrep -c sleep; pgrep -l sleep | cut -d' ' -f2; pgrep -a sleep | cut -d' ' -f2-
3
sleep
sleep
sleep
sleep 100
sleep 200
sleep 300
$ pgrep -x sle; pgrep -f 'sleep 300' | wc -l
2
$ pgrep
pgrep: no matching criteria specified
Try `pgrep --help' for more information.
[2]
$ pidof nope; pidof sleep | wc -w; pidof -s sleep | wc -w
3
1
$ pkill -0 sleep; pkill nope
[1]
$ killall nope; killall -q nope; killall -v -0 sleep 2>&1 | sed 's/([0-9]*)/(N)/'
nope: no process found
Killed sleep(N) with signal 0
Killed sleep(N) with signal 0
Killed sleep(N) with signal 0
$ kill %1; pkill -f 'sleep 200'; killall sleep
Terminated
