# Limits, and what a container is told of them.
#! world: docker
$ docker run -d --name l1 --memory 64m --cpus 0.5 --pids-limit 20 alpine sleep 300
bb05debee84bde023954ee899e3b3485ff7a29ea64158dfcc663d62a4f5a12c8
$ docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.PidsLimit}}' l1
67108864 500000000 20
$ docker stats --no-stream --format '{{.Name}} {{.PIDs}}' l1
l1 1
$ docker exec l1 sh -c 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21; do sleep 5 & done; wait'
sh: can't fork: Resource temporarily unavailable
[2]
$ docker stats --no-stream nothing
Error response from daemon: No such container: nothing
[1]
$ docker run --rm --memory 1x alpine true
invalid argument "1x" for "-m, --memory" flag: invalid suffix: 'x'

Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker run --help' for more information
[125]
$ docker run --rm --memory 3m alpine true
docker: Error response from daemon: Minimum memory limit allowed is 6MB

Run 'docker run --help' for more information
[125]
$ docker run --rm --cpus 1.5 --cpu-period 1000 alpine true
docker: Error response from daemon: Conflicting options: Nano CPUs and CPU Period cannot both be set

Run 'docker run --help' for more information
[125]
$ docker run --rm --memory 64m --memory-swap 32m alpine true
docker: Error response from daemon: Minimum memoryswap limit should be larger than memory limit, see usage

Run 'docker run --help' for more information
[125]
$ docker run --rm --oom-kill-disable alpine true
WARNING: OOM killer is disabled for the container, but no memory limit is set, this can result in the system running out of resources.
$ docker update --memory 128m l1
l1
$ docker update --pids-limit 5 l1
l1
$ docker rm -f l1
l1
$ docker run -d --name l2 --memory 64m alpine sleep 300
23fbb2a98483a603c3ed7d853c3200d66d211c551eb5f3bcf4ddb375fc8a5d47
$ docker inspect -f '{{.HostConfig.Memory}} {{.HostConfig.MemorySwap}} {{.HostConfig.PidsLimit}} {{.HostConfig.OomKillDisable}}' l2
67108864 134217728 <nil> false
$ docker update --memory 256m l2
Error response from daemon: Cannot update container 23fbb2a98483a603c3ed7d853c3200d66d211c551eb5f3bcf4ddb375fc8a5d47: Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time
[1]
$ docker run --rm --pids-limit 3 alpine sh -c 'sleep 1 & sleep 1 & sleep 1 & wait'; echo $?
sh: can't fork: Resource temporarily unavailable
2
$ docker run --rm --pids-limit 1 alpine sh -c 'ls; true'; echo $?
sh: can't fork: Resource temporarily unavailable
2
$ docker stats --no-stream --format '{{.Container}} {{.Name}} {{.MemUsage}}' l2 | sed 's,[0-9.]*[A-Z]*i*B /,N /,'
l2 l2 N / 64MiB
$ docker rm -f l2
l2
