# Options with their values in one word.
#! world: bare
$ iptables -A INPUT --protocol=tcp -j ACCEPT
iptables v1.8.9 (nf_tables): unknown protocol "--protocol=tcp" specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -ilo -j ACCEPT
$ iptables -A OUTPUT -olo -j ACCEPT
$ iptables -A OUTPUT --out-interface=lo -j ACCEPT
iptables v1.8.9 (nf_tables): interface name `--out-interface=lo' must be shorter than IFNAMSIZ (15)
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -i=lo -j ACCEPT
$ iptables -A INPUT -jACCEPT
iptables v1.8.9 (nf_tables): Chain '-jACCEPT' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --jump=ACCEPT
iptables v1.8.9 (nf_tables): Chain '--jump=ACCEPT' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s10.0.0.1
iptables v1.8.9 (nf_tables): host/network `-s10.0.0.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT --source=10.0.0.1
iptables v1.8.9 (nf_tables): host/network `--source=10.0.0.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -mtcp -p tcp --dport 4
$ iptables -A INPUT --match=tcp -p tcp --dport 5
$ iptables -AINPUT -d10.0.0.1 -jDROP
iptables v1.8.9 (nf_tables): host/network `-d10.0.0.1' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables --append=INPUT -jDROP
iptables v1.8.9 (nf_tables): Chain '-jDROP' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -tfilter
$ iptables -N XX
$ iptables -A INPUT -gXX
$ iptables -A INPUT --goto=XX
$ iptables -IINPUT 2 -jDROP
iptables v1.8.9 (nf_tables): Chain '-jDROP' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -DINPUT 2
$ iptables -PINPUT ACCEPT
$ iptables -SINPUT
-P INPUT ACCEPT
-A INPUT -i -ilo -j ACCEPT
-A INPUT -p tcp -m tcp --dport 4
-A INPUT -p tcp -m tcp --dport 5
-A INPUT
-A INPUT -g XX
-A INPUT -g XX
$ iptables --list-rules=INPUT
-P INPUT ACCEPT
-A INPUT -i -ilo -j ACCEPT
-A INPUT -p tcp -m tcp --dport 4
-A INPUT -p tcp -m tcp --dport 5
-A INPUT
-A INPUT -g XX
-A INPUT -g XX
$ iptables -nvLINPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 ACCEPT     0    --  -ilo   *       0.0.0.0/0            0.0.0.0/0           
    0     0            6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:4
    0     0            6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:5
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
    0     0 XX         0    --  *      *       0.0.0.0/0            0.0.0.0/0           [goto] 
    0     0 XX         0    --  *      *       0.0.0.0/0            0.0.0.0/0           [goto] 
$ iptables -LnINPUT
iptables v1.8.9 (nf_tables): chain `nINPUT' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -vnxL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination         
       0        0 ACCEPT     0    --  -ilo   *       0.0.0.0/0            0.0.0.0/0           
       0        0            6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:4
       0        0            6    --  *      *       0.0.0.0/0            0.0.0.0/0            tcp dpt:5
       0        0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
       0        0 XX         0    --  *      *       0.0.0.0/0            0.0.0.0/0           [goto] 
       0        0 XX         0    --  *      *       0.0.0.0/0            0.0.0.0/0           [goto] 
$ iptables -vx
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -nq
iptables v1.8.9 (nf_tables): unknown option "-nq"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -q
iptables v1.8.9 (nf_tables): unknown option "-q"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -vqn
iptables v1.8.9 (nf_tables): unknown option "INPUT"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -qqq
iptables v1.8.9 (nf_tables): unknown option "iptables"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -q
iptables v1.8.9 (nf_tables): unknown option "-q"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --syn -vq
iptables v1.8.9 (nf_tables): unknown option "-vq"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A
iptables v1.8.9 (nf_tables): option "-A" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -vA
iptables v1.8.9 (nf_tables): option "-vA" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -vj
iptables v1.8.9 (nf_tables): option "-vj" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --sport
iptables v1.8.9 (nf_tables): option "--sport" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -c5 6
$ iptables -A INPUT -f -p tcp
$ iptables -A INPUT -fp tcp
$ iptables -A INPUT -f --dport 4 -p tcp
iptables v1.8.9 (nf_tables): unknown option "--dport"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport 1:2:3
iptables v1.8.9 (nf_tables): invalid port/service `2:3' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p udp --dport 1:2:3
iptables v1.8.9 (nf_tables): udp: Too many components for option "--destination-port" (max: 2)

Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp -m multiport --dports 1:2:3
iptables v1.8.9 (nf_tables): invalid port/service `2:3' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -p tcp --dport -x
iptables v1.8.9 (nf_tables): invalid port/service `-x' specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -s -x
iptables v1.8.9 (nf_tables): host/network `-x' not found
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j -x
iptables v1.8.9 (nf_tables): Chain '-x' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -A
iptables v1.8.9 (nf_tables): option "-A" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT -1
iptables v1.8.9 (nf_tables): unknown option "-1"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L -1
iptables v1.8.9 (nf_tables): unknown option "-1"
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -E A -x
iptables v1.8.9 (nf_tables): -E requires old-chain-name and new-chain-name
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -P INPUT -x
iptables v1.8.9 (nf_tables): -P requires a chain and a policy
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -w -x
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -Z INPUT -L INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     all  --  anywhere             anywhere            
           tcp  --  anywhere             anywhere             tcp dpt:4
           tcp  --  anywhere             anywhere             tcp dpt:5
           all  --  anywhere             anywhere            
XX         all  --  anywhere             anywhere            [goto] 
XX         all  --  anywhere             anywhere            [goto] 
           all  --  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
$ iptables -L INPUT -Z INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     all  --  anywhere             anywhere            
           tcp  --  anywhere             anywhere             tcp dpt:4
           tcp  --  anywhere             anywhere             tcp dpt:5
           all  --  anywhere             anywhere            
XX         all  --  anywhere             anywhere            [goto] 
XX         all  --  anywhere             anywhere            [goto] 
           all  --  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
$ iptables -L -Z INPUT
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
ACCEPT     all  --  anywhere             anywhere            
           tcp  --  anywhere             anywhere             tcp dpt:4
           tcp  --  anywhere             anywhere             tcp dpt:5
           all  --  anywhere             anywhere            
XX         all  --  anywhere             anywhere            [goto] 
XX         all  --  anywhere             anywhere            [goto] 
           all  --  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
           tcp  -f  anywhere             anywhere            
$ iptables -Z INPUT 1 -L
ACCEPT     all  --  anywhere             anywhere            
$ iptables -S INPUT 1 -Z
-A INPUT -i -ilo -j ACCEPT
$ iptables -L INPUT 1 -Z
ACCEPT     all  --  anywhere             anywhere            
$ iptables -L -L
iptables v1.8.9 (nf_tables): Cannot use -L with -L
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -D INPUT 1 -D INPUT 1
iptables v1.8.9 (nf_tables): Cannot use -D with -D
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N XX
-A INPUT -i -ilo -j ACCEPT
-A INPUT -p tcp -m tcp --dport 4
-A INPUT -p tcp -m tcp --dport 5
-A INPUT
-A INPUT -g XX
-A INPUT -g XX
-A INPUT
-A INPUT -p tcp -f
-A INPUT -p tcp -f
-A OUTPUT -o -olo -j ACCEPT
$ iptables -p tcp
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -j ACCEPT
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -t nat
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -s 1.1.1.1
iptables v1.8.9 (nf_tables): no command specified
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -L INPUT -s 1.1.1.1
iptables v1.8.9 (nf_tables): Illegal option `-s' with this command
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -S x y
iptables v1.8.9 (nf_tables): Invalid rule number `y'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -F x y
Bad argument `y'
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -N
iptables v1.8.9 (nf_tables): option "-N" requires an argument
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -X ''
iptables: No chain/target/match by that name.
[1]
$ iptables -F ''
iptables: No chain/target/match by that name.
[1]
$ iptables -L ''
iptables v1.8.9 (nf_tables): chain `' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N XX
-A INPUT -i -ilo -j ACCEPT
-A INPUT -p tcp -m tcp --dport 4
-A INPUT -p tcp -m tcp --dport 5
-A INPUT
-A INPUT -g XX
-A INPUT -g XX
-A INPUT
-A INPUT -p tcp -f
-A INPUT -p tcp -f
-A OUTPUT -o -olo -j ACCEPT
