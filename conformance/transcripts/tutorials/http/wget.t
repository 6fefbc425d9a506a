# wget: pages into files, and what it says when it cannot.
#! world: bare
$ ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up; ip addr add 10.0.0.1/24 dev v0
$ mkdir -p /tmp/w/sub /tmp/dl; cd /tmp/w; echo hi > f.txt; seq 30000 > big
$ python3 -m http.server 8000 >/dev/null 2>&1 & sleep 1
$ cd /tmp/dl
$ when() { sed -E 's/20[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9:]{8}/T/g; s/[0-9.]+ [KMG]B\/s/RATE/; s/ +[0-9.]+[KMG](=| 0s)/ R\1/; s/^  (Date|Last-Modified): .*/  \1: D/; s/wall clock time: .*/wall clock time: T/'; }
$ wget http://127.0.0.1:8000/f.txt 2>&1 | when
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘f.txt’

     0K                                                       100% R=0s

T (RATE) - ‘f.txt’ saved [3/3]

$ wget http://127.0.0.1:8000/f.txt 2>&1 | when
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘f.txt.1’

     0K                                                       100% R=0s

T (RATE) - ‘f.txt.1’ saved [3/3]

$ wget -q http://127.0.0.1:8000/f.txt; ls
f.txt
f.txt.1
f.txt.2
$ wget -q -O - http://127.0.0.1:8000/f.txt
hi
$ wget -O - http://127.0.0.1:8000/f.txt 2>&1 | when
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘STDOUT’
hi

     0K                                                       100% R=0s

T (RATE) - written to stdout [3/3]

$ wget -nv http://127.0.0.1:8000/f.txt 2>&1 | when
T URL:http://127.0.0.1:8000/f.txt [3/3] -> "f.txt.3" [1]
$ wget -nv http://127.0.0.1:8000/none 2>&1 | when; echo ${PIPESTATUS[0]}
http://127.0.0.1:8000/none:
T ERROR 404: File not found.
8
$ wget http://127.0.0.1:8000/none 2>&1 | when; echo ${PIPESTATUS[0]}
--T--  http://127.0.0.1:8000/none
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 404 File not found
T ERROR 404: File not found.

8
$ wget -S -q -O - http://127.0.0.1:8000/f.txt 2>&1 | when
  HTTP/1.0 200 OK
  Server: SimpleHTTP/0.6 Python/3.11.2
  Date: D
  Content-type: text/plain
  Content-Length: 3
  Last-Modified: D
hi
$ wget -S -O x http://127.0.0.1:8000/f.txt 2>&1 | when
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 
  HTTP/1.0 200 OK
  Server: SimpleHTTP/0.6 Python/3.11.2
  Date: D
  Content-type: text/plain
  Content-Length: 3
  Last-Modified: D
Length: 3 [text/plain]
Saving to: ‘x’

     0K                                                       100% R=0s

T (RATE) - ‘x’ saved [3/3]

$ wget http://127.0.0.1:8000/sub 2>&1 | when
--T--  http://127.0.0.1:8000/sub
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 301 Moved Permanently
Location: /sub/ [following]
--T--  http://127.0.0.1:8000/sub/
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 195 [text/html]
Saving to: ‘sub’

     0K                                                       100% R=0s

T (RATE) - ‘sub’ saved [195/195]

$ wget -O big http://127.0.0.1:8000/big 2>&1 | when; cmp big /tmp/w/big 2>/dev/null || diff -q big /tmp/w/big
--T--  http://127.0.0.1:8000/big
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 168894 (165K) [application/octet-stream]
Saving to: ‘big’

     0K .......... .......... .......... .......... .......... 30% R 0s
    50K .......... .......... .......... .......... .......... 60% R 0s
   100K .......... .......... .......... .......... .......... 90% R 0s
   150K .......... ....                                       100% R=0s

T (RATE) - ‘big’ saved [168894/168894]

$ wget --spider http://127.0.0.1:8000/f.txt 2>&1 | when
Spider mode enabled. Check if remote file exists.
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Remote file exists.

$ wget --spider http://127.0.0.1:8000/none 2>&1 | when; echo ${PIPESTATUS[0]}
Spider mode enabled. Check if remote file exists.
--T--  http://127.0.0.1:8000/none
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 404 File not found
Remote file does not exist -- broken link!!!

8
$ wget --spider http://127.0.0.1:8000/ 2>&1 | when
Spider mode enabled. Check if remote file exists.
--T--  http://127.0.0.1:8000/
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 286 [text/html]
Remote file exists and could contain further links,
but recursion is disabled -- not retrieving.

$ wget -q --spider http://127.0.0.1:8000/none
[8]
$ wget -qO- 127.0.0.1:8000/f.txt
hi
$ wget -O - http://127.0.0.1:8000/f.txt http://127.0.0.1:8000/f.txt 2>&1 | when
--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘STDOUT’
hi

     0K                                                       100% R=0s

T (RATE) - written to stdout [3/3]

--T--  http://127.0.0.1:8000/f.txt
Connecting to 127.0.0.1:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘STDOUT’
hi

     0K                                                       100% R=0s

T (RATE) - written to stdout [3/3]

FINISHED --T--
Total wall clock time: T
Downloaded: 2 files, 6 in 0s (RATE)
$ wget -t 2 -T 1 http://127.0.0.1:81/ 2>&1 | when
--T--  http://127.0.0.1:81/
Connecting to 127.0.0.1:81... failed: Connection refused.
$ wget -q http://127.0.0.1:81/
[4]
$ wget -nv http://127.0.0.1:81/
failed: Connection refused.
[4]
$ wget -qO- http://localhost:8000/f.txt
hi
$ wget -O - http://localhost:8000/f.txt 2>&1 | when
--T--  http://localhost:8000/f.txt
Resolving localhost (localhost)... ::1, 127.0.0.1
Connecting to localhost (localhost)|::1|:8000... failed: Connection refused.
Connecting to localhost (localhost)|127.0.0.1|:8000... connected.
HTTP request sent, awaiting response... 200 OK
Length: 3 [text/plain]
Saving to: ‘STDOUT’
hi

     0K                                                       100% R=0s

T (RATE) - written to stdout [3/3]

$ wget http://nosuch.lan/ 2>&1 | when
--T--  http://nosuch.lan/
Resolving nosuch.lan (nosuch.lan)... failed: Temporary failure in name resolution.
wget: unable to resolve host address ‘nosuch.lan’
$ wget -nv http://nosuch.lan/
wget: unable to resolve host address ‘nosuch.lan’
[4]
$ wget -t 1 -T 1 http://10.0.0.9/ 2>&1 | when
--T--  http://10.0.0.9/
Connecting to 10.0.0.9:80... failed: Connection timed out.
Giving up.

$ wget -t 2 -T 1 http://10.0.0.7/ 2>&1 | when
--T--  http://10.0.0.7/
Connecting to 10.0.0.7:80... failed: Connection timed out.
Retrying.

--T--  (try: 2)  http://10.0.0.7/
Connecting to 10.0.0.7:80... failed: Connection timed out.
Giving up.

$ wget -t 1 http://10.9.9.9/ 2>&1 | when
--T--  http://10.9.9.9/
Connecting to 10.9.9.9:80... failed: Network is unreachable.
$ wget
wget: missing URL
Usage: wget [OPTION]... [URL]...

Try `wget --help' for more options.
[1]
$ wget --nosuch
wget: unrecognized option '--nosuch'
Usage: wget [OPTION]... [URL]...

Try `wget --help' for more options.
[2]
$ wget -T
wget: option requires an argument -- 'T'
Usage: wget [OPTION]... [URL]...

Try `wget --help' for more options.
[2]
$ wget -T x http://127.0.0.1/
wget: --timeout: Invalid time period ‘x’
[2]
$ wget foo://x
foo://x: Unsupported scheme ‘foo’.
[1]
$ wget http://
http://: Invalid host name.
[1]
$ wget -O /nosuch/x http://127.0.0.1:8000/f.txt
/nosuch/x: No such file or directory
[1]
$ (nc -N -l -p 87 </dev/null >/dev/null) & sleep 0.2
$ wget -t 1 http://127.0.0.1:87/ 2>&1 | when
--T--  http://127.0.0.1:87/
Connecting to 127.0.0.1:87... connected.
HTTP request sent, awaiting response... No data received.
Giving up.

$ (timeout 5 nc -l -p 88 >/dev/null) & sleep 0.2
$ wget -t 1 -T 1 http://127.0.0.1:88/ 2>&1 | when
--T--  http://127.0.0.1:88/
Connecting to 127.0.0.1:88... connected.
HTTP request sent, awaiting response... Read error (Connection timed out) in headers.
Giving up.

$ (printf 'HTTP/1.1 200 OK\r\n\r\nabc\n' | nc -N -l -p 84 >/dev/null) & sleep 0.2
$ wget -t 1 -O - http://127.0.0.1:84/ 2>&1 | when
--T--  http://127.0.0.1:84/
Connecting to 127.0.0.1:84... connected.
HTTP request sent, awaiting response... 200 OK
Length: unspecified
Saving to: ‘STDOUT’
abc

     0K R=0s

T (RATE) - written to stdout [4]

$ kill %1; wait 2>/dev/null
