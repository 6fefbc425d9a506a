# What curl says: heads, redirections, -w, -v, failures.
#! world: bare
$ ip link set lo up; ip addr add 10.0.0.1/24 dev lo
$ mkdir -p /tmp/w/sub; cd /tmp/w; echo hi > f.txt
$ python3 -m http.server 8000 >/dev/null 2>&1 & sleep 1
$ when() { sed 's/Date: .*/Date: D/; s/Last-Modified: .*/Last-Modified: D/'; }
$ curl -s http://127.0.0.1:8000/f.txt
hi
$ curl -sv http://127.0.0.1:8000/f.txt 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> GET /f.txt HTTP/1.1
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 200 OK
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Content-type: text/plain
< Content-Length: 3
< Last-Modified: D
< 
{ [3 bytes data]
* Closing connection 0
hi
$ curl -sI http://127.0.0.1:8000/f.txt | when
HTTP/1.0 200 OK
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Content-type: text/plain
Content-Length: 3
Last-Modified: D

$ curl -si http://127.0.0.1:8000/f.txt | when
HTTP/1.0 200 OK
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Content-type: text/plain
Content-Length: 3
Last-Modified: D

hi
$ curl -s http://127.0.0.1:8000/none
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: 404</p>
        <p>Message: File not found.</p>
        <p>Error code explanation: 404 - Nothing matches the given URI.</p>
    </body>
</html>
$ curl -sf http://127.0.0.1:8000/none
[22]
$ curl -fsSL http://127.0.0.1:8000/none
curl: (22) The requested URL returned error: 404
[22]
$ curl -sv -f http://127.0.0.1:8000/none 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> GET /none HTTP/1.1
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 404 File not found
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Connection: close
< Content-Type: text/html;charset=utf-8
< Content-Length: 335
* The requested URL returned error: 404
* Closing connection 0
$ curl -s http://127.0.0.1:8000/sub -o /dev/null -w '%{http_code} %{redirect_url} %{num_redirects} %{size_download} %{size_header}\n'
301 http://127.0.0.1:8000/sub/ 0 0 145
$ curl -s -L http://127.0.0.1:8000/sub -o /dev/null -w '%{http_code} %{url_effective} %{num_redirects} %{num_connects} %{remote_ip} %{remote_port} %{local_ip} %{size_download} %{content_type} %{http_version} %{method} %{scheme} %{size_request} %{exitcode} %{errormsg}|\n'
200 http://127.0.0.1:8000/sub/ 1 2 127.0.0.1 8000 127.0.0.1 195 text/html; charset=utf-8 1 GET HTTP 163 0 |
$ curl -sv -L http://127.0.0.1:8000/sub -o /dev/null 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> GET /sub HTTP/1.1
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 301 Moved Permanently
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Location: /sub/
< Content-Length: 0
< 
* Closing connection 0
* Issue another request to this URL: 'http://127.0.0.1:8000/sub/'
* Hostname 127.0.0.1 was found in DNS cache
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#1)
\> GET /sub/ HTTP/1.0
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 200 OK
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Content-type: text/html; charset=utf-8
< Content-Length: 195
< 
{ [195 bytes data]
* Closing connection 1
$ curl -sv -d 'a=b' http://127.0.0.1:8000/ -o /dev/null 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> POST / HTTP/1.1
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> Content-Length: 3
\> Content-Type: application/x-www-form-urlencoded
\> 
} [3 bytes data]
* HTTP 1.0, assume close after body
< HTTP/1.0 501 Unsupported method ('POST')
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Connection: close
< Content-Type: text/html;charset=utf-8
< Content-Length: 357
< 
{ [357 bytes data]
* Closing connection 0
$ curl -sv -X PUT -H 'Foo: bar' -H 'Accept:' -H 'Host: web.lab' -A me -e http://here/ http://127.0.0.1:8000/ -o /dev/null 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> PUT / HTTP/1.1
\> Host: web.lab
\> User-Agent: me
\> Referer: http://here/
\> Foo: bar
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 501 Unsupported method ('PUT')
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Connection: close
< Content-Type: text/html;charset=utf-8
< Content-Length: 356
< 
{ [356 bytes data]
* Closing connection 0
$ curl -sv -G -d a=b -d c=d 'http://127.0.0.1:8000/f.txt?x#y' 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
\> GET /f.txt?x&a=b&c=d HTTP/1.1
\> Host: 127.0.0.1:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 200 OK
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Content-type: text/plain
< Content-Length: 3
< Last-Modified: D
< 
{ [3 bytes data]
* Closing connection 0
hi
$ curl -sv -u a:b --compressed -0 http://127.0.0.1:8000/f.txt 2>&1 | when
*   Trying 127.0.0.1:8000...
* Connected to 127.0.0.1 (127.0.0.1) port 8000 (#0)
* Server auth using Basic with user 'a'
\> GET /f.txt HTTP/1.0
\> Host: 127.0.0.1:8000
\> Authorization: Basic YTpi
\> User-Agent: curl/7.88.1
\> Accept: */*
\> Accept-Encoding: deflate, gzip, br, zstd
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 200 OK
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Content-type: text/plain
< Content-Length: 3
< Last-Modified: D
< 
{ [3 bytes data]
* Closing connection 0
hi
$ curl -s localhost:8000/f.txt
hi
$ curl -sv --resolve web.lab:8000:127.0.0.1 http://web.lab:8000/f.txt 2>&1 | when
* Added web.lab:8000:127.0.0.1 to DNS cache
* Hostname web.lab was found in DNS cache
*   Trying 127.0.0.1:8000...
* Connected to web.lab (127.0.0.1) port 8000 (#0)
\> GET /f.txt HTTP/1.1
\> Host: web.lab:8000
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* HTTP 1.0, assume close after body
< HTTP/1.0 200 OK
< Server: SimpleHTTP/0.6 Python/3.11.2
< Date: D
< Content-type: text/plain
< Content-Length: 3
< Last-Modified: D
< 
{ [3 bytes data]
* Closing connection 0
hi
$ curl -s http://10.0.0.[1-2]:8000/f.txt http://127.0.0.{1,2}:8000/f.txt -w '%{url} %{remote_ip}\n'
hi
http://10.0.0.1:8000/f.txt 10.0.0.1
hi
http://10.0.0.2:8000/f.txt 10.0.0.2
hi
http://127.0.0.1:8000/f.txt 127.0.0.1
hi
http://127.0.0.2:8000/f.txt 127.0.0.2
$ curl -s --interface lo http://127.0.0.1:8000/f.txt -w '%{local_ip}\n'
hi
127.0.0.1
$ curl -s --interface 10.0.0.1 http://127.0.0.1:8000/f.txt -w '%{local_ip}\n'
hi
10.0.0.1
$ curl -sS --interface eth7 http://127.0.0.1:8000/f.txt
curl: (45) Couldn't bind to 'eth7'
[45]
$ curl -sS --interface 10.9.9.9 http://127.0.0.1:8000/f.txt
curl: (45) bind failed with errno 99: Cannot assign requested address
[45]
$ curl -s -O http://127.0.0.1:8000/f.txt; cat f.txt
hi
$ curl -sS -O http://127.0.0.1:8000/
curl: (23) Failed writing received data to disk/application
[23]
$ curl -sS -o /nosuch/x http://127.0.0.1:8000/f.txt
curl: (23) Failure writing output to destination
[23]
$ curl -s http://127.0.0.1:8000/f.txt -w '\n%{http_code}\t%%\q%{nosuch}x\n'
hi
curl: unknown --write-out variable: 'nosuch'

200	%\qx
$ curl -# -o a.txt http://127.0.0.1:8000/f.txt; cat a.txt
######################################################################## 100.0%
hi

######################################################################## 100.0%
$ curl http://127.0.0.1:81
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0
curl: (7) Failed to connect to 127.0.0.1 port 81 after 1 ms: Couldn't connect to server
[7]
$ curl -v http://127.0.0.1:81
  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
                                 Dload  Upload   Total   Spent    Left  Speed
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0*   Trying 127.0.0.1:81...
* connect to 127.0.0.1 port 81 failed: Connection refused
* Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0
* Closing connection 0
curl: (7) Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
[7]
$ curl -sv http://localhost:81 2>&1 | sed 's/[0-9]* ms/N ms/'
*   Trying 127.0.0.1:81...
* connect to 127.0.0.1 port 81 failed: Connection refused
*   Trying [::1]:81...
* connect to ::1 port 81 failed: Connection refused
* Failed to connect to localhost port 81 after N ms: Couldn't connect to server
* Closing connection 0
$ curl -sv http://nosuch.lan 2>&1 | uniq
* Could not resolve host: nosuch.lan
* Closing connection 0
$ curl -sS -L --max-redirs 0 http://127.0.0.1:8000/sub
curl: (47) Maximum (0) redirects followed
[47]
$ curl -sS --retry 2 --retry-connrefused --retry-delay 1 http://127.0.0.1:81
curl: (7) Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
curl: (7) Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
curl: (7) Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
[7]
$ curl --retry 1 --retry-connrefused --retry-delay 1 http://127.0.0.1:81 -s -w '%{http_code}\n'
000
[7]
$ curl -6 -sS http://127.0.0.1:8000/f.txt
curl: (7) Couldn't connect to server
[7]
$ curl -g -sS 'http://[::1]:8000/f.txt'
curl: (7) Failed to connect to ::1 port 8000 after 2 ms: Couldn't connect to server
[7]
# A server by hand.
$ (printf 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc' | nc -N -l -p 82 >/dev/null) & sleep 0.2
$ curl -sS http://127.0.0.1:82/
curl: (18) transfer closed with 7 bytes remaining to read
abc
[18]
$ (printf 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndef\n\r\n0\r\n\r\n' | nc -N -l -p 83 >/dev/null) & sleep 0.2
$ curl -sSv http://127.0.0.1:83/
*   Trying 127.0.0.1:83...
* Connected to 127.0.0.1 (127.0.0.1) port 83 (#0)
\> GET / HTTP/1.1
\> Host: 127.0.0.1:83
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
< HTTP/1.1 200 OK
< Transfer-Encoding: chunked
< 
{ [22 bytes data]
* Connection #0 to host 127.0.0.1 left intact
abcdef
$ (printf 'HTTP/1.1 200 OK\r\n\r\nabc\n' | nc -N -l -p 84 >/dev/null) & sleep 0.2
$ curl -sSv http://127.0.0.1:84/
*   Trying 127.0.0.1:84...
* Connected to 127.0.0.1 (127.0.0.1) port 84 (#0)
\> GET / HTTP/1.1
\> Host: 127.0.0.1:84
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
< HTTP/1.1 200 OK
* no chunk, no close, no size. Assume close to signal end
< 
{ [4 bytes data]
* Closing connection 0
abc
$ (printf 'hello\n' | nc -N -l -p 85 >/dev/null) & sleep 0.2
$ curl -sSv http://127.0.0.1:85/
*   Trying 127.0.0.1:85...
* Connected to 127.0.0.1 (127.0.0.1) port 85 (#0)
\> GET / HTTP/1.1
\> Host: 127.0.0.1:85
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* Received HTTP/0.9 when not allowed
* Closing connection 0
curl: (1) Received HTTP/0.9 when not allowed
[1]
$ (printf 'hello\n' | nc -N -l -p 86 >/dev/null) & sleep 0.2
$ curl -sS --http0.9 http://127.0.0.1:86/
hello
$ (nc -N -l -p 87 </dev/null >/dev/null) & sleep 0.2
$ curl -sSv http://127.0.0.1:87/
*   Trying 127.0.0.1:87...
* Connected to 127.0.0.1 (127.0.0.1) port 87 (#0)
\> GET / HTTP/1.1
\> Host: 127.0.0.1:87
\> User-Agent: curl/7.88.1
\> Accept: */*
\> 
* Empty reply from server
* Closing connection 0
curl: (52) Empty reply from server
[52]
# Words that are wrong.
$ curl
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl -sS http://
curl: (3) URL using bad/illegal format or missing URL
[3]
$ curl -sS foo://x
curl: (1) Protocol "foo" not supported or disabled in libcurl
[1]
$ curl -sS http://127.0.0.1:99999
curl: (3) URL using bad/illegal format or missing URL
[3]
$ curl -sS 'http://a b/'
curl: (3) URL using bad/illegal format or missing URL
[3]
$ curl -sS 'http://127.0.0.[1'
curl: (3) bad range in URL position 17:
http://127.0.0.[1
                ^
[3]
$ curl -sS 'http://127.0.0.{1'
curl: (3) unmatched brace in URL position 16:
http://127.0.0.{1
               ^
[3]
$ curl --nosuch http://x
curl: option --nosuch: is unknown
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl --ma 1 http://x
curl: option --ma: is ambiguous
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl -o
curl: option -o: requires parameter
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl -sSX
curl: option -sSX: requires parameter
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl -s --max-time abc http://127.0.0.1
curl: option --max-time: expected a proper numerical parameter
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl -s -m -5 http://127.0.0.1
curl: option -m: expected a positive numerical parameter
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl --silent=1 http://x
curl: option --silent=1: is unknown
curl: try 'curl --help' or 'curl --manual' for more information
[2]
$ curl --resolve foo -sS http://127.0.0.1
curl: (49) Couldn't parse CURLOPT_RESOLVE entry 'foo'
[49]
$ curl --help
Usage: curl [options...] <url>
 -d, --data <data>          HTTP POST data
 -f, --fail                 Fail fast with no output on HTTP errors
 -h, --help <category>      Get help for commands
 -i, --include              Include protocol response headers in the output
 -o, --output <file>        Write to file instead of stdout
 -O, --remote-name          Write output to a file named as the remote file
 -s, --silent               Silent mode
 -T, --upload-file <file>   Transfer local FILE to destination
 -u, --user <user:password> Server user and password
 -A, --user-agent <name>    Send User-Agent <name> to server
 -v, --verbose              Make the operation more talkative
 -V, --version              Show version number and quit

This is not the full help, this menu is stripped into categories.
Use "--help category" to get an overview of all categories.
For all options use the manual or "--help all".
$ curl -sS -w 'a %{http_code' http://127.0.0.1:81
curl: (7) Failed to connect to 127.0.0.1 port 81 after 0 ms: Couldn't connect to server
a %{http_code
[7]
$ kill %1; wait 2>/dev/null
