#! world: docker
$ docker swarm
Usage:  docker swarm COMMAND

Manage Swarm

Commands:
  init        Initialize a swarm
  join        Join a swarm as a node and/or manager

Run 'docker swarm COMMAND --help' for more information on a command.
$ docker service ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker service create --help
Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Create a new service

Options:
      --cap-add list                       Add Linux capabilities
      --cap-drop list                      Drop Linux capabilities
      --config config                      Specify configurations to
                                           expose to the service
      --constraint list                    Placement constraints
      --container-label list               Container labels
      --credential-spec credential-spec    Credential spec for managed
                                           service account (Windows only)
  -d, --detach                             Exit immediately instead of
                                           waiting for the service to converge
      --dns list                           Set custom DNS servers
      --dns-option list                    Set DNS options
      --dns-search list                    Set custom DNS search domains
      --endpoint-mode string               Endpoint mode (vip or dnsrr)
                                           (default "vip")
      --entrypoint command                 Overwrite the default
                                           ENTRYPOINT of the image
  -e, --env list                           Set environment variables
      --env-file list                      Read in a file of environment
                                           variables
      --generic-resource list              User defined resources
      --group list                         Set one or more supplementary
                                           user groups for the container
      --health-cmd string                  Command to run to check health
      --health-interval duration           Time between running the check
                                           (ms|s|m|h)
      --health-retries int                 Consecutive failures needed to
                                           report unhealthy
      --health-start-interval duration     Time between running the check
                                           during the start period (ms|s|m|h)
      --health-start-period duration       Start period for the container
                                           to initialize before counting
                                           retries towards unstable (ms|s|m|h)
      --health-timeout duration            Maximum time to allow one
                                           check to run (ms|s|m|h)
      --host list                          Set one or more custom
                                           host-to-IP mappings (host:ip)
      --hostname string                    Container hostname
      --init                               Use an init inside each
                                           service container to forward
                                           signals and reap processes
      --isolation string                   Service container isolation mode
  -l, --label list                         Service labels
      --limit-cpu decimal                  Limit CPUs
      --limit-memory bytes                 Limit Memory
      --limit-pids int                     Limit maximum number of
                                           processes (default 0 = unlimited)
      --log-driver string                  Logging driver for service
      --log-opt list                       Logging driver options
      --max-concurrent uint                Number of job tasks to run
                                           concurrently (default equal to
                                           --replicas)
      --mode string                        Service mode ("replicated",
                                           "global", "replicated-job",
                                           "global-job") (default
                                           "replicated")
      --mount mount                        Attach a filesystem mount to
                                           the service
      --name string                        Service name
      --network network                    Network attachments
      --no-healthcheck                     Disable any
                                           container-specified HEALTHCHECK
      --no-resolve-image                   Do not query the registry to
                                           resolve image digest and
                                           supported platforms
      --oom-score-adj int                  Tune host's OOM preferences
                                           (-1000 to 1000) 
      --placement-pref pref                Add a placement preference
  -p, --publish port                       Publish a port as a node port
  -q, --quiet                              Suppress progress output
      --read-only                          Mount the container's root
                                           filesystem as read only
      --replicas uint                      Number of tasks
      --replicas-max-per-node uint         Maximum number of tasks per
                                           node (default 0 = unlimited)
      --reserve-cpu decimal                Reserve CPUs
      --reserve-memory bytes               Reserve Memory
      --restart-condition string           Restart when condition is met
                                           ("none", "on-failure", "any")
                                           (default "any")
      --restart-delay duration             Delay between restart attempts
                                           (ns|us|ms|s|m|h) (default 5s)
      --restart-max-attempts uint          Maximum number of restarts
                                           before giving up
      --restart-window duration            Window used to evaluate the
                                           restart policy (ns|us|ms|s|m|h)
      --rollback-delay duration            Delay between task rollbacks
                                           (ns|us|ms|s|m|h) (default 0s)
      --rollback-failure-action string     Action on rollback failure
                                           ("pause", "continue") (default
                                           "pause")
      --rollback-max-failure-ratio float   Failure rate to tolerate
                                           during a rollback (default 0)
      --rollback-monitor duration          Duration after each task
                                           rollback to monitor for
                                           failure (ns|us|ms|s|m|h)
                                           (default 5s)
      --rollback-order string              Rollback order ("start-first",
                                           "stop-first") (default
                                           "stop-first")
      --rollback-parallelism uint          Maximum number of tasks rolled
                                           back simultaneously (0 to roll
                                           back all at once) (default 1)
      --secret secret                      Specify secrets to expose to
                                           the service
      --stop-grace-period duration         Time to wait before force
                                           killing a container
                                           (ns|us|ms|s|m|h) (default 10s)
      --stop-signal string                 Signal to stop the container
      --sysctl list                        Sysctl options
  -t, --tty                                Allocate a pseudo-TTY
      --ulimit ulimit                      Ulimit options (default [])
      --update-delay duration              Delay between updates
                                           (ns|us|ms|s|m|h) (default 0s)
      --update-failure-action string       Action on update failure
                                           ("pause", "continue",
                                           "rollback") (default "pause")
      --update-max-failure-ratio float     Failure rate to tolerate
                                           during an update (default 0)
      --update-monitor duration            Duration after each task
                                           update to monitor for failure
                                           (ns|us|ms|s|m|h) (default 5s)
      --update-order string                Update order ("start-first",
                                           "stop-first") (default
                                           "stop-first")
      --update-parallelism uint            Maximum number of tasks
                                           updated simultaneously (0 to
                                           update all at once) (default 1)
  -u, --user string                        Username or UID (format:
                                           <name|uid>[:<group|gid>])
      --with-registry-auth                 Send registry authentication
                                           details to swarm agents
  -w, --workdir string                     Working directory inside the
                                           container
$ docker service scale --help
Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services

Options:
  -d, --detach   Exit immediately instead of waiting for the service to
                 converge
$ docker service rm --help
Usage:  docker service rm SERVICE [SERVICE...]

Remove one or more services

Aliases:
  docker service rm, docker service remove
$ docker service update --help
Usage:  docker service update [OPTIONS] SERVICE

Update a service

Options:
      --args command                       Service command args
      --cap-add list                       Add Linux capabilities
      --cap-drop list                      Drop Linux capabilities
      --config-add config                  Add or update a config file on
                                           a service
      --config-rm list                     Remove a configuration file
      --constraint-add list                Add or update a placement
                                           constraint
      --constraint-rm list                 Remove a constraint
      --container-label-add list           Add or update a container label
      --container-label-rm list            Remove a container label by its key
      --credential-spec credential-spec    Credential spec for managed
                                           service account (Windows only)
  -d, --detach                             Exit immediately instead of
                                           waiting for the service to converge
      --dns-add list                       Add or update a custom DNS server
      --dns-option-add list                Add or update a DNS option
      --dns-option-rm list                 Remove a DNS option
      --dns-rm list                        Remove a custom DNS server
      --dns-search-add list                Add or update a custom DNS
                                           search domain
      --dns-search-rm list                 Remove a DNS search domain
      --endpoint-mode string               Endpoint mode (vip or dnsrr)
      --entrypoint command                 Overwrite the default
                                           ENTRYPOINT of the image
      --env-add list                       Add or update an environment
                                           variable
      --env-rm list                        Remove an environment variable
      --force                              Force update even if no
                                           changes require it
      --generic-resource-add list          Add a Generic resource
      --generic-resource-rm list           Remove a Generic resource
      --group-add list                     Add an additional
                                           supplementary user group to
                                           the container
      --group-rm list                      Remove a previously added
                                           supplementary user group from
                                           the container
      --health-cmd string                  Command to run to check health
      --health-interval duration           Time between running the check
                                           (ms|s|m|h)
      --health-retries int                 Consecutive failures needed to
                                           report unhealthy
      --health-start-interval duration     Time between running the check
                                           during the start period (ms|s|m|h)
      --health-start-period duration       Start period for the container
                                           to initialize before counting
                                           retries towards unstable (ms|s|m|h)
      --health-timeout duration            Maximum time to allow one
                                           check to run (ms|s|m|h)
      --host-add list                      Add a custom host-to-IP
                                           mapping ("host:ip")
      --host-rm list                       Remove a custom host-to-IP
                                           mapping ("host:ip")
      --hostname string                    Container hostname
      --image string                       Service image tag
      --init                               Use an init inside each
                                           service container to forward
                                           signals and reap processes
      --isolation string                   Service container isolation mode
      --label-add list                     Add or update a service label
      --label-rm list                      Remove a label by its key
      --limit-cpu decimal                  Limit CPUs
      --limit-memory bytes                 Limit Memory
      --limit-pids int                     Limit maximum number of
                                           processes (default 0 = unlimited)
      --log-driver string                  Logging driver for service
      --log-opt list                       Logging driver options
      --max-concurrent uint                Number of job tasks to run
                                           concurrently (default equal to
                                           --replicas)
      --mount-add mount                    Add or update a mount on a service
      --mount-rm list                      Remove a mount by its target path
      --network-add network                Add a network
      --network-rm list                    Remove a network
      --no-healthcheck                     Disable any
                                           container-specified HEALTHCHECK
      --no-resolve-image                   Do not query the registry to
                                           resolve image digest and
                                           supported platforms
      --oom-score-adj int                  Tune host's OOM preferences
                                           (-1000 to 1000) 
      --placement-pref-add pref            Add a placement preference
      --placement-pref-rm pref             Remove a placement preference
      --publish-add port                   Add or update a published port
      --publish-rm port                    Remove a published port by its
                                           target port
  -q, --quiet                              Suppress progress output
      --read-only                          Mount the container's root
                                           filesystem as read only
      --replicas uint                      Number of tasks
      --replicas-max-per-node uint         Maximum number of tasks per
                                           node (default 0 = unlimited)
      --reserve-cpu decimal                Reserve CPUs
      --reserve-memory bytes               Reserve Memory
      --restart-condition string           Restart when condition is met
                                           ("none", "on-failure", "any")
      --restart-delay duration             Delay between restart attempts
                                           (ns|us|ms|s|m|h)
      --restart-max-attempts uint          Maximum number of restarts
                                           before giving up
      --restart-window duration            Window used to evaluate the
                                           restart policy (ns|us|ms|s|m|h)
      --rollback                           Rollback to previous specification
      --rollback-delay duration            Delay between task rollbacks
                                           (ns|us|ms|s|m|h)
      --rollback-failure-action string     Action on rollback failure
                                           ("pause", "continue")
      --rollback-max-failure-ratio float   Failure rate to tolerate
                                           during a rollback
      --rollback-monitor duration          Duration after each task
                                           rollback to monitor for
                                           failure (ns|us|ms|s|m|h)
      --rollback-order string              Rollback order ("start-first",
                                           "stop-first")
      --rollback-parallelism uint          Maximum number of tasks rolled
                                           back simultaneously (0 to roll
                                           back all at once)
      --secret-add secret                  Add or update a secret on a service
      --secret-rm list                     Remove a secret
      --stop-grace-period duration         Time to wait before force
                                           killing a container
                                           (ns|us|ms|s|m|h)
      --stop-signal string                 Signal to stop the container
      --sysctl-add list                    Add or update a Sysctl option
      --sysctl-rm list                     Remove a Sysctl option
  -t, --tty                                Allocate a pseudo-TTY
      --ulimit-add ulimit                  Add or update a ulimit option
                                           (default [])
      --ulimit-rm list                     Remove a ulimit option
      --update-delay duration              Delay between updates
                                           (ns|us|ms|s|m|h)
      --update-failure-action string       Action on update failure
                                           ("pause", "continue", "rollback")
      --update-max-failure-ratio float     Failure rate to tolerate
                                           during an update
      --update-monitor duration            Duration after each task
                                           update to monitor for failure
                                           (ns|us|ms|s|m|h)
      --update-order string                Update order ("start-first",
                                           "stop-first")
      --update-parallelism uint            Maximum number of tasks
                                           updated simultaneously (0 to
                                           update all at once)
  -u, --user string                        Username or UID (format:
                                           <name|uid>[:<group|gid>])
      --with-registry-auth                 Send registry authentication
                                           details to swarm agents
  -w, --workdir string                     Working directory inside the
                                           container
$ docker swarm init > /dev/null
$ sleep 2
$ docker swarm
Usage:  docker swarm COMMAND

Manage Swarm

Commands:
  ca          Display and rotate the root CA
  init        Initialize a swarm
  join        Join a swarm as a node and/or manager
  join-token  Manage join tokens
  leave       Leave the swarm
  unlock      Unlock swarm
  unlock-key  Manage the unlock key
  update      Update the swarm

Run 'docker swarm COMMAND --help' for more information on a command.
$ docker service ls
ID        NAME      MODE      REPLICAS   IMAGE     PORTS
$ docker network create -d overlay --attachable ov > /dev/null
$ docker service create -d --name rr --network ov --endpoint-mode dnsrr --replicas 3 busybox sleep 3600 2>&1 | head -5
image busybox:latest could not be accessed on a registry to record
its digest. Each node will access busybox:latest independently,
possibly leading to different nodes running different
versions of the image.

$ docker service create -d --no-resolve-image --name p busybox sleep 1000 | wc -c
26
$ docker service create -d --no-resolve-image --name q --mode global -e A=b busybox sleep 1000 | wc -c
26
$ sleep 4
$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
p replicated 1/1 busybox:latest 
q global 1/1 busybox:latest 
rr replicated 3/3 busybox:latest 
$ docker service ps rr --format '{{.Name}} {{.Image}} {{.Node}} {{.DesiredState}} {{.Error}}'
rr.1 busybox:latest host Running 
rr.2 busybox:latest host Running 
rr.3 busybox:latest host Running 
$ docker run --rm --network ov busybox nslookup rr | grep -c Address
4
$ docker run --rm --network ov busybox nslookup tasks.rr | grep -c Address
4
$ docker ps --format '{{.Names}} {{.Image}} {{.Command}} {{.Ports}}' | sed 's/\.[0-9a-z]\{25\}//g' | sort
p.1 busybox:latest "sleep 1000" 
q busybox:latest "sleep 1000" 
rr.1 busybox:latest "sleep 3600" 
rr.2 busybox:latest "sleep 3600" 
rr.3 busybox:latest "sleep 3600" 
$ docker inspect -f '{{.HostConfig.NetworkMode}} {{json .Config.Env}}' $(docker ps -q --filter label=com.docker.swarm.service.name=q)
bridge ["A=b"]
$ docker inspect -f '{{.HostConfig.NetworkMode}} {{.Name}}' $(docker ps -q --filter label=com.docker.swarm.service.name=rr) | cut -c1-8 | sort
bridge /
bridge /
bridge /
$ docker service create -d --name rr busybox
Error response from daemon: rpc error: code = AlreadyExists desc = name conflicts with an existing object: service rr already exists
[1]
$ docker service scale -d rr=1 p=2
rr scaled to 1
p scaled to 2
$ docker service scale -d q=2
q: scale can only be used with replicated or replicated-job mode
[1]
$ docker service scale -d nope=1
nope: Error response from daemon: service nope not found
[1]
$ docker service scale p
invalid scale specifier 'p'.
See 'docker service scale --help'.

Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]

Scale one or multiple replicated services
[1]
$ docker service scale p=x
p: invalid replicas value x: strconv.ParseUint: parsing "x": invalid syntax
[1]
$ sleep 14
$ docker service ls --format '{{.Name}} {{.Mode}} {{.Replicas}}'
p replicated 2/2
q global 1/1
rr replicated 1/1
$ docker service ps rr --format '{{.Name}} {{.DesiredState}}'
rr.1 Running
$ docker service ps rr nope 2>&1 | tail -1
no such service: nope
$ docker service ps nope
no such service: nope
[1]
$ docker service inspect rr --format '{{json .Spec.Mode}} {{json .Spec.EndpointSpec}} {{json .Spec.TaskTemplate.ContainerSpec}} {{json .Spec.TaskTemplate.RestartPolicy}}'
{"Replicated":{"Replicas":1}} {"Mode":"dnsrr"} {"Image":"busybox:latest","Args":["sleep","3600"],"Init":false,"StopGracePeriod":10000000000,"DNSConfig":{},"Isolation":"default"} {"Condition":"any","Delay":5000000000,"MaxAttempts":0}
$ docker service inspect nope
[]
Error: no such service: nope
[1]
$ docker service create -d --no-resolve-image --name web --publish mode=host,target=80,published=8080 nginx | wc -c
26
$ sleep 3
pc$ curl -s 192.168.1.10:8080 | head -4
<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
$ docker ps --filter name=web --format '{{.Ports}}'
0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ docker rm -f $(docker ps -q --filter label=com.docker.swarm.task.name=none 2>/dev/null; docker ps -q --filter name=^p.1) > /dev/null
$ sleep 8
$ docker service ps p --filter name=p.1 --format '{{.Name}} {{.DesiredState}} {{.Error}}'
p.1 Running 
p.1 Shutdown "task: non-zero exit (137)"
$ docker network rm ov 2>&1 | sed 's/network [0-9a-z]* is/network is/; s/service .*/service/'
Error response from daemon: rpc error: code = FailedPrecondition desc = network is in use by service
exit status 1
$ docker service rm rr nope
rr
Error response from daemon: service nope not found
[1]
$ docker service rm p q web
p
q
web
$ sleep 22
$ docker service ls
ID        NAME      MODE      REPLICAS   IMAGE     PORTS
$ docker ps -aq
$ docker network rm ov
ov
