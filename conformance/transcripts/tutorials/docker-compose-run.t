# One-off containers of a compose service: what they need runs, and they go with the project.
#! world: docker
$ mkdir -p /root/app; cd /root/app
$ printf 'services:\n  web:\n    image: nginx\n    ports:\n      - "8080:80"\n  app:\n    image: alpine\n    command: sleep 1000\n    stop_grace_period: 1s\n    depends_on:\n      - web\n' > compose.yaml
$ sed -i /grace/d compose.yaml
$ docker compose run --rm app ping -c1 web
 Network app_default  Creating
 Network app_default  Created
 Container app-web-1  Creating
 Container app-web-1  Created
 Container app-web-1  Starting
 Container app-web-1  Started
PING web (172.18.0.2): 56 data bytes
64 bytes from 172.18.0.2: seq=0 ttl=64 time=0.070 ms

--- web ping statistics ---
1 packets transmitted, 1 packets received, 0% packet loss
round-trip min/avg/max = 0.070/0.070/0.070 ms
$ docker compose ps -a --format '{{.Name}} {{.Service}} {{.State}}'
app-web-1 web running
$ docker compose run -d --name myrun app sleep 500
 Container app-web-1  Running
64dfdf54dc0d2cdf61b52a2294b0b157b12fc5adf468d7dc08decc24901c2196
$ docker compose run --rm --no-deps -e A=b app sh -c 'echo $A'
b
$ docker compose run --rm nosuch
no such service: nosuch
[1]
$ docker compose run --rm app sh -c 'exit 3'
 Container app-web-1  Running

[3]
$ docker compose run --rm -u 1000 -w /tmp app sh -c 'id -u; pwd'
 Container app-web-1  Running
1000
/tmp
$ docker compose ps -a --format '{{.Name}} {{.Service}} {{.State}}'
app-web-1 web running
myrun app running
$ docker ps --format '{{.Names}}' | sed 's/run-.*/run-X/'
myrun
app-web-1
$ docker rm -f myrun | wc -l
1
$ docker compose down -t 0
 Container app-web-1  Stopping
 Container app-web-1  Stopped
 Container app-web-1  Removing
 Container app-web-1  Removed
 Network app_default  Removing
 Network app_default  Removed
