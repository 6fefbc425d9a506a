#! world: docker
# none, host and container
$ docker run -d --name n --network none busybox sleep 1000
docker: Error response from daemon: Invalid container name (n), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[125]
$ docker exec n ip -br link 2>&1; docker exec n ip addr
Error response from daemon: No such container: n
Error response from daemon: No such container: n
[1]
$ docker run --rm --network host busybox ip -4 addr show eth0
2: eth0@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue qlen 1000
    inet 192.168.1.10/24 brd 192.168.1.255 scope global eth0
       valid_lft forever preferred_lft forever
$ docker run -d --name base busybox sleep 1000
3a41fde43ec2b7afa35687dbc360ffb2b56b729986b6bc680e018216c6d6680d
$ docker run -d --name side --network container:base busybox httpd -f -p 8000
b0cf01b245c940a48cc73c999cb168f090ec3ad0e8d4bf17aa16300702e3cabf
$ docker exec base netstat -tln
Active Internet connections (only servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State       
tcp        0      0 :::8000                 :::*                    LISTEN      
$ docker exec base wget -qO- http://127.0.0.1:8000/ ; echo $?
wget: server returned error: HTTP/1.1 404 Not Found
1
$ docker inspect -f '{{.HostConfig.NetworkMode}}' side | cut -c1-10
container:
$ docker inspect -f '{{.State.Status}} {{.NetworkSettings.IPAddress}}|' base side
running 172.17.0.2|
running |
$ docker run --rm --network container:nosuch busybox true
docker: Error response from daemon: joining network namespace of container: No such container: nosuch

Run 'docker run --help' for more information
[125]
$ docker run --rm --network nosuch busybox true
docker: Error response from daemon: failed to set up container networking: network nosuch not found

Run 'docker run --help' for more information
[125]
$ docker run -d --network host -p 80:80 --name h nginx
docker: Error response from daemon: Invalid container name (h), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed

Run 'docker run --help' for more information
[125]
$ docker port h
Error response from daemon: No such container: h
[1]
$ docker run --name bad busybox nosuch; echo $?
docker: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "nosuch": executable file not found in $PATH

Run 'docker run --help' for more information
127
$ docker rm bad
bad
$ docker run --rm busybox sh -c 'exit 3'; echo $?
3
$ docker run --rm busybox cat /etc/hosts | tail -1 | awk '{print NF}'
2
$ docker run --rm --hostname web1 --add-host db:10.0.0.9 busybox sh -c 'hostname; grep db /etc/hosts'
web1
10.0.0.9	db
$ docker run --rm -e A=1 -e B busybox env | sort | grep -v HOSTNAME
A=1
HOME=/root
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
$ docker logs nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker exec nosuch ls
Error response from daemon: No such container: nosuch
[1]
$ docker stop nosuch
Error response from daemon: No such container: nosuch
[1]
$ docker inspect nosuch
[]
Error: No such object: nosuch
[1]
