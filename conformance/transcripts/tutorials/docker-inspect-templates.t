# What people ask docker inspect.
#! world: docker
$ docker network create --subnet 10.20.0.0/24 --gateway 10.20.0.254 --label tier=front n1
98bd0660ac92f288420c06b5e2961fa9cbb6ed4ce3130a4d606afd8374bada44
$ docker run -d --name web --hostname web.example -e A=1 -e B=two --label app=shop --network n1 --ip 10.20.0.10 -p 8080:80 -v data:/data --restart unless-stopped nginx
935d70abb9b3c2d749a7f5ba2a433e9d826b146cf88f916055b942929a83809b
$ docker inspect -f '{{.Name}}' web
/web
$ docker inspect -f '{{.State.Status}} {{.State.Running}} {{.State.ExitCode}}' web
running true 0
$ docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' web
10.20.0.10
$ docker inspect -f '{{.NetworkSettings.IPAddress}}' web
\
$ docker inspect -f '{{.NetworkSettings.Networks.n1.Gateway}}' web
10.20.0.254
$ docker inspect -f '{{range $k, $v := .NetworkSettings.Networks}}{{$k}} {{$v.IPAddress}}/{{$v.IPPrefixLen}}{{end}}' web
n1 10.20.0.10/24
$ docker inspect -f '{{range $p, $conf := .NetworkSettings.Ports}} {{$p}} -> {{(index $conf 0).HostPort}} {{end}}' web
 80/tcp -> 8080 
$ docker inspect -f '{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}' web
8080
$ docker inspect -f '{{json .NetworkSettings.Ports}}' web
{"80/tcp":[{"HostIp":"0.0.0.0","HostPort":"8080"},{"HostIp":"::","HostPort":"8080"}]}
$ docker inspect -f '{{json .Config.Env}}' web
["A=1","B=two"]
$ docker inspect -f '{{.Config.Hostname}} {{.Config.Domainname}}' web
web.example 
$ docker inspect -f '{{index .Config.Labels "app"}}' web
shop
$ docker inspect -f '{{.HostConfig.RestartPolicy.Name}} {{.HostConfig.NetworkMode}}' web
unless-stopped n1
$ docker inspect -f '{{range .Mounts}}{{.Type}} {{.Name}} {{.Source}} {{.Destination}} {{.RW}}{{end}}' web
volume data /var/lib/docker/volumes/data/_data /data true
$ docker inspect -f '{{.Config.Cmd}} {{.Path}} {{.Args}}' web
[nginx -g daemon off;] /docker-entrypoint.sh [nginx -g daemon off;]
$ docker inspect -f '{{len .NetworkSettings.Networks}}' web
1
$ docker inspect -f '{{if .State.Running}}up{{else}}down{{end}}' web
up
$ docker inspect -f '{{.HostConfig.PortBindings}}' web
map[80/tcp:[{ 8080}]]
$ docker inspect -f '{{join .Config.Cmd " "}}' web
nginx -g daemon off;
$ docker inspect -f '{{upper .Name}} {{title "abc"}} {{split "a,b" ","}}' web
/WEB Abc [a b]
$ docker inspect -f '{{printf "%s %d" .Name .State.ExitCode}}' web
/web 0
$ docker inspect -f '{{.Nope}}' web
\
template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"
[1]
$ docker inspect -f '{{.State.Nope}}' web
\
template parsing error: template: :1:8: executing "" at <.State.Nope>: map has no entry for key "Nope"
[1]
$ docker inspect -f '{{range}}' web
template parsing error: template: :1: missing value for range
[64]
$ docker inspect -f '{{.Name' web
template parsing error: template: :1: unclosed action
[64]
$ docker inspect -f '{{index .Config.Labels "none"}}' web
\
$ docker inspect nothing
[]
Error: No such object: nothing
[1]
$ docker inspect -f '{{.Name}}' web nothing
/web
Error: No such object: nothing
[1]
$ docker inspect --type network n1 -f '{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}'
10.20.0.0/24 10.20.0.254
$ docker inspect --type image nginx -f '{{.Config.ExposedPorts}} {{.Os}}/{{.Architecture}}'
map[80/tcp:{}] linux/amd64
$ docker inspect --type container n1
[]
Error response from daemon: No such container: n1
[1]
$ docker network inspect -f '{{.Labels}} {{.Options}} {{.Internal}} {{.Driver}}' n1
map[tier:front] map[] false bridge
$ docker network inspect bridge -f '{{json .IPAM.Config}}'
[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]
$ docker network inspect bridge -f '{{index .Options "com.docker.network.bridge.name"}}'
docker0
$ docker volume inspect data -f '{{.Mountpoint}} {{.Driver}}'
/var/lib/docker/volumes/data/_data local
$ docker ps --format '{{.ID}} {{.Image}} {{.Names}}' | wc -w
3
$ docker ps --format json | tr , '\n' | grep -E 'Image|Names|Ports|State'
"Image":"nginx"
"Names":"web"
"Ports":"0.0.0.0:8080-\u003e80/tcp
"State":"running"
$ docker network ls --format '{{.Name}}: {{.Driver}} {{.Scope}}'
bridge: bridge local
host: host local
n1: bridge local
none: null local
$ docker images --format '{{.Repository}}:{{.Tag}}'
nginx:latest
alpine:latest
busybox:latest
$ docker rm -f web >/dev/null; docker volume rm data; docker network rm n1
data
n1
