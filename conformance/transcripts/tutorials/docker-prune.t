# Taking away what is not used.
#! world: docker
$ docker network create a; docker network create b
13763342302f6baaaa22c00e497fadfceec7b571521a7351a6c14a5117964091
a75bda89f8176cb79ee11e4f9b900e651c8edbf2ca931ca0cd62bd1819bce25f
$ docker volume create v1; docker volume create
v1
424ac204810280d6c461366003febb981f36312e9c9a6bcd0d275081358fe674
$ docker run --name gone alpine true
$ docker run -d --name kept --network a alpine sleep 300
959fd40b27073ae21a63968c649fb10977e00a1a8ae0c1fe59c1a044436ac100
$ docker container prune -f | sed 's/^[0-9a-f]\{64\}/ID/'
Deleted Containers:
ID

Total reclaimed space: 0B
$ docker network prune -f
Deleted Networks:
b

$ docker volume ls -q | wc -l
2
$ docker volume prune -f | wc -l
4
$ docker volume ls -q
v1
$ docker volume prune -a -f
Deleted Volumes:
v1

Total reclaimed space: 0B
$ docker image prune -f
Total reclaimed space: 0B
$ echo n | docker system prune
WARNING! This will remove:
  - all stopped containers
  - all networks not used by at least one container
  - all dangling images
  - unused build cache

Are you sure you want to continue? [y/N] 
$ echo y | docker network prune
WARNING! This will remove all custom networks not used by at least one container.
Are you sure you want to continue? [y/N] 
$ docker system prune -f
Total reclaimed space: 0B
$ docker network prune --filter until=1h -f
$ docker rm -f kept; docker network rm a
kept
a
