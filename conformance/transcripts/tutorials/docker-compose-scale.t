# Several containers of one service: --scale, scale, and what looks at each of them.
#! world: docker
$ mkdir -p /root/app; cd /root/app
$ cat > compose.yaml <<EOF
> services:
>   web:
>     image: nginx
>     ports: ["80"]
>     scale: 2
>   job:
>     image: busybox
>     command: sh -c "echo one; echo two; sleep 1000"
>     depends_on: [web]
>   only:
>     image: alpine
>     container_name: the-one
>     command: sleep 1000
>     deploy:
>       replicas: 1
> EOF
$ docker compose config
name: app
services:
  job:
    command:
      - sh
      - -c
      - echo one; echo two; sleep 1000
    depends_on:
      web:
        condition: service_started
        required: true
    image: busybox
    networks:
      default: null
  only:
    command:
      - sleep
      - "1000"
    container_name: the-one
    deploy:
      replicas: 1
    image: alpine
    networks:
      default: null
  web:
    image: nginx
    networks:
      default: null
    ports:
      - mode: ingress
        target: 80
        protocol: tcp
    scale: 2
networks:
  default:
    name: app_default
$ docker compose config web
name: app
services:
  web:
    image: nginx
    networks:
      default: null
    ports:
      - mode: ingress
        target: 80
        protocol: tcp
    scale: 2
networks:
  default:
    name: app_default
$ docker compose config nope
no such service: nope
[1]
$ docker compose config --images | sort
alpine
busybox
nginx
$ docker compose config --networks
default
$ docker compose up -d 2>&1 | sort
 Container app-job-1  Created
 Container app-job-1  Creating
 Container app-job-1  Started
 Container app-job-1  Starting
 Container app-web-1  Created
 Container app-web-1  Creating
 Container app-web-1  Started
 Container app-web-1  Starting
 Container app-web-2  Created
 Container app-web-2  Creating
 Container app-web-2  Started
 Container app-web-2  Starting
 Container the-one  Created
 Container the-one  Creating
 Container the-one  Started
 Container the-one  Starting
 Network app_default  Created
 Network app_default  Creating
$ docker compose up -d 2>&1 | sort
 Container app-job-1  Running
 Container app-web-1  Running
 Container app-web-2  Running
 Container the-one  Running
$ docker compose ps --format '{{.Name}} {{.Service}} {{.State}} {{.ExitCode}}'
app-job-1 job running 0
app-web-1 web running 0
app-web-2 web running 0
the-one only running 0
$ docker compose ps --services | sort
job
only
web
$ docker compose ps --status exited
NAME      IMAGE     COMMAND   SERVICE   CREATED   STATUS    PORTS
$ docker compose up -d --scale web=3 web 2>&1 | sort
 Container app-web-1  Running
 Container app-web-2  Running
 Container app-web-3  Created
 Container app-web-3  Creating
 Container app-web-3  Started
 Container app-web-3  Starting
$ docker compose top web | wc -l
7
$ docker compose top | awk '{ print $1, $2, $3, $10, $11 }' | sort -u
SERVICE # UID CMD 
job 1 root sleep 1000
only 1 root sleep 1000
web 1 root /bin/sh /usr/sbin/nginx
web 1 root httpd -f
web 2 root /bin/sh /usr/sbin/nginx
web 2 root httpd -f
web 3 root /bin/sh /usr/sbin/nginx
web 3 root httpd -f
$ docker compose exec -T --index 3 web sh -c 'echo here; exit 3'
here
[3]
$ docker compose exec --index 9 web true
service "web" is not running container #9
[1]
$ docker compose exec -T nope true
service "nope" is not running
[1]
$ docker compose exec web
requires at least 2 arg(s), only received 1
[1]
$ docker compose port web 81 2>&1 | cut -d: -f1
no port 81/tcp for container app-web-1
$ docker compose port web x
strconv.ParseUint: parsing "x": invalid syntax
[1]
$ docker compose port nope 80
service "nope" is not running
[1]
$ docker compose logs job
job-1  | one
job-1  | two
$ docker compose logs --no-log-prefix --tail 1 job
two
$ docker compose scale web=1 2>&1 | grep -v Stopping | sort
 Container app-web-1  Running
 Container app-web-2  Removed
 Container app-web-2  Removing
 Container app-web-2  Stopped
 Container app-web-3  Removed
 Container app-web-3  Removing
 Container app-web-3  Stopped
$ docker compose scale nope=1
no such service: nope
[1]
$ docker compose scale web
invalid scale specifier: web
[1]
$ docker compose scale web=a
invalid scale specifier: can't parse replica value as int: web=a
[1]
$ docker compose scale
requires at least 1 arg(s), only received 0
[1]
$ docker compose up -d --scale nope=3
no such service: nope: not found
[1]
$ docker compose up -d --scale web
invalid --scale option "web". Should be SERVICE=NUM
[1]
$ docker compose up -d --scale web=a
strconv.Atoi: parsing "a": invalid syntax
[1]
$ docker compose pause job
 Container app-job-1  Paused
$ docker compose ps --format '{{.Name}} {{.State}}'
app-job-1 paused
app-web-1 running
the-one running
$ docker compose unpause job
 Container app-job-1  Unpaused
$ docker compose rm
No stopped containers
$ docker compose rm -sf job
 Container app-job-1  Stopping
 Container app-job-1  Stopped
Going to remove app-job-1
 Container app-job-1  Removing
 Container app-job-1  Removed
$ docker compose kill only
 Container the-one  Killing
 Container the-one  Killed
$ docker compose ps -a --format '{{.Name}} {{.State}} {{.ExitCode}}'
app-web-1 running 0
the-one exited 137
$ echo n | docker compose rm only; echo
Going to remove the-one
$ docker compose down 2>&1 | grep -v Stopping | sort
 Container app-web-1  Removed
 Container app-web-1  Removing
 Container app-web-1  Stopped
 Container the-one  Removed
 Container the-one  Removing
 Container the-one  Stopped
 Network app_default  Removed
 Network app_default  Removing
$ docker compose kill; echo
no container to kill
$ docker compose start
service "web" has no container to start
[1]
$ docker compose pause
$ docker compose top
$ docker compose images
CONTAINER           REPOSITORY          TAG                 PLATFORM            IMAGE ID            SIZE                CREATED
