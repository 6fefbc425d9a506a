#! world: docker
$ docker network create --subnet 10.1.0.1/24 net1
Error response from daemon: invalid network config:
invalid subnet 10.1.0.1/24: it should be 10.1.0.0/24
[1]
$ docker network create --subnet foo net1
Error response from daemon: invalid network config:
invalid subnet foo: invalid CIDR block notation
[1]
$ docker network create --subnet 10.1.0.0/24 --gateway 10.1.0.255 net1
Error response from daemon: failed to allocate gateway (10.1.0.255): Address already in use
[1]
$ docker network create --subnet 10.3.0.0/24 --subnet 10.4.0.0/24 net1
Error response from daemon: bridge driver doesn't support multiple subnets
[1]
$ docker network create --subnet 10.1.0.0/24 --ip-range 10.1.0.128/25 --gateway 10.1.0.1 --aux-address printer=10.1.0.129 net1
352943ff36791f4373a0b4ac1d33969ded1520eeddf14691ae56efcdac0b022c
$ docker network inspect -f '{{json .IPAM}}' net1
{"Driver":"default","Options":{},"Config":[{"Subnet":"10.1.0.0/24","IPRange":"10.1.0.128/25","Gateway":"10.1.0.1","AuxiliaryAddresses":{"printer":"10.1.0.129"}}]}
$ docker run -d --name x1 --network net1 busybox sleep 3600
18fa16b0fcacd5e95fa89e0e47977a6fd935f28f55589ccae7c8eaa0b6fda97c
$ docker run -d --name x2 --network net1 --ip 10.9.9.9 busybox sleep 3600
docker: Error response from daemon: invalid config for network net1: invalid endpoint settings:
no configured subnet or ip-range contain the IP address 10.9.9.9

Run 'docker run --help' for more information
[125]
$ docker run -d --name x3 --network net1 --ip 10.1.0.129 busybox sleep 3600
210f78345a0e7e8a9ed167f8d5284d0227e11380e7d4c08bb8fe4a9f364c53cd
docker: Error response from daemon: failed to set up container networking: Address already in use

Run 'docker run --help' for more information
[125]
$ docker run -d --name x5 --network net1 --ip 10.1.0.5 busybox sleep 3600
07a77c7fccd8947fa01e600e6c9a9cab8b5b7bcaaf40f271240e4e98d8dad008
$ docker inspect -f '{{range .NetworkSettings.Networks}}{{.IPAddress}}/{{.IPPrefixLen}} {{.Gateway}}{{end}}' x1 x5
10.1.0.128/24 10.1.0.1
10.1.0.5/24 10.1.0.1
$ docker network create --subnet 10.1.0.0/25 net2
Error response from daemon: invalid pool request: Pool overlaps with other one on this address space
[1]
$ docker network create --subnet 10.6.0.0/30 tiny
be80630ed54d1c7514584b1c7442c2f8dc14c7a05031a95a176aa93b4ec913c1
$ docker run -d --name t1 --network tiny busybox sleep 3600
9b1b3184b593d91c42210658a51d65f07d184499e6a6403f22237445a736f796
$ docker run -d --name t2 --network tiny busybox sleep 3600
c2c4fc47f5bcea37735fccc57a7f5164ca3284b3d797ce0259e471420bd71485
docker: Error response from daemon: failed to set up container networking: no available IPv4 addresses on this network's address pools: tiny (be80630ed54d1c7514584b1c7442c2f8dc14c7a05031a95a176aa93b4ec913c1)

Run 'docker run --help' for more information
[125]
$ docker network create -o com.docker.network.bridge.name=docker0 net2
Error response from daemon: cannot create network b18c1a0a1ebded0f96c01f731f499b37c8ac492a4f79c825e6509243efa8c97f (docker0): conflicts with network 55fb14a2409ac5abfc46dee6440cf901253354f740b1bc75d5f0607b36f8bec1 (docker0): networks have same bridge name
[1]
$ docker network create -o com.docker.network.bridge.enable_icc=maybe net2
Error response from daemon: failed to parse com.docker.network.bridge.enable_icc value: maybe (strconv.ParseBool: parsing "maybe": invalid syntax)
[1]
$ docker network create -o com.docker.network.driver.mtu=big net2
Error response from daemon: failed to parse com.docker.network.driver.mtu value: big (strconv.Atoi: parsing "big": invalid syntax)
[1]
$ docker network create -o com.docker.network.bridge.gateway_mode_ipv4=foo net2
Error response from daemon: failed to parse com.docker.network.bridge.gateway_mode_ipv4 value: foo (unknown gateway mode foo)
[1]
$ docker network create -o com.docker.network.bridge.gateway_mode_ipv4=isolated net2
Error response from daemon: gateway mode 'isolated' can only be used for an internal network
[1]
$ docker network create -d host net2
Error response from daemon: only one instance of "host" network is allowed
[1]
$ docker network create -d overlay net2
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker network connect net1 x1
Error response from daemon: endpoint with name x1 already exists in network net1
[1]
$ docker network disconnect bridge x1
Error response from daemon: container 18fa16b0fcacd5e95fa89e0e47977a6fd935f28f55589ccae7c8eaa0b6fda97c is not connected to network bridge
[1]
$ docker network connect host x1
Error response from daemon: cannot connect container to host network - container must be created in host network mode
[1]
$ docker network ls -f type=x
Error response from daemon: invalid filter: 'type'='x'
[1]
