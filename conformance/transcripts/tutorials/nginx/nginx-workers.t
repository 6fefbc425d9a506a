#! world: bare
# Workers have what their master listens on.
$ ip link set lo up; mkdir -p /tmp/ng
$ echo 'worker_processes 2; events {} http { server { listen 8080; location / { return 200 "hi\n"; } } }' > /tmp/ng/n.conf
$ nginx -c /tmp/ng/n.conf; sleep 0.3
$ ss -tlnp | sed 's/pid=[0-9]*/pid=N/g'
State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
LISTEN 0      511          0.0.0.0:8080      0.0.0.0:*    users:(("nginx",pid=N,fd=4),("nginx",pid=N,fd=4),("nginx",pid=N,fd=4))
$ curl -s http://127.0.0.1:8080/
hi
$ nginx -s stop -c /tmp/ng/n.conf 2>/dev/null; sleep 0.3; ss -tln
State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
