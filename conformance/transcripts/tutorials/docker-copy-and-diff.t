# Files in and out of a container, and its changes.
#! world: docker
$ docker run -d --name web nginx
234c5e6dcca86e0abdd1046c4877129d21ed3cc747b36dcf8e681a6d6eee10fe
$ echo hello > page.html
$ docker cp page.html web:/usr/share/nginx/html/page.html
$ docker exec web wget -qO- localhost/page.html
hello
$ docker cp web:/usr/share/nginx/html/index.html . && head -3 index.html
<!DOCTYPE html>
<html>
<head>
$ docker cp web:/nothing .
Error response from daemon: Could not find the file /nothing in container web
[1]
$ docker cp nothing web:/tmp
lstat /root/nothing: no such file or directory
[1]
$ mkdir -p site/a; echo x > site/a/x; docker cp site web:/tmp; docker exec web ls -R /tmp
/tmp:
site

/tmp/site:
a

/tmp/site/a:
x
$ docker cp site/. web:/tmp/flat; docker exec web ls /tmp/flat
a
$ docker cp web:/tmp/site out; ls out
a
$ docker cp nobody:/x .
Error response from daemon: No such container: nobody
[1]
$ docker cp a b
must specify at least one container source
[1]
$ docker diff web | sort
A /tmp/flat
A /tmp/flat/a
A /tmp/flat/a/x
A /tmp/site
A /tmp/site/a
A /tmp/site/a/x
A /usr/share/nginx/html/page.html
C /tmp
C /usr
C /usr/share
C /usr/share/nginx
C /usr/share/nginx/html
$ docker exec web rm /tmp/site/a/x
$ docker commit -m 'with a page' -c 'ENV V=2' web shop:1 | cut -c1-7
sha256:
$ docker images shop --format '{{.Repository}} {{.Tag}}'
shop 1
$ docker run --rm --entrypoint sh shop:1 -c 'echo $V; cat /usr/share/nginx/html/page.html'
2
hello
$ docker history shop:1 --format '{{.Comment}} {{.CreatedBy}}' | head -2
with a page nginx -g daemon off;
Imported from - 
$ docker tag shop:1 shop:latest
$ docker rmi shop:1
Untagged: shop:1
$ docker rmi nginx
Error response from daemon: conflict: unable to remove repository reference "nginx" (must force) - container 234c5e6dcca8 is using its referenced image d34f812f6864
[1]
$ docker save nothing
Error response from daemon: No such image: nothing
[1]
$ docker load -i nothing.tar
open nothing.tar: no such file or directory
[1]
$ docker build .
DEPRECATED: The legacy builder is deprecated and will be removed in a future release.
            Install the buildx component to build images with BuildKit:
            https://docs.docker.com/go/buildx/

unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat /root/Dockerfile: no such file or directory
[1]
$ docker import nothing.tar
open nothing.tar: no such file or directory
[1]
$ docker search nginx
Error response from daemon: Get "https://index.docker.io/v1/search?q=nginx&n=25": dial tcp: lookup index.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker login
Error: Cannot perform an interactive login from a non TTY device
[1]
$ docker push shop
Using default tag: latest
The push refers to repository [docker.io/library/shop]
Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 8.8.8.8:53: server misbehaving
[1]
$ docker rm -f web; docker rmi shop
web
Untagged: shop:latest
Deleted: sha256:967ade0c4e4dcdef520446f8e1394c83c9696e9e0bf0d4a9046d61a15bea6474
Deleted: sha256:c400ac1a023cb07fcb70eb439cc155877be188199ddef44fac2b53064c3626fd
