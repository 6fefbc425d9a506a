# The web server that needs no installing, from every side.
#! world: bare
$ ip link set lo up
$ mkdir -p /tmp/w/sub; cd /tmp/w; echo hi > f.txt; echo '<b>' > 'x<y>.html'; : > 'a b'; ln -s f.txt l; ln -s sub ld
$ python3 -m http.server 8000 >/tmp/o 2>/tmp/e & sleep 1
$ ask() { printf "$1" | nc -N 127.0.0.1 8000 | sed 's/^Date: .*/Date: D/; s/^Last-Modified: .*/Last-Modified: D/'; }
$ ask 'GET / HTTP/1.0\r\n\r\n' | cat -A
HTTP/1.0 200 OK^M$
Server: SimpleHTTP/0.6 Python/3.11.2^M$
Date: D$
Content-type: text/html; charset=utf-8^M$
Content-Length: 400^M$
^M$
<!DOCTYPE HTML>$
<html lang="en">$
<head>$
<meta charset="utf-8">$
<title>Directory listing for /</title>$
</head>$
<body>$
<h1>Directory listing for /</h1>$
<hr>$
<ul>$
<li><a href="a%20b">a b</a></li>$
<li><a href="f.txt">f.txt</a></li>$
<li><a href="l">l@</a></li>$
<li><a href="ld/">ld@</a></li>$
<li><a href="sub/">sub/</a></li>$
<li><a href="x%3Cy%3E.html">x&lt;y&gt;.html</a></li>$
</ul>$
<hr>$
</body>$
</html>$
$ ask 'GET /f.txt HTTP/1.1\r\nHost: x\r\n\r\n' | cat -A
HTTP/1.0 200 OK^M$
Server: SimpleHTTP/0.6 Python/3.11.2^M$
Date: D$
Content-type: text/plain^M$
Content-Length: 3^M$
Last-Modified: D$
^M$
hi$
$ ask 'HEAD /sub HTTP/1.1\r\nHost: x\r\n\r\n'
HTTP/1.0 301 Moved Permanently
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Location: /sub/
Content-Length: 0

$ ask 'GET /none?x=1 HTTP/1.1\r\nHost: x\r\n\r\n'
HTTP/1.0 404 File not found
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Connection: close
Content-Type: text/html;charset=utf-8
Content-Length: 335

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
$ ask 'POST / HTTP/1.1\r\nHost: x\r\n\r\n'
HTTP/1.0 501 Unsupported method ('POST')
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Connection: close
Content-Type: text/html;charset=utf-8
Content-Length: 357

<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: 501</p>
        <p>Message: Unsupported method ('POST').</p>
        <p>Error code explanation: 501 - Server does not support this operation.</p>
    </body>
</html>
$ ask 'garbage\r\n\r\n'
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: 400</p>
        <p>Message: Bad request syntax ('garbage').</p>
        <p>Error code explanation: 400 - Bad request syntax or unsupported method.</p>
    </body>
</html>
$ ask 'GET /sub/?x HTTP/1.1\r\n\r\n'
HTTP/1.0 200 OK
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D
Content-type: text/html; charset=utf-8
Content-Length: 199

<!DOCTYPE HTML>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Directory listing for /sub/?x</title>
</head>
<body>
<h1>Directory listing for /sub/?x</h1>
<hr>
<ul>
</ul>
<hr>
</body>
</html>
$ ask 'GET / HTTP/3.0\r\n\r\n'
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: 505</p>
        <p>Message: Invalid HTTP version (3.0).</p>
        <p>Error code explanation: 505 - Cannot fulfill request.</p>
    </body>
</html>
$ ask 'GET / FOO\r\n\r\n'
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: 400</p>
        <p>Message: Bad request version ('FOO').</p>
        <p>Error code explanation: 400 - Bad request syntax or unsupported method.</p>
    </body>
</html>
$ ask "GET /it's HTTP/x HTTP/1.1\r\n\r\n" | head -1
HTTP/1.0 400 Bad request syntax ("GET /it's HTTP/x HTTP/1.1")
$ ask 'GET /../../etc/passwd HTTP/1.1\r\n\r\n' | head -1
HTTP/1.0 404 File not found
$ ask 'GET /f.txt\r\n\r\n'
hi
$ ask 'FOO /f.txt\r\n\r\n' | grep Message
        <p>Message: Bad HTTP/0.9 request type ('FOO').</p>
$ ask 'GET /f.txt HTTP/1.1\r\nIf-Modified-Since: Fri, 02 Jan 2099 03:04:05 GMT\r\n\r\n'
HTTP/1.0 304 Not Modified
Server: SimpleHTTP/0.6 Python/3.11.2
Date: D

$ ask 'GET //sub HTTP/1.1\r\n\r\n' | grep Loc
Location: /sub/
$ nc -z 127.0.0.1 8000; echo $?
0
$ sed 's/\[.*\]/[T]/' /tmp/e
127.0.0.1 - - [T] "GET / HTTP/1.0" 200 -
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 200 -
127.0.0.1 - - [T] "HEAD /sub HTTP/1.1" 301 -
127.0.0.1 - - [T] code 404, message File not found
127.0.0.1 - - [T] "GET /none?x=1 HTTP/1.1" 404 -
127.0.0.1 - - [T] code 501, message Unsupported method ('POST')
127.0.0.1 - - [T] "POST / HTTP/1.1" 501 -
127.0.0.1 - - [T] code 400, message Bad request syntax ('garbage')
127.0.0.1 - - [T] "garbage" 400 -
127.0.0.1 - - [T] "GET /sub/?x HTTP/1.1" 200 -
127.0.0.1 - - [T] code 505, message Invalid HTTP version (3.0)
127.0.0.1 - - [T] "GET / HTTP/3.0" 505 -
127.0.0.1 - - [T] code 400, message Bad request version ('FOO')
127.0.0.1 - - [T] "GET / FOO" 400 -
127.0.0.1 - - [T] code 400, message Bad request syntax ("GET /it's HTTP/x HTTP/1.1")
127.0.0.1 - - [T] "GET /it's HTTP/x HTTP/1.1" 400 -
127.0.0.1 - - [T] code 404, message File not found
127.0.0.1 - - [T] "GET /../../etc/passwd HTTP/1.1" 404 -
127.0.0.1 - - [T] "GET /f.txt" 200 -
127.0.0.1 - - [T] code 400, message Bad HTTP/0.9 request type ('FOO')
127.0.0.1 - - [T] "FOO /f.txt" 400 -
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 304 -
127.0.0.1 - - [T] "GET //sub HTTP/1.1" 301 -
# It cannot begin.
$ python3 -m http.server 8000
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "<frozen runpy>", line 88, in _run_code
  File "/usr/lib/python3.11/http/server.py", line 1309, in <module>
    test(
  File "/usr/lib/python3.11/http/server.py", line 1256, in test
    with ServerClass(addr, HandlerClass) as httpd:
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/socketserver.py", line 456, in __init__
    self.server_bind()
  File "/usr/lib/python3.11/http/server.py", line 1303, in server_bind
    return super().server_bind()
           ^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/http/server.py", line 136, in server_bind
    socketserver.TCPServer.server_bind(self)
  File "/usr/lib/python3.11/socketserver.py", line 472, in server_bind
    self.socket.bind(self.server_address)
OSError: [Errno 98] Address already in use
[1]
$ python3 -m http.server 8001 --bind 10.9.9.9
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "<frozen runpy>", line 88, in _run_code
  File "/usr/lib/python3.11/http/server.py", line 1309, in <module>
    test(
  File "/usr/lib/python3.11/http/server.py", line 1256, in test
    with ServerClass(addr, HandlerClass) as httpd:
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/socketserver.py", line 456, in __init__
    self.server_bind()
  File "/usr/lib/python3.11/http/server.py", line 1303, in server_bind
    return super().server_bind()
           ^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/http/server.py", line 136, in server_bind
    socketserver.TCPServer.server_bind(self)
  File "/usr/lib/python3.11/socketserver.py", line 472, in server_bind
    self.socket.bind(self.server_address)
OSError: [Errno 99] Cannot assign requested address
[1]
$ python3 -m http.server 8001 --bind nosuch
Traceback (most recent call last):
  File "<frozen runpy>", line 198, in _run_module_as_main
  File "<frozen runpy>", line 88, in _run_code
  File "/usr/lib/python3.11/http/server.py", line 1309, in <module>
    test(
  File "/usr/lib/python3.11/http/server.py", line 1254, in test
    ServerClass.address_family, addr = _get_best_family(bind, port)
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/http/server.py", line 1237, in _get_best_family
    infos = socket.getaddrinfo(
            ^^^^^^^^^^^^^^^^^^^
  File "/usr/lib/python3.11/socket.py", line 962, in getaddrinfo
    for res in _socket.getaddrinfo(host, port, family, type, proto, flags):
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
socket.gaierror: [Errno -3] Temporary failure in name resolution
[1]
$ python3 -m http.server abc
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]
server.py: error: argument port: invalid int value: 'abc'
[2]
$ python3 -m http.server --nope 1
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]
server.py: error: unrecognized arguments: --nope
[2]
$ python3 -m http.server 1 2 3
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]
server.py: error: unrecognized arguments: 2 3
[2]
$ python3 -m http.server -b
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]
server.py: error: argument -b/--bind: expected one argument
[2]
$ python3 -m http.server -hx
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]
server.py: error: argument -h/--help: ignored explicit argument 'x'
[2]
$ python3 -m http.server -h
usage: server.py [-h] [--cgi] [-b ADDRESS] [-d DIRECTORY] [-p VERSION] [port]

positional arguments:
  port                  bind to this port (default: 8000)

options:
  -h, --help            show this help message and exit
  --cgi                 run as CGI server
  -b ADDRESS, --bind ADDRESS
                        bind to this address (default: all interfaces)
  -d DIRECTORY, --directory DIRECTORY
                        serve this directory (default: current directory)
  -p VERSION, --protocol VERSION
                        conform to this HTTP version (default: HTTP/1.0)
$ python3 -m http.server -1 2>&1 | tail -1
socket.gaierror: [Errno -8] Servname not supported for ai_socktype
$ python3 --version
Python 3.11.2
# It ends.
$ export PYTHONUNBUFFERED=1
$ timeout -s INT 1 python3 -m http.server 8005; echo $?
Serving HTTP on 0.0.0.0 port 8005 (http://0.0.0.0:8005/) ...

Keyboard interrupt received, exiting.
124
$ timeout 1 python3 -m http.server 70000; echo $?
Serving HTTP on 0.0.0.0 port 4464 (http://0.0.0.0:4464/) ...
124
$ timeout 1 python3 -m http.server 8006 --bind 127.0.0.1; echo $?
Serving HTTP on 127.0.0.1 port 8006 (http://127.0.0.1:8006/) ...
124
$ (timeout 2 python3 -m http.server 8007 --bind :: 2>&1 | sed 's/\[[0-9].*\]/[T]/') & sleep 1; curl -s -o /dev/null http://127.0.0.1:8007/; wait $!
Serving HTTP on :: port 8007 (http://[::]:8007/) ...
::ffff:127.0.0.1 - - [T] "GET / HTTP/1.1" 200 -
# Without a terminal what it says waits until it ends.
$ unset PYTHONUNBUFFERED
$ timeout 1 python3 -m http.server 8008 | cat
# HTTP/1.1 keeps the connection.
$ python3 -m http.server 8009 -p HTTP/1.1 >/dev/null 2>/tmp/e & sleep 1
$ printf 'GET /f.txt HTTP/1.1\r\n\r\nGET /f.txt HTTP/1.1\r\nConnection: close\r\n\r\nGET /f.txt HTTP/1.1\r\n\r\n' | nc -N 127.0.0.1 8009 | grep -v -e Date -e Last
HTTP/1.1 200 OK
Server: SimpleHTTP/0.6 Python/3.11.2
Content-type: text/plain
Content-Length: 3

hi
HTTP/1.1 200 OK
Server: SimpleHTTP/0.6 Python/3.11.2
Content-type: text/plain
Content-Length: 3

hi
$ curl -s http://127.0.0.1:8009/f.txt http://127.0.0.1:8009/f.txt -w '%{num_connects} %{http_version}\n'
hi
1 1.1
hi
0 1.1
$ sed 's/\[.*\]/[T]/' /tmp/e
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 200 -
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 200 -
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 200 -
127.0.0.1 - - [T] "GET /f.txt HTTP/1.1" 200 -
$ kill %1 %2 2>/dev/null; wait
