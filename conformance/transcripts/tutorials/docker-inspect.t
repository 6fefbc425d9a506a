#! world: docker
$ docker run -d --name web -p 8080:80 -e A=b -l x=y -l com.example.role=front -v vol:/v nginx
051ec73aea99e12faa1294a2db6e31b315639473f542ea6184c4f6cff489c049
$ docker inspect -f '{{.Foo}}' web
\
template parsing error: template: :1:2: executing "" at <.Foo>: map has no entry for key "Foo"
[1]
$ docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.ExitCode}}' web
running true 0
$ docker inspect -f '{{.Config.Labels}}|{{.HostConfig.RestartPolicy}}|{{.NetworkSettings.Ports}}|{{.Config.Env}}|{{.Args}}' web
map[com.example.role:front x:y]|{no 0}|map[80/tcp:[{0.0.0.0 8080} {:: 8080}]]|[A=b]|[nginx -g daemon off;]
$ docker inspect -f '{{json .HostConfig.PortBindings}} {{json .Config.ExposedPorts}} {{json .Mounts}}' web
{"80/tcp":[{"HostIp":"","HostPort":"8080"}]} {"80/tcp":{}} [{"Type":"volume","Name":"vol","Source":"/var/lib/docker/volumes/vol/_data","Destination":"/v","Driver":"local","Mode":"z","RW":true,"Propagation":""}]
$ docker inspect -f '{{.State.Pid' web
template parsing error: template: :1: unclosed action
[64]
$ docker inspect -f '{{foo .State.Pid}}' web
template parsing error: template: :1: function "foo" not defined
[64]
$ docker inspect -f '{{range $k, $v := .NetworkSettings.Ports}}{{$k}} -> {{(index $v 0).HostPort}}{{"\n"}}{{end}}' web
80/tcp -> 8080

$ docker inspect -f '{{index .NetworkSettings.Networks "nosuch"}}' web
<nil>
$ docker inspect -f '{{.NetworkSettings.Networks.nosuch.IPAddress}}' web
<no value>
$ docker inspect -f '{{.Id.foo}}' web
\
template parsing error: template: :1:5: executing "" at <.Id.foo>: can't evaluate field foo in type interface {}
[1]
$ docker inspect -f '{{index .Config.Env 99}}' web
\
template parsing error: template: :1:2: executing "" at <index .Config.Env 99>: error calling index: index out of range: 99
[1]
$ docker inspect -f '{{printf "%-10s|%q" .Name .Driver}}' web
/web      |"overlay2"
$ docker inspect -f '{{len .Id}} {{upper .Name}} {{join .Config.Cmd ","}} {{title "abc"}} {{split "a,b" ","}} {{pad "x" 2 3}}|' web
\
template parsing error: template: :1:42: executing "" at <.Config.Cmd>: wrong type for value; expected []string; got []interface {}
[1]
$ docker inspect -f '{{with .State}}{{.Status}}{{else}}no{{end}} {{if and .State.Running (eq .State.ExitCode 0)}}ok{{end}}' web
running ok
$ docker inspect -f '{{if .State.Paused}}paused{{else if .State.Running}}running{{else}}other{{end}}' web
running
$ docker inspect -f '{{range .Mounts}}{{.Type}}:{{.Destination}} {{end}}{{range .HostConfig.Dns}}x{{else}}none{{end}}' web
volume:/v none
$ docker inspect -f '{{$x := .Name}}{{$x}} {{len .Mounts}} {{not .State.Running}} {{or "" "z"}} {{and 1 0}}' web
/web 1 false z 0
$ docker inspect -f '{{.Config.Image}} {{.Path}} {{.Config.StopSignal}} {{.HostConfig.NetworkMode}} {{.HostConfig.AutoRemove}}' web
nginx /docker-entrypoint.sh SIGQUIT bridge false
$ docker inspect --type foo web
unknown type: "foo": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"
[1]
$ docker inspect --type network bridge -f '{{.Name}} {{.Driver}} {{.EnableIPv6}}'
bridge bridge false
$ docker inspect bridge -f '{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}'
172.17.0.0/16 172.17.0.1
$ docker inspect -f '{{index .Options "com.docker.network.bridge.name"}}' bridge
docker0
$ docker network inspect -f '{{range .Containers}}{{.Name}} {{.IPv4Address}}{{end}}' bridge
web 172.17.0.2/16
$ docker inspect -f '{{.State.Health.Status}}' web
\
template parsing error: template: :1:8: executing "" at <.State.Health.Status>: map has no entry for key "Health"
[1]
$ docker inspect -s -f '{{.SizeRw}}' web
0
$ docker container inspect nosuch web -f '{{.Name}}'
/web
Error response from daemon: No such container: nosuch
[1]
$ docker volume inspect vol -f '{{.Name}} {{.Driver}} {{.Mountpoint}}'
vol local /var/lib/docker/volumes/vol/_data
$ docker image inspect nginx -f '{{.Config.Cmd}} {{.Config.Entrypoint}} {{.Config.ExposedPorts}} {{.Os}}/{{.Architecture}}'
[nginx -g daemon off;] [/docker-entrypoint.sh] map[80/tcp:{}] linux/amd64
$ docker image inspect nosuch
[]
Error response from daemon: No such image: nosuch:latest
[1]
