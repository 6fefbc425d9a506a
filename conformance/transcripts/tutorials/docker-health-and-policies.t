# Health checks, restart policies over a daemon's restart, and what update and rename say.
#! world: docker
$ docker run -d --name hc --health-cmd 'wget -qO- localhost:80 >/dev/null || exit 1' --health-interval 1s --health-retries 2 --health-start-period 1s nginx
0e11c2ef36fed5013022099e2949958bee68427ff3d1097da1415742d3d21d3a
$ docker ps --format '{{.Status}}' | sed 's/Up [a-zA-Z0-9 ]* (/(/'
(health: starting)
$ sleep 3
$ docker ps --format '{{.Status}}' | sed 's/Up [a-zA-Z0-9 ]* (/(/'
(health: starting)
$ docker inspect hc -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}'
starting 0
$ docker inspect hc -f '{{json .Config.Healthcheck}}'
{"Test":["CMD-SHELL","wget -qO- localhost:80 >/dev/null || exit 1"],"Interval":1000000000,"StartPeriod":1000000000,"Retries":2}
$ docker exec hc killall httpd
$ sleep 4
$ docker ps -a --format '{{.Status}}' | sed 's/[0-9]* [a-z]* ago/T/'
Exited (0) T
$ docker run -d --name h2 --health-cmd 'test -f /ok' --health-interval 1s --health-retries 2 --health-timeout 2s alpine sleep 100
151fe93a7b61b2b36fdbf08b57baaccf3384e28d07c364c98d3c0355ab059ea1
$ sleep 4
$ docker inspect h2 -f '{{.State.Health.Status}}'
unhealthy
$ docker ps --filter health=unhealthy --format '{{.Names}}'
h2
$ docker inspect h2 -f '{{(index .State.Health.Log 0).ExitCode}} {{(index .State.Health.Log 0).Output}}'
1 
$ docker exec h2 touch /ok
$ sleep 2
$ docker inspect h2 -f '{{.State.Health.Status}} {{.State.Health.FailingStreak}}'
healthy 0
$ docker ps --filter health=healthy --format '{{.Names}}'
h2
$ docker run --health-interval 1 alpine true
invalid argument "1" for "--health-interval" flag: time: missing unit in duration "1"

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --health-interval 1us alpine true
docker: Error response from daemon: Interval in Healthcheck cannot be less than 1ms

Run 'docker run --help' for more information
[125]
$ docker run --health-cmd true --no-healthcheck alpine true
docker: --no-healthcheck conflicts with --health-* options

Run 'docker run --help' for more information
[125]
$ docker run --health-retries -1 --health-cmd true alpine true
docker: --health-retries cannot be negative

Run 'docker run --help' for more information
[125]
$ docker run -d --name r1 --restart on-failure:2 alpine false
9f80cb616dd631937323a81a6b362158e5eb27849392a23143c9be7e44e30654
$ sleep 3
$ docker inspect r1 -f '{{.RestartCount}} {{.State.Status}} {{.State.ExitCode}} {{json .HostConfig.RestartPolicy}}'
2 exited 1 {"Name":"on-failure","MaximumRetryCount":2}
$ docker run -d --name r2 --restart always alpine sleep 1000
ec7104605f9a08682685635df180c1e07d0b032715d273b2f0bf9af285900b7c
$ docker inspect r2 -f '{{json .HostConfig.RestartPolicy}}'
{"Name":"always","MaximumRetryCount":0}
$ kill -9 $(docker inspect -f '{{.State.Pid}}' r2)
$ sleep 2
$ docker inspect r2 -f '{{.RestartCount}} {{.State.Status}}'
1 running
$ docker stop -t 1 r2
r2
$ sleep 1
$ docker inspect r2 -f '{{.RestartCount}} {{.State.Status}}'
1 exited
$ docker run -d --name r3 --restart unless-stopped alpine sleep 1000
e22d5b2311b61664eb14430755fd71aa349337406926ad97d828d5f793d387f2
$ docker run -d --name r4 --restart unless-stopped alpine sleep 1000
af5cda5ca23bc549a8995271206d4a396e1c288ca4bd20851095b77b241df845
$ docker stop -t 0 r4
r4
$ docker run -d --name r5 alpine sleep 1000
34cccf83ce2812e9fa3d941ba12fa849f58c1b01299f39751459731e274ce960
$ systemctl restart docker
$ sleep 2
$ docker ps -a --filter name=r --format '{{.Names}} {{.State}}'
r5 exited
r4 exited
r3 running
r2 running
r1 exited
$ docker inspect r5 -f '{{.State.ExitCode}} {{.State.Status}}'
137 exited
$ docker run --restart foo alpine true
docker: Error response from daemon: invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'

Run 'docker run --help' for more information
[125]
$ docker run --restart on-failure:x alpine true
docker: invalid restart policy format: maximum retry count must be an integer

Run 'docker run --help' for more information
[125]
$ docker run --restart always:3 alpine true
docker: Error response from daemon: invalid restart policy: maximum retry count can only be used with 'on-failure'

Run 'docker run --help' for more information
[125]
$ docker run --restart on-failure --rm alpine true
docker: conflicting options: cannot specify both --restart and --rm

Run 'docker run --help' for more information
[125]
$ docker run --rm --restart always alpine true
docker: conflicting options: cannot specify both --restart and --rm

Run 'docker run --help' for more information
[125]
$ docker update --restart no r2 r3
r2
r3
$ docker inspect r3 -f '{{json .HostConfig.RestartPolicy}}'
{"Name":"no","MaximumRetryCount":0}
$ docker update --restart foo r3
Error response from daemon: invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
[1]
$ docker update r3
you must provide one or more flags when using this command
[1]
$ docker update --memory 64m r5
Error response from daemon: Cannot update container 34cccf83ce2812e9fa3d941ba12fa849f58c1b01299f39751459731e274ce960: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
[1]
$ docker update --cpus 0.5 r3
r3
$ docker update --cpus foo r3
invalid argument "foo" for "--cpus" flag: failed to parse foo as a rational number

Usage:  docker update [OPTIONS] CONTAINER [CONTAINER...]

Run 'docker update --help' for more information
[125]
$ docker update nosuch --restart no
Error response from daemon: No such container: nosuch
[1]
$ docker rename r3 r33
$ docker rename r33 r4
Error response from daemon: Error when allocating new name: Conflict. The container name "/r4" is already in use by container "af5cda5ca23bc549a8995271206d4a396e1c288ca4bd20851095b77b241df845". You have to remove (or rename) that container to be able to reuse that name.
Error: failed to rename container named r33
[1]
$ docker rename nosuch x
Error response from daemon: No such container: nosuch
Error: failed to rename container named nosuch
[1]
$ docker rename r33 'a b'
Error response from daemon: Error when allocating new name: Invalid container name (/a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
Error: failed to rename container named r33
[1]
$ docker rename r33
docker: 'docker rename' requires 2 arguments

Usage:  docker rename CONTAINER NEW_NAME

Run 'docker rename --help' for more information
[1]
$ docker ps -a --filter name=r33 --format '{{.Names}}'
r33
