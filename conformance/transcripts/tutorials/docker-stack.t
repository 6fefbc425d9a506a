#! world: docker
$ docker swarm init > /dev/null
$ printf '%s\n' 'services:' '  web:' '    image: nginx' '    ports: ["8080:80"]' '  client:' '    image: busybox' '    command: sleep 1000' '    deploy:' '      replicas: 2' '      placement:' '        constraints: [node.role == manager]' > shop.yml
$ docker stack deploy -c shop.yml shop 2>&1 | sort
Creating network shop_default
Creating service shop_client
Creating service shop_web
In a future release, --detach=false will become the default.
Since --detach=false was not specified, tasks will be created in the background.
$ sleep 6
$ docker stack ls
NAME      SERVICES
shop      2
$ docker stack services shop --format '{{.Name}} {{.Mode}} {{.Replicas}} {{.Image}} {{.Ports}}'
shop_client replicated 2/2 busybox:latest 
shop_web replicated 1/1 nginx:latest *:8080->80/tcp
$ docker stack ps shop --format '{{.Name}} {{.Image}} {{.Node}} {{.DesiredState}}' | sort
shop_client.1 busybox:latest host Running
shop_client.2 busybox:latest host Running
shop_web.1 nginx:latest host Running
$ docker service ls --filter label=com.docker.stack.namespace=shop --format '{{.Name}}'
shop_client
shop_web
$ docker network ls --filter label=com.docker.stack.namespace=shop --format '{{.Name}} {{.Driver}} {{.Scope}}'
shop_default overlay swarm
$ docker exec $(docker ps -q --filter name=shop_client.1) wget -qO- tasks.web | grep '<title>'
<title>Welcome to nginx!</title>
$ docker exec $(docker ps -q --filter name=shop_client.1) nslookup tasks.client | grep -c 'Address: 10'
2
$ docker service inspect shop_client -f '{{json .Spec.TaskTemplate.ContainerSpec}} {{json .Spec.TaskTemplate.Placement}} {{json .Spec.Labels}}'
{"Image":"busybox:latest","Labels":{"com.docker.stack.namespace":"shop"},"Args":["sleep","1000"],"Privileges":{"CredentialSpec":null,"SELinuxContext":null,"NoNewPrivileges":false},"StopGracePeriod":10000000000,"DNSConfig":{},"Isolation":"default"} {"Constraints":["node.role == manager"]} {"com.docker.stack.image":"busybox","com.docker.stack.namespace":"shop"}
$ sed -i 's/replicas: 2/replicas: 1/' shop.yml
$ docker stack deploy -d --resolve-image never -c shop.yml shop | sed 's/(id: .*)/(id: …)/' | sort
Updating service shop_client (id: …)
Updating service shop_web (id: …)
$ sleep 20
$ docker stack services shop --format '{{.Name}} {{.Replicas}}'
shop_client 1/1
shop_web 1/1
$ docker stack services nope
Nothing found in stack: nope
$ docker stack ps nope
nothing found in stack: nope
[1]
$ docker stack deploy nope
Specify a Compose file (with --compose-file)
[1]
$ docker stack deploy -c nope.yml nope
open nope.yml: no such file or directory
[1]
$ docker stack rm shop nope
Removing service shop_client
Removing service shop_web
Removing network shop_default
Nothing found in stack: nope
$ sleep 20
$ docker stack ls
NAME      SERVICES
$ docker ps -aq
