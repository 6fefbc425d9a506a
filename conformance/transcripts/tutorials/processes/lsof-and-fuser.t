# Who has the port? Numbers of processes and sockets are left out.
#! world: bare
$ ip link set lo up
$ python3 -m http.server 8080 >/dev/null 2>&1 &
$ web=$!
$ nc -lk 127.0.0.1 5000 </dev/null >/dev/null 2>&1 & sleep 0.7
$ columns() { awk '{ $2 = NR == 1 ? $2 : "PID"; $6 = NR == 1 ? $6 : "INODE"; print }'; }
$ lsof -i :8080 | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:http-alt (LISTEN)
$ lsof -i tcp:8080 -n -P | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:8080 (LISTEN)
$ lsof -iTCP -sTCP:LISTEN | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:http-alt (LISTEN)
nc PID root 3u IPv4 INODE 0t0 TCP localhost:5000 (LISTEN)
$ lsof -nP -iTCP -sTCP:LISTEN | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:8080 (LISTEN)
nc PID root 3u IPv4 INODE 0t0 TCP 127.0.0.1:5000 (LISTEN)
$ lsof -nPi | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:8080 (LISTEN)
nc PID root 3u IPv4 INODE 0t0 TCP 127.0.0.1:5000 (LISTEN)
$ [ "$(lsof -t -i:8080)" = $web ] && echo the same
the same
$ lsof -i :81
[1]
$ lsof -i udp
[1]
$ lsof -i4 -i @127.0.0.1 -P | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
python3 PID root 3u IPv4 INODE 0t0 TCP *:8080 (LISTEN)
nc PID root 3u IPv4 INODE 0t0 TCP localhost:5000 (LISTEN)
$ lsof -w -c nc -a -i | columns
COMMAND PID USER FD TYPE DEVICE SIZE/OFF NODE NAME
nc PID root 3u IPv4 INODE 0t0 TCP localhost:5000 (LISTEN)
$ lsof -i :nosuch
lsof: unknown service nosuch in: -i :nosuch
lsof 4.95.0
 latest revision: https://github.com/lsof-org/lsof
 latest FAQ: https://github.com/lsof-org/lsof/blob/master/00FAQ
 latest (non-formatted) man page: https://github.com/lsof-org/lsof/blob/master/Lsof.8
 usage: [-?abhKlnNoOPRtUvVX] [+|-c c] [+|-d s] [+D D] [+|-E] [+|-e s] [+|-f[gG]]
 [-F [f]] [-g [s]] [-i [i]] [+|-L [l]] [+m [m]] [+|-M] [-o [o]] [-p s]
 [+|-r [t]] [-s [p:s]] [-S [t]] [-T [t]] [-u s] [+|-w] [-x [fl]] [--] [names]
Use the ``-h'' option to get more help information.
[1]
$ lsof -i foo
lsof: unknown protocol name (foo) in: -i foo
lsof 4.95.0
 latest revision: https://github.com/lsof-org/lsof
 latest FAQ: https://github.com/lsof-org/lsof/blob/master/00FAQ
 latest (non-formatted) man page: https://github.com/lsof-org/lsof/blob/master/Lsof.8
 usage: [-?abhKlnNoOPRtUvVX] [+|-c c] [+|-d s] [+D D] [+|-E] [+|-e s] [+|-f[gG]]
 [-F [f]] [-g [s]] [-i [i]] [+|-L [l]] [+m [m]] [+|-M] [-o [o]] [-p s]
 [+|-r [t]] [-s [p:s]] [-S [t]] [-T [t]] [-u s] [+|-w] [-x [fl]] [--] [names]
Use the ``-h'' option to get more help information.
[1]
$ lsof -iTCP -sTCP:OPEN
lsof: unknown TCP state name: OPEN
lsof 4.95.0
 latest revision: https://github.com/lsof-org/lsof
 latest FAQ: https://github.com/lsof-org/lsof/blob/master/00FAQ
 latest (non-formatted) man page: https://github.com/lsof-org/lsof/blob/master/Lsof.8
 usage: [-?abhKlnNoOPRtUvVX] [+|-c c] [+|-d s] [+D D] [+|-E] [+|-e s] [+|-f[gG]]
 [-F [f]] [-g [s]] [-i [i]] [+|-L [l]] [+m [m]] [+|-M] [-o [o]] [-p s]
 [+|-r [t]] [-s [p:s]] [-S [t]] [-T [t]] [-u s] [+|-w] [-x [fl]] [--] [names]
Use the ``-h'' option to get more help information.
[1]
$ lsof -w /nosuch
lsof: status error on /nosuch: No such file or directory
[1]
$ fuser 8080/tcp 2>&1 | sed "s/$web/PID/;s/ \+/ /"
8080/tcp: PID
$ fuser -v 8080/tcp 2>&1 | sed "s/ *$web/ PID/"
                     USER        PID ACCESS COMMAND
8080/tcp:            root PID F.... python3
$ fuser -n tcp 5000 >/dev/null
5000/tcp:           
$ fuser 81/tcp
[1]
$ fuser -v 81/tcp
[1]
$ fuser
No process specification given
Usage: fuser [-fIMuvw] [-a|-s] [-4|-6] [-c|-m|-n SPACE]
             [-k [-i] [-SIGNAL]] NAME...
       fuser -l
       fuser -V
Show which processes use the named files, sockets, or filesystems.

  -a,--all              display unused files too
  -i,--interactive      ask before killing (ignored without -k)
  -I,--inode            use always inodes to compare files
  -k,--kill             kill processes accessing the named file
  -l,--list-signals     list available signal names
  -m,--mount            show all processes using the named filesystems or
                        block device
  -M,--ismountpoint     fulfill request only if NAME is a mount point
  -n,--namespace SPACE  search in this name space (file, udp, or tcp)
  -s,--silent           silent operation
  -SIGNAL               send this signal instead of SIGKILL
  -u,--user             display user IDs
  -v,--verbose          verbose output
  -w,--writeonly        kill only processes with write access
  -V,--version          display version information
  -4,--ipv4             search IPv4 sockets only
  -6,--ipv6             search IPv6 sockets only
  udp/tcp names: [local_port][,[rmt_host][,[rmt_port]]]

[1]
$ fuser 80
Specified filename 80 does not exist.
[1]
$ fuser nosuch/tcp
Cannot resolve local port nosuch: Servname not supported for ai_socktype
[1]
$ fuser -n sctp 80
Invalid namespace name
Usage: fuser [-fIMuvw] [-a|-s] [-4|-6] [-c|-m|-n SPACE]
             [-k [-i] [-SIGNAL]] NAME...
       fuser -l
       fuser -V
Show which processes use the named files, sockets, or filesystems.

  -a,--all              display unused files too
  -i,--interactive      ask before killing (ignored without -k)
  -I,--inode            use always inodes to compare files
  -k,--kill             kill processes accessing the named file
  -l,--list-signals     list available signal names
  -m,--mount            show all processes using the named filesystems or
                        block device
  -M,--ismountpoint     fulfill request only if NAME is a mount point
  -n,--namespace SPACE  search in this name space (file, udp, or tcp)
  -s,--silent           silent operation
  -SIGNAL               send this signal instead of SIGKILL
  -u,--user             display user IDs
  -v,--verbose          verbose output
  -w,--writeonly        kill only processes with write access
  -V,--version          display version information
  -4,--ipv4             search IPv4 sockets only
  -6,--ipv6             search IPv6 sockets only
  udp/tcp names: [local_port][,[rmt_host][,[rmt_port]]]

[1]
$ fuser -k 8080/tcp >/dev/null
8080/tcp:           
$ wait $web 2>/dev/null; fuser -k 8080/tcp
[1]
$ lsof -i :8080
[1]
$ fuser -l
HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT
CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH POLL PWR SYS
