#! world: docker
$ docker swarm init > /dev/null
$ docker service create -q --no-resolve-image -d --name a --constraint node.role=manager busybox sleep 1000
Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=
[1]
$ docker service create -q --no-resolve-image -d --name a --constraint 'node.role==' busybox sleep 1000
Error response from daemon: rpc error: code = Unknown desc = value '' is invalid
[1]
$ docker service create -q --no-resolve-image -d --name a --placement-pref zone busybox sleep 1000
invalid argument "zone" for "--placement-pref" flag: placement preference must be of the format "<strategy>=<arg>"

Usage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]

Run 'docker service create --help' for more information
[125]
$ docker service create -q --no-resolve-image -d --name a --replicas 2 --constraint 'node.labels.disk == ssd' --placement-pref spread=node.labels.zone busybox sleep 1000 | grep -c .
1
$ docker service create -q --no-resolve-image -d --name m --replicas 2 --replicas-max-per-node 1 busybox sleep 1000 | grep -c .
1
$ sleep 4
$ docker service ps a --no-trunc --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.Error}}'
a.1  Running "no suitable node (scheduling constraints not satisfied on 1 node)"
a.2  Running "no suitable node (scheduling constraints not satisfied on 1 node)"
$ docker service ls --format '{{.Name}} {{.Replicas}}'
a 0/2
m 1/2 (max 1 per node)
$ docker node update --label-add disk=ssd --label-add zone=east host
host
$ docker node inspect self -f '{{json .Spec.Labels}}'
{"disk":"ssd","zone":"east"}
$ sleep 5
$ docker service ps a --no-trunc --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.Error}}'
a.1 host Running 
a.2 host Running 
$ docker service inspect a -f '{{json .Spec.TaskTemplate.Placement}}'
{"Constraints":["node.labels.disk == ssd"],"Preferences":[{"Spread":{"SpreadDescriptor":"node.labels.zone"}}]}
$ docker service inspect --pretty a | sed -n '/Placement/,/UpdateConfig/p'
Placement:
 Constraints:	[node.labels.disk == ssd]
 Preferences:   [spread=node.labels.zone]
UpdateConfig:
$ docker service update -q --no-resolve-image -d --constraint-add node.hostname!=pc --constraint-rm 'node.labels.disk == ssd' --placement-pref-rm spread=node.labels.zone a
a
$ sleep 3
$ docker service inspect a -f '{{json .Spec.TaskTemplate.Placement}}'
{"Constraints":["node.hostname!=pc"]}
$ docker service update -q --no-resolve-image -d --constraint-add node.labels.zone==east a
a
$ docker node update --label-rm zone host
host
$ sleep 15
$ docker service ps a --no-trunc --format '{{.Name}} {{.Node}} {{.DesiredState}} {{.Error}}'
a.1  Running "no suitable node (scheduling constraints not satisfied on 1 node)"
a.1 host Shutdown "assigned node no longer meets constraints"
a.2  Running "no suitable node (scheduling constraints not satisfied on 1 node)"
a.2 host Shutdown "assigned node no longer meets constraints"
$ docker service create -q --no-resolve-image -d --name t -t --restart-condition none busybox tty | grep -c .
1
$ sleep 4
$ docker service logs t
tty service logs only supported with --raw
[1]
$ docker service logs --raw t
/dev/pts/0
