# Who runs nginx, and what it does when a body is too large or an upstream too slow.
#! world: bare
$ ip link set lo up; mkdir -p /tmp/ng /var/lib/nginx
$ cat > /tmp/ng/nginx.conf <<'X'
> user www-data;
> worker_processes 2;
> pid /tmp/ng/pid;
> error_log /tmp/ng/error.log;
> events {}
> http {
>   access_log off;
>   client_max_body_size 10;
>   server {
>     listen 80;
>     location / { return 200 "hello\n"; }
>     location /slow { proxy_pass http://127.0.0.1:81; proxy_read_timeout 1s; }
>     location /any { client_max_body_size 0; return 200 "taken\n"; }
>     location /k { client_max_body_size 1k; return 200 "a kilobyte\n"; }
>   }
> }
> X
$ nc -lk 81 </dev/null >/dev/null 2>&1 &
$ nginx -c /tmp/ng/nginx.conf; sleep 0.5
$ ps -eo user,args | grep ngin[x]
root     nginx: master process nginx -c /tmp/ng/nginx.conf
www-data nginx: worker process
www-data nginx: worker process
$ ps -ef | grep ngin[x] | awk '{ print $1, $8, $9, $10 }'
root nginx: master process
www-data nginx: worker process
www-data nginx: worker process
$ ps aux | grep ngin[x] | awk '{ print $1, $11, $12, $13 }'
root nginx: master process
www-data nginx: worker process
www-data nginx: worker process
$ ps -u www-data -o comm
COMMAND
nginx
nginx
$ curl -s -i -d 12345678901 localhost/ | grep -v Date | tr -d '\r'
HTTP/1.1 413 Request Entity Too Large
Server: nginx/1.22.1
Content-Type: text/html
Content-Length: 183
Connection: close

<html>
<head><title>413 Request Entity Too Large</title></head>
<body>
<center><h1>413 Request Entity Too Large</h1></center>
<hr><center>nginx/1.22.1</center>
</body>
</html>
$ curl -s -d 1234567890 localhost/
hello
$ curl -s -d 12345678901 localhost/any
taken
$ curl -s -d 12345678901 localhost/k
a kilobyte
$ curl -s -o /dev/null -w '%{http_code}\n' localhost/slow
504
$ cut -d' ' -f4- /tmp/ng/error.log | sed 's/^[0-9#:]* //;s/^\*[0-9]* //'
client intended to send too large body: 11 bytes, client: 127.0.0.1, server: , request: "POST / HTTP/1.1", host: "localhost"
upstream timed out (110: Connection timed out) while reading response header from upstream, client: 127.0.0.1, server: , request: "GET /slow HTTP/1.1", upstream: "http://127.0.0.1:81/slow", host: "localhost"
$ nginx -c /tmp/ng/nginx.conf -s stop 2>/dev/null; sleep 0.3
$ kill %1
