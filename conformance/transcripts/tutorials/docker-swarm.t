#! world: docker
$ docker swarm leave
Error response from daemon: This node is not part of a swarm
[1]
$ docker node ls
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker swarm join-token worker
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker network create -d overlay ov
Error response from daemon: This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.
[1]
$ docker network create --scope swarm ov
Error response from daemon: cannot create a swarm scoped network when swarm is not active
[1]
$ docker swarm join --token nonsense 192.168.1.11:2377
Error response from daemon: invalid join token
[1]
$ docker swarm init --advertise-addr nowhere
Error response from daemon: advertise address must be a non-zero IP address or network interface (with optional port number)
[1]
$ docker info --format '{{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}}'
inactive false
$ docker swarm init > /dev/null
$ sleep 2
$ docker swarm init
Error response from daemon: This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.
[1]
$ docker swarm leave
Error response from daemon: You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message.
[1]
$ docker node ls --format '{{.Hostname}} {{.Status}} {{.Availability}} {{.ManagerStatus}} {{.EngineVersion}}'
host Ready Active Leader 28.5.2+dfsg4
$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
docker_gwbridge bridge local
host host local
ingress overlay swarm
none null local
$ docker network inspect docker_gwbridge
[
    {
        "Name": "docker_gwbridge",
        "Id": "3c324a4df78904b87d702e02a775c5c3fe665f2f4a76a14c83a8165b053d5597",
        "Created": "2026-11-26T05:04:01.384682535Z",
        "Scope": "local",
        "Driver": "bridge",
        "EnableIPv4": true,
        "EnableIPv6": false,
        "IPAM": {
            "Driver": "default",
            "Options": null,
            "Config": [
                {
                    "Subnet": "172.18.0.0/16",
                    "Gateway": "172.18.0.1"
                }
            ]
        },
        "Internal": false,
        "Attachable": false,
        "Ingress": false,
        "ConfigFrom": {
            "Network": ""
        },
        "ConfigOnly": false,
        "Containers": {
            "ingress-sbox": {
                "Name": "gateway_ingress-sbox",
                "EndpointID": "546ece02b0ff68c8d440be637a71182e3f50a268a7df5255253870641ff27468",
                "MacAddress": "16:42:64:f6:a5:f1",
                "IPv4Address": "172.18.0.2/16",
                "IPv6Address": ""
            }
        },
        "Options": {
            "com.docker.network.bridge.enable_icc": "false",
            "com.docker.network.bridge.enable_ip_masquerade": "true",
            "com.docker.network.bridge.name": "docker_gwbridge"
        },
        "Labels": {}
    }
]
$ docker network inspect ingress --format '{{json .IPAM}} {{json .Options}} {{.Ingress}} {{.Attachable}} {{.Scope}}'
{"Driver":"default","Options":null,"Config":[{"Subnet":"10.0.0.0/24","Gateway":"10.0.0.1"}]} {"com.docker.network.driver.overlay.vxlanid_list":"4096"} true false swarm
$ ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if2         UP             192.168.1.10/24 fe80::a079:2bff:fedf:a6d/64 
docker0          DOWN           172.17.0.1/16 
docker_gwbridge  UP             172.18.0.1/16 fe80::88f7:f2ff:fe95:52bb/64 
veth40f81df@if8  UP             fe80::9401:deff:fe5c:c591/64 
$ ip r
default via 192.168.1.1 dev eth0 
172.17.0.0/16 dev docker0 proto kernel scope link src 172.17.0.1 linkdown 
172.18.0.0/16 dev docker_gwbridge proto kernel scope link src 172.18.0.1 
192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.10 
$ iptables -S; iptables -t nat -S; iptables -t raw -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
-N DOCKER
-N DOCKER-BRIDGE
-N DOCKER-CT
-N DOCKER-FORWARD
-N DOCKER-ISOLATION-STAGE-1
-N DOCKER-ISOLATION-STAGE-2
-N DOCKER-USER
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-FORWARD
-A DOCKER ! -i docker0 -o docker0 -j DROP
-A DOCKER ! -i docker_gwbridge -o docker_gwbridge -j DROP
-A DOCKER-BRIDGE -o docker0 -j DOCKER
-A DOCKER-BRIDGE -o docker_gwbridge -j DOCKER
-A DOCKER-CT -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-CT -o docker_gwbridge -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A DOCKER-FORWARD -j DOCKER-CT
-A DOCKER-FORWARD -j DOCKER-ISOLATION-STAGE-1
-A DOCKER-FORWARD -j DOCKER-BRIDGE
-A DOCKER-FORWARD -i docker0 -j ACCEPT
-A DOCKER-FORWARD -i docker_gwbridge -o docker_gwbridge -j DROP
-A DOCKER-FORWARD -i docker_gwbridge ! -o docker_gwbridge -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -i docker_gwbridge ! -o docker_gwbridge -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-2 -o docker_gwbridge -j DROP
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-P PREROUTING ACCEPT
-P INPUT ACCEPT
-P OUTPUT ACCEPT
-P POSTROUTING ACCEPT
-N DOCKER
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 172.18.0.0/16 ! -o docker_gwbridge -j MASQUERADE
-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE
-A DOCKER -i docker_gwbridge -j RETURN
-A DOCKER -i docker0 -j RETURN
-P PREROUTING ACCEPT
-P OUTPUT ACCEPT
-A PREROUTING -d 172.18.0.2/32 ! -i docker_gwbridge -j DROP
$ ss -lntu
Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
udp   UNCONN 0      0            0.0.0.0:4789      0.0.0.0:*          
udp   UNCONN 0      0                  *:7946            *:*          
tcp   LISTEN 0      4096               *:7946            *:*          
tcp   LISTEN 0      4096               *:2377            *:*          
$ docker info 2>/dev/null | grep -A29 Swarm: | grep -v ID:
 Swarm: active
  Is Manager: true
  Managers: 1
  Nodes: 1
  Data Path Port: 4789
  Orchestration:
   Task History Retention Limit: 5
  Raft:
   Snapshot Interval: 10000
   Number of Old Snapshots to Retain: 0
   Heartbeat Tick: 1
   Election Tick: 10
  Dispatcher:
   Heartbeat Period: 5 seconds
  CA Configuration:
   Expiry Duration: 3 months
   Force Rotate: 0
  Autolock Managers: false
  Root Rotation In Progress: false
  Node Address: 192.168.1.10
  Manager Addresses:
   192.168.1.10:2377
 Runtimes: io.containerd.runc.v2 runc
 Default Runtime: runc
 Init Binary: docker-init
 containerd version: 
 runc version: 1.3.6+ds1-1
 init version: 
$ docker network rm docker_gwbridge | sed 's/(name.*//'
Error response from daemon: error while removing network: network docker_gwbridge has active endpoints (name:"gateway_ingress-sbox" id:"546ece02b0ff")
exit status 1
$ docker swarm leave --force
Node left the swarm.
$ sleep 2
$ docker network ls --format '{{.Name}} {{.Driver}} {{.Scope}}'
bridge bridge local
docker_gwbridge bridge local
host host local
none null local
$ ip -br a
lo               UNKNOWN        127.0.0.1/8 ::1/128 
eth0@if2         UP             192.168.1.10/24 fe80::a079:2bff:fedf:a6d/64 
docker0          DOWN           172.17.0.1/16 
docker_gwbridge  DOWN           172.18.0.1/16 fe80::88f7:f2ff:fe95:52bb/64 
$ ss -lntu
Netid State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
$ docker swarm leave --force
Error response from daemon: This node is not part of a swarm
[1]
