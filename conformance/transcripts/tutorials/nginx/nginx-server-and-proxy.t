#! world: bare
# nginx serves files, redirects, and passes requests on to two servers in turn.
$ ip link set lo up
$ mkdir -p /tmp/www/dir/sub; echo index > /tmp/www/index.html; echo txt > /tmp/www/dir/a.txt
$ printf 'events {}\npid /tmp/n.pid;\nerror_log /tmp/err.log;\nworker_processes 1;\nhttp {\n include /etc/nginx/mime.types; default_type application/octet-stream;\n access_log /tmp/acc.log;\n upstream back { server 127.0.0.1:9001; server 127.0.0.1:9002; }\n server {\n  listen 8080 default_server; listen [::]:8080; server_name _; root /tmp/www; index index.html; autoindex on;\n  add_header X-A "b c";\n  location /api/ { proxy_pass http://back/; proxy_set_header Host $host; }\n' > /tmp/n.conf
$ printf '  location = /ret { return 200 "hello $remote_addr $host $uri $request_method\\n"; }\n  location /red { return 301 http://example.com$request_uri; }\n  location /forbid { deny all; }\n  location ~ \\.txt$ { add_header X-T 1; }\n  location /dead { proxy_pass http://127.0.0.1:9009; }\n }\n server { listen 127.0.0.1:8081; server_name a.lab; return 204; }\n server { listen 9001; location / { return 200 "one\\n"; } }\n server { listen 9002; location / { return 200 "two\\n"; } }\n}\n' >> /tmp/n.conf
$ nginx -v
nginx version: nginx/1.22.1
$ nginx -t -c /tmp/n.conf
nginx: the configuration file /tmp/n.conf syntax is ok
nginx: configuration file /tmp/n.conf test is successful
$ nginx -c /tmp/n.conf; echo $?
0
$ ps -ef | grep '[n]ginx: master' | sed 's/.*nginx: /nginx: /'
nginx: master process nginx -c /tmp/n.conf
$ ss -tln | sort
LISTEN 0      511             [::]:8080         [::]:*          
LISTEN 0      511          0.0.0.0:8080      0.0.0.0:*          
LISTEN 0      511          0.0.0.0:9001      0.0.0.0:*          
LISTEN 0      511          0.0.0.0:9002      0.0.0.0:*          
LISTEN 0      511        127.0.0.1:8081      0.0.0.0:*          
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ curl -si http://127.0.0.1:8080/ | sed 's/^\(Date\|ETag\|Last-Mod\).*/\1/'
HTTP/1.1 200 OK
Server: nginx/1.22.1
Date
Content-Type: text/html
Content-Length: 6
Last-Mod
Connection: keep-alive
ETag
X-A: b c
Accept-Ranges: bytes

index
$ curl -si http://127.0.0.1:8080/nosuch | sed 's/^Date.*/Date/'
HTTP/1.1 404 Not Found
Server: nginx/1.22.1
Date
Content-Type: text/html
Content-Length: 153
Connection: keep-alive

<html>
<head><title>404 Not Found</title></head>
<body>
<center><h1>404 Not Found</h1></center>
<hr><center>nginx/1.22.1</center>
</body>
</html>
$ curl -sI http://[::1]:8080/dir | sed 's/^Date.*/Date/'
HTTP/1.1 301 Moved Permanently
Server: nginx/1.22.1
Date
Content-Type: text/html
Content-Length: 169
Location: http://[::1]:8080/dir/
Connection: keep-alive
X-A: b c

$ curl -s http://127.0.0.1:8080/dir/ | sed 's/..-...-.... ..:../DAY/'
<html>
<head><title>Index of /dir/</title></head>
<body>
<h1>Index of /dir/</h1><hr><pre><a href="../">../</a>
<a href="sub/">sub/</a>                                               DAY                   -
<a href="a.txt">a.txt</a>                                              DAY                   4
</pre><hr></body>
</html>
$ curl -si http://127.0.0.1:8080/dir/a.txt | sed 's/^\(Date\|ETag\|Last-Mod\).*/\1/'
HTTP/1.1 200 OK
Server: nginx/1.22.1
Date
Content-Type: text/plain
Content-Length: 4
Last-Mod
Connection: keep-alive
ETag
X-T: 1
Accept-Ranges: bytes

txt
$ curl -si http://127.0.0.1:8080/ret | sed 's/^Date.*/Date/'
HTTP/1.1 200 OK
Server: nginx/1.22.1
Date
Content-Type: application/octet-stream
Content-Length: 35
Connection: keep-alive
X-A: b c

hello 127.0.0.1 127.0.0.1 /ret GET
$ curl -si 'http://127.0.0.1:8080/red/x?y=1' | sed 's/^Date.*/Date/'
HTTP/1.1 301 Moved Permanently
Server: nginx/1.22.1
Date
Content-Type: text/html
Content-Length: 169
Connection: keep-alive
Location: http://example.com/red/x?y=1
X-A: b c

<html>
<head><title>301 Moved Permanently</title></head>
<body>
<center><h1>301 Moved Permanently</h1></center>
<hr><center>nginx/1.22.1</center>
</body>
</html>
$ curl -s http://127.0.0.1:8080/forbid
<html>
<head><title>403 Forbidden</title></head>
<body>
<center><h1>403 Forbidden</h1></center>
<hr><center>nginx/1.22.1</center>
</body>
</html>
$ curl -s -X POST http://127.0.0.1:8080/
<html>
<head><title>405 Not Allowed</title></head>
<body>
<center><h1>405 Not Allowed</h1></center>
<hr><center>nginx/1.22.1</center>
</body>
</html>
$ curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/dead
502
$ for i in 1 2 3 4; do curl -s http://127.0.0.1:8080/api/x; done
one
two
one
two
$ curl -si http://127.0.0.1:8081/ | sed 's/^Date.*/Date/'
HTTP/1.1 204 No Content
Server: nginx/1.22.1
Date
Connection: keep-alive

$ printf 'GET / HTTP/1.1\r\n\r\n' | nc -N 127.0.0.1 8080 | head -1
HTTP/1.1 400 Bad Request
$ cut -d']' -f2- /tmp/acc.log
 "GET / HTTP/1.1" 200 6 "-" "curl/7.88.1"
 "GET /nosuch HTTP/1.1" 404 153 "-" "curl/7.88.1"
 "HEAD /dir HTTP/1.1" 301 0 "-" "curl/7.88.1"
 "GET /dir/ HTTP/1.1" 200 374 "-" "curl/7.88.1"
 "GET /dir/a.txt HTTP/1.1" 200 4 "-" "curl/7.88.1"
 "GET /ret HTTP/1.1" 200 35 "-" "curl/7.88.1"
 "GET /red/x?y=1 HTTP/1.1" 301 169 "-" "curl/7.88.1"
 "GET /forbid HTTP/1.1" 403 153 "-" "curl/7.88.1"
 "POST / HTTP/1.1" 405 157 "-" "curl/7.88.1"
 "GET /dead HTTP/1.1" 502 157 "-" "curl/7.88.1"
 "GET /x HTTP/1.0" 200 4 "-" "curl/7.88.1"
 "GET /api/x HTTP/1.1" 200 4 "-" "curl/7.88.1"
 "GET /x HTTP/1.0" 200 4 "-" "curl/7.88.1"
 "GET /api/x HTTP/1.1" 200 4 "-" "curl/7.88.1"
 "GET /x HTTP/1.0" 200 4 "-" "curl/7.88.1"
 "GET /api/x HTTP/1.1" 200 4 "-" "curl/7.88.1"
 "GET /x HTTP/1.0" 200 4 "-" "curl/7.88.1"
 "GET /api/x HTTP/1.1" 200 4 "-" "curl/7.88.1"
 "GET / HTTP/1.1" 204 0 "-" "curl/7.88.1"
 "GET / HTTP/1.1" 400 157 "-" "-"
$ sed 's/.*: \*[0-9]* //' /tmp/err.log
open() "/tmp/www/nosuch" failed (2: No such file or directory), client: 127.0.0.1, server: _, request: "GET /nosuch HTTP/1.1", host: "127.0.0.1:8080"
access forbidden by rule, client: 127.0.0.1, server: _, request: "GET /forbid HTTP/1.1", host: "127.0.0.1:8080"
connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: _, request: "GET /dead HTTP/1.1", upstream: "http://127.0.0.1:9009/dead", host: "127.0.0.1:8080"
$ nginx -c /tmp/n.conf 2>&1 | tail -3; echo $?
nginx: [emerg] bind() to 0.0.0.0:9001 failed (98: Address already in use)
nginx: [emerg] bind() to 0.0.0.0:9002 failed (98: Address already in use)
nginx: [emerg] still could not bind()
0
$ nginx -c /tmp/n.conf -s reload 2>&1 | cut -d: -f4; sleep 0.5
 signal process started
$ curl -s http://127.0.0.1:9001/
one
$ nginx -c /tmp/n.conf -s stop 2>&1 | cut -d: -f4; sleep 0.5
 signal process started
$ curl -s http://127.0.0.1:9001/; echo $?
7
$ nginx -s foo; echo $?
nginx: invalid option: "-s foo"
1
$ nginx -x; echo $?
nginx: invalid option: "x"
1
$ nginx -t -c /tmp/nosuch.conf 2>&1 | sed 's/.*\[emerg\] [0-9#]*: //'
open() "/tmp/nosuch.conf" failed (2: No such file or directory)
nginx: configuration file /tmp/nosuch.conf test failed
$ t() { echo "$1" > /tmp/t.conf; nginx -t -c /tmp/t.conf 2>&1 | sed 's/.*\[emerg\] [0-9#]*: //'; }
$ t 'events {} http { server { listen 80 } }'
unexpected "}" in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { serverr { } }'
unknown directive "serverr" in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { server { listen 99999; } }'
invalid port in "99999" of the "listen" directive in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { server { listen 81; proxy_pass http://x; } }'
"proxy_pass" directive is not allowed here in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { server { listen 81; '
unexpected end of file, expecting "}" in /tmp/t.conf:2
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { server { listen 81; root; } }'
invalid number of arguments in "root" directive in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { server { listen 82; location / { return 200; } location / { return 200; } } }'
duplicate location "/" in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'events {} http { upstream a { } }'
no servers are inside upstream in /tmp/t.conf:1
nginx: configuration file /tmp/t.conf test failed
$ t 'pid /tmp/x.pid; events {} http { server { listen 10.9.9.9:81; } }'
nginx: the configuration file /tmp/t.conf syntax is ok
bind() to 10.9.9.9:81 failed (99: Cannot assign requested address)
nginx: configuration file /tmp/t.conf test failed
$ systemctl start nginx; echo $?
System has not been booted with systemd as init system (PID 1). Can't operate.
Failed to connect to bus: Host is down
1
$ service nginx status; echo $?
nginx is not running ... failed!
3
$ service nosuch start; echo $?
nosuch: unrecognized service
1
