#! world: bare
# netstat names a program by its title, of a path the last part.
$ ip link set lo up; mkdir -p /tmp/ng
$ echo 'worker_processes 2; events {} http { server { listen 8080; } }' > /tmp/ng/n.conf
$ nginx -c /tmp/ng/n.conf; sleep 0.3
$ netstat -tlnp | tail -1 | sed 's/ [0-9]*\/nginx/ N\/nginx/' | grep -o 'N/nginx: master'
N/nginx: master
$ nginx -s stop -c /tmp/ng/n.conf 2>/dev/null; sleep 0.3
$ /usr/bin/nc -l 127.0.0.1 98 & sleep 0.2; netstat -tlnp | tail -1 | sed 's,.* [0-9]*/,N/,'; kill $!
N/nc               
