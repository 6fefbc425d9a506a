#! world: docker
$ docker run -d --name c1 busybox sleep 3600
b6374d5dcec6286758fde40d8ad540a5c1fe9cb9810c8b34974fe59c91d13666
$ docker pause c1
c1
$ docker pause c1
Error response from daemon: Container b6374d5dcec6286758fde40d8ad540a5c1fe9cb9810c8b34974fe59c91d13666 is already paused
[1]
$ docker ps --format '{{.Names}} {{.State}}'
c1 paused
$ docker stop -t 1 c1
c1
$ docker unpause c1
Error response from daemon: Container b6374d5dcec6286758fde40d8ad540a5c1fe9cb9810c8b34974fe59c91d13666 is not paused
[1]
$ docker start c1
c1
$ docker start c1
c1
$ docker kill -s HUP c1
c1
$ docker kill -s FOO c1
Error response from daemon: cannot kill container: c1: invalid signal: FOO
[1]
$ docker rename c1 c1
Error response from daemon: Renaming a container with the same name as its current name
Error: failed to rename container named c1
[1]
$ docker rename c1 bad/name
Error response from daemon: Error when allocating new name: Invalid container name (/bad/name), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed
Error: failed to rename container named c1
[1]
$ docker rename c1 c2
$ docker stop -t 1 c2
c2
$ docker wait c2
137
$ docker kill c2
Error response from daemon: cannot kill container: c2: container b6374d5dcec6286758fde40d8ad540a5c1fe9cb9810c8b34974fe59c91d13666 is not running
[1]
$ docker stop c2
c2
$ docker restart -t 0 c2
c2
$ docker rm c2
Error response from daemon: cannot remove container "c2": container is running: stop the container before removing or force remove
[1]
$ docker rm -f c2
c2
$ docker run -d --name lg busybox sh -c 'echo out; echo two; printf part'
754a36675154da0978648e8cf7bbd5bff4a60dd93189f58db45dcc67ec26c712
$ sleep 0.5; docker logs lg
out
two
part
$ docker logs --tail 1 lg
part
$ docker logs -n 0 lg
$ docker logs -f lg
out
two
part
$ docker wait lg
0
$ docker attach lg
You cannot attach to a stopped container, start it first
[1]
$ docker start -a lg
out
two
part
$ docker update lg
you must provide one or more flags when using this command
[1]
$ docker update --restart foo lg
Error response from daemon: invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'
[1]
$ docker update --restart always lg
lg
$ docker update --restart no lg
lg
$ docker rm -f lg
lg
$ docker run -d --restart on-failure --name rf busybox sh -c 'sleep 0.2; exit 3'
3bee67fa22cdd9172947773430e774c9103d7bb858904ba1f228f0e425589d70
$ docker rm -f rf
rf
$ docker run -d --name trap busybox sh -c 'trap "echo bye; exit 5" TERM; while :; do sleep 0.1; done'
7cb260471926caebc59320c801cf865d54c5bec98d87b143ef6fc6d93e458a91
$ docker stop trap
trap
$ docker logs trap
bye
$ docker inspect -f '{{.State.ExitCode}}' trap
5
$ docker run -d --name st --stop-signal INT --stop-timeout 1 busybox sleep 100
df88f7aeab70de9d71d3667ce6c9684e9eca9faa5ac39aeb71b85237aaf844b2
$ docker stop st; docker inspect -f '{{.State.ExitCode}}' st
st
137
$ docker run -d --init --name in busybox sleep 100
f3dc4dba886799c95a3897b87870daf02dc0d948c58f19cab8ced7b1dcab2f3e
$ docker stop in; docker inspect -f '{{.State.ExitCode}}' in
in
143
$ docker run -d --health-cmd 'test -f /ok' --health-interval 500ms --health-retries 2 --name hc busybox sleep 100
fcccd4902742bc1f5809ca0fa69ecbaf2d1bc5cca69926265cce3e6ed0b43eee
$ docker inspect -f '{{.State.Health.Status}}' hc
starting
$ sleep 1.8; docker inspect -f '{{.State.Health.Status}}' hc
unhealthy
$ docker exec hc touch /ok; sleep 1; docker inspect -f '{{.State.Health.Status}}' hc
healthy
$ docker run --cidfile /tmp/cid --rm busybox true; wc -c < /tmp/cid
64
$ docker run --cidfile /tmp/cid --rm busybox true
docker: container ID file found, make sure the other container isn't running or delete /tmp/cid

Run 'docker run --help' for more information
[125]
