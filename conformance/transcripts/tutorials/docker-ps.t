#! world: docker
$ docker run -d --name web -p 8080:80 -l x=y -l env=dev nginx
119fde1d8f3cc0cce155ed71179f917592b2e2cd2f5e5da84bb1ef33343cae6c
$ docker run -d --name app -v data:/data busybox sleep 3600
d07cdf2e19589fe1c0f5c716f609d9327c672bb5d900ad4d8063da189ee8968a
$ docker run --name done busybox sh -c 'exit 3'
[3]
$ docker create --name cold busybox
bb3d1d64bc384c631d5184849cd928544d0bcacf9a77a22ab8f738c9dec35b64
$ docker ps --format '{{.Foo}}'
failed to execute template: template: :1:2: executing "" at <.Foo>: can't evaluate field Foo in type *formatter.ContainerContext
[1]
$ docker ps --format '{{.Names}}|{{.Image}}|{{.Command}}|{{.Ports}}|{{.State}}|{{.Labels}}|{{.Networks}}|{{.Mounts}}|{{.LocalVolumes}}'
app|busybox|"sleep 3600"||running||bridge|data|1
web|nginx|"/docker-entrypoint.…"|0.0.0.0:8080->80/tcp, [::]:8080->80/tcp|running|env=dev,x=y|bridge||0
$ docker ps --format '{{.Label "x"}} {{.Names}}'
 app
y web
$ docker ps --format 'table {{.Names}}\t{{.Label "x"}}\t{{.Ports}}'
NAMES     x         PORTS
app                 
web       y         0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
$ docker ps --format 'table {{upper .Names}}'
NAMES
APP
WEB
$ docker ps --format '{{.ID'
failed to parse template: template: :1: unclosed action
[1]
$ docker ps -f status=foo
Error response from daemon: invalid filter 'status=foo': invalid value for state (foo): must be one of created, running, paused, restarting, removing, exited, dead
[1]
$ docker ps -f foo
invalid argument "foo" for "-f, --filter" flag: bad format of filter (expected name=value)

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[125]
$ docker ps -f foo=bar
Error response from daemon: invalid filter 'foo'
[1]
$ docker ps -a -f status=exited --format '{{.Names}}'
done
$ docker ps -a -f exited=3 --format '{{.Names}}'
done
$ docker ps -a -f exited=x
Error response from daemon: invalid filter 'exited=x': strconv.Atoi: parsing "x": invalid syntax
[1]
$ docker ps -f label=x --format '{{.Names}}'
web
$ docker ps -f label=env=prod --format '{{.Names}}'
$ docker ps -f ancestor=busybox --format '{{.Names}}'
app
$ docker ps -f network=bridge --format '{{.Names}}'
app
web
$ docker ps -f volume=data --format '{{.Names}}'
app
$ docker ps -f publish=8080 --format '{{.Names}}'
web
$ docker ps -f expose=80 --format '{{.Names}}'
web
$ docker ps -a -f before=app --format '{{.Names}}'
web
$ docker ps -a -f since=app --format '{{.Names}}'
cold
done
$ docker ps -a -f name=^c --format '{{.Names}}'
cold
$ docker ps -n 2 --format '{{.Names}}'
cold
done
$ docker ps -l --format '{{.Names}}'
cold
$ docker ps -aq | wc -l
4
$ docker ps a
docker: 'docker ps' accepts no arguments

Usage:  docker ps [OPTIONS]

Run 'docker ps --help' for more information
[1]
$ docker container ls -a --format '{{.Names}} {{.State}}'
cold created
done exited
app running
web running
$ docker container prune -f | head -1
Deleted Containers:
$ docker ps -a --format '{{.Names}}'
app
web
