# Commands on rules and chains, counters, and what -v tells.
#! world: bare
$ iptables -A INPUT -p tcp --dport 22 -j ACCEPT
$ iptables -A INPUT -p tcp --dport 80 -j ACCEPT
$ iptables -A INPUT -p tcp --dport 443 -j ACCEPT
$ iptables -D INPUT 2
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p tcp -m tcp --dport 443 -j ACCEPT
$ iptables -D INPUT -p tcp --dport 443 -j ACCEPT
$ iptables -D INPUT -p tcp --dport 443 -j ACCEPT
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -D INPUT -p tcp --dport 443
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -I INPUT 1 -p udp
$ iptables -I INPUT 2 -p icmp
$ iptables -I INPUT 4 -p icmp -j DROP
$ iptables -I INPUT 6 -p icmp -j DROP
iptables: Index of insertion too big.
[1]
$ iptables -R INPUT 1 -p udp --dport 53
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -p udp -m udp --dport 53
-A INPUT -p icmp
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p icmp -j DROP
$ iptables -D INPUT -s 1.1.1.1,2.2.2.2
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -A INPUT -s 1.1.1.1,2.2.2.2
$ iptables -C INPUT -s 1.1.1.1,2.2.2.2
$ iptables -C INPUT -s 1.1.1.1,3.3.3.3
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -I INPUT -s 5.1.1.1,6.2.2.2
$ iptables -D INPUT -s 1.1.1.1,2.2.2.2
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s 6.2.2.2/32
-A INPUT -s 5.1.1.1/32
-A INPUT -p udp -m udp --dport 53
-A INPUT -p icmp
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p icmp -j DROP
$ iptables -N Z1
$ iptables -N A1
$ iptables -N m1
$ iptables -N 1x
$ iptables -N _u
$ iptables -A Z1 -j A1
$ iptables -A A1 -j m1
$ iptables -A FORWARD -g Z1
$ iptables -A OUTPUT -j Z1
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N 1x
-N A1
-N Z1
-N _u
-N m1
-A INPUT -s 6.2.2.2/32
-A INPUT -s 5.1.1.1/32
-A INPUT -p udp -m udp --dport 53
-A INPUT -p icmp
-A INPUT -p tcp -m tcp --dport 22 -j ACCEPT
-A INPUT -p icmp -j DROP
-A FORWARD -g Z1
-A OUTPUT -j Z1
-A A1 -j m1
-A Z1 -j A1
$ iptables -L -n
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         
           0    --  6.2.2.2              0.0.0.0/0           
           0    --  5.1.1.1              0.0.0.0/0           
           17   --  0.0.0.0/0            0.0.0.0/0            udp dpt:53
           1    --  0.0.0.0/0            0.0.0.0/0           
ACCEPT     6    --  0.0.0.0/0            0.0.0.0/0            tcp dpt:22
DROP       1    --  0.0.0.0/0            0.0.0.0/0           

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         
Z1         0    --  0.0.0.0/0            0.0.0.0/0           [goto] 

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
Z1         0    --  0.0.0.0/0            0.0.0.0/0           

Chain 1x (0 references)
target     prot opt source               destination         

Chain A1 (1 references)
target     prot opt source               destination         
m1         0    --  0.0.0.0/0            0.0.0.0/0           

Chain Z1 (2 references)
target     prot opt source               destination         
A1         0    --  0.0.0.0/0            0.0.0.0/0           

Chain _u (0 references)
target     prot opt source               destination         

Chain m1 (1 references)
target     prot opt source               destination         
$ iptables -nL Z1
Chain Z1 (2 references)
target     prot opt source               destination         
A1         0    --  0.0.0.0/0            0.0.0.0/0           
$ iptables -S Z1
-N Z1
-A Z1 -j A1
$ iptables -F Z1
$ iptables -X Z1
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain Z1
[4]
$ iptables -F
$ iptables -X Z1
$ iptables -X
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
$ iptables -P INPUT DROP
$ iptables -P FORWARD DROP
$ iptables -nvL
Chain INPUT (policy DROP 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain FORWARD (policy DROP 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ iptables -Z
$ iptables -S -v
-P INPUT DROP -c 0 0
-P FORWARD DROP -c 0 0
-P OUTPUT ACCEPT -c 0 0
$ iptables -P INPUT ACCEPT
$ iptables -X INPUT
$ iptables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
$ iptables -X FORWARD
iptables: Directory not empty.
[1]
$ iptables -A INPUT
$ iptables -X INPUT
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain INPUT
[4]
$ iptables -t nat -X POSTROUTING
iptables: No chain/target/match by that name.
[1]
$ iptables -F
$ iptables -X INPUT
$ iptables -S
-P INPUT ACCEPT
-P FORWARD DROP
-P OUTPUT ACCEPT
$ nft list ruleset
table ip filter {
	chain FORWARD {
		type filter hook forward priority filter; policy drop;
	}
}
$ iptables -t nat -A POSTROUTING -j MASQUERADE -c 5 1000
$ iptables -t nat -A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE -c 99999 99999
$ iptables -t nat -A POSTROUTING -s 11.0.0.0/8 -j MASQUERADE -c 100000 100000
$ iptables -t nat -A POSTROUTING -s 12.0.0.0/8 -j MASQUERADE -c 100499 100500
$ iptables -t nat -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE -c 9999499 9999500
$ iptables -t nat -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE -c 12345678 123456789
$ iptables -t nat -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE -c 1234567890 12345678901
$ iptables -t nat -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE -c 123456789012 123456789012345
$ iptables -t nat -nvL POSTROUTING
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    5  1000 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
99999 99999 MASQUERADE  0    --  *      *       10.0.0.0/8           0.0.0.0/0           
 100K  100K MASQUERADE  0    --  *      *       11.0.0.0/8           0.0.0.0/0           
 100K  101K MASQUERADE  0    --  *      *       12.0.0.0/8           0.0.0.0/0           
9999K   10M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
  12M  123M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
1235M   12G MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
 123G  123T MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
$ iptables -t nat -nvxL POSTROUTING
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
    pkts      bytes target     prot opt in     out     source               destination         
       5     1000 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
   99999    99999 MASQUERADE  0    --  *      *       10.0.0.0/8           0.0.0.0/0           
  100000   100000 MASQUERADE  0    --  *      *       11.0.0.0/8           0.0.0.0/0           
  100499   100500 MASQUERADE  0    --  *      *       12.0.0.0/8           0.0.0.0/0           
 9999499  9999500 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
12345678 123456789 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
1234567890 12345678901 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
123456789012 123456789012345 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
$ iptables -t nat -nvL POSTROUTING --line-numbers
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
num   pkts bytes target     prot opt in     out     source               destination         
1        5  1000 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
2    99999 99999 MASQUERADE  0    --  *      *       10.0.0.0/8           0.0.0.0/0           
3     100K  100K MASQUERADE  0    --  *      *       11.0.0.0/8           0.0.0.0/0           
4     100K  101K MASQUERADE  0    --  *      *       12.0.0.0/8           0.0.0.0/0           
5    9999K   10M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
6      12M  123M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
7    1235M   12G MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
8     123G  123T MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
$ iptables -t nat -xL POSTROUTING
Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
MASQUERADE  all  --  anywhere             anywhere            
MASQUERADE  all  --  10.0.0.0/8           anywhere            
MASQUERADE  all  --  11.0.0.0/8           anywhere            
MASQUERADE  all  --  12.0.0.0/8           anywhere            
MASQUERADE  all  --  13.0.0.0/8           anywhere            
MASQUERADE  all  --  13.0.0.0/8           anywhere            
MASQUERADE  all  --  13.0.0.0/8           anywhere            
MASQUERADE  all  --  13.0.0.0/8           anywhere            
$ iptables -t nat -S -v
-P PREROUTING ACCEPT -c 0 0
-P INPUT ACCEPT -c 0 0
-P OUTPUT ACCEPT -c 0 0
-P POSTROUTING ACCEPT -c 0 0
-A POSTROUTING -c 5 1000 -j MASQUERADE
-A POSTROUTING -s 10.0.0.0/8 -c 99999 99999 -j MASQUERADE
-A POSTROUTING -s 11.0.0.0/8 -c 100000 100000 -j MASQUERADE
-A POSTROUTING -s 12.0.0.0/8 -c 100499 100500 -j MASQUERADE
-A POSTROUTING -s 13.0.0.0/8 -c 9999499 9999500 -j MASQUERADE
-A POSTROUTING -s 13.0.0.0/8 -c 12345678 123456789 -j MASQUERADE
-A POSTROUTING -s 13.0.0.0/8 -c 1234567890 12345678901 -j MASQUERADE
-A POSTROUTING -s 13.0.0.0/8 -c 123456789012 123456789012345 -j MASQUERADE
$ iptables-save -c
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:43 2026
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:43 2026
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:43 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
[5:1000] -A POSTROUTING -j MASQUERADE
[99999:99999] -A POSTROUTING -s 10.0.0.0/8 -j MASQUERADE
[100000:100000] -A POSTROUTING -s 11.0.0.0/8 -j MASQUERADE
[100499:100500] -A POSTROUTING -s 12.0.0.0/8 -j MASQUERADE
[9999499:9999500] -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE
[12345678:123456789] -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE
[1234567890:12345678901] -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE
[123456789012:123456789012345] -A POSTROUTING -s 13.0.0.0/8 -j MASQUERADE
COMMIT
\# Completed on Wed Nov 25 23:01:43 2026
$ iptables -t nat -Z POSTROUTING 3
$ iptables -t nat -nvL POSTROUTING
Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    5  1000 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
99999 99999 MASQUERADE  0    --  *      *       10.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       11.0.0.0/8           0.0.0.0/0           
 100K  101K MASQUERADE  0    --  *      *       12.0.0.0/8           0.0.0.0/0           
9999K   10M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
  12M  123M MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
1235M   12G MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
 123G  123T MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
$ iptables -t nat -Z
$ iptables -t nat -nvL
Chain PREROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain POSTROUTING (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0 MASQUERADE  0    --  *      *       0.0.0.0/0            0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       10.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       11.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       12.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
    0     0 MASQUERADE  0    --  *      *       13.0.0.0/8           0.0.0.0/0           
$ iptables -P INPUT ACCEPT -c 5 1000000
$ iptables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ iptables -S -v
-P INPUT ACCEPT -c 0 0
-P FORWARD DROP -c 0 0
-P OUTPUT ACCEPT -c 0 0
$ iptables -nvL -Z
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain FORWARD (policy DROP 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
Zeroing chain `INPUT'
Zeroing chain `FORWARD'
Zeroing chain `OUTPUT'
$ iptables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
$ iptables -A INPUT -c 3 4
$ iptables -P INPUT ACCEPT -c 7 8
$ iptables -Z INPUT
$ iptables -nvL INPUT
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ nft list chain ip filter INPUT
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		counter packets 0 bytes 0
	}
}
$ iptables -nL INPUT 1
           0    --  0.0.0.0/0            0.0.0.0/0           
$ iptables -nvL INPUT 1 --line-numbers
1        0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ iptables -L INPUT 2
$ iptables -S INPUT 1 -v
-A INPUT -c 0 0
$ iptables -N FOO
$ iptables -E FOO BAR
$ iptables -S FOO
iptables v1.8.9 (nf_tables): chain `FOO' in table `filter' is incompatible, use 'nft' tool.
[1]
$ iptables -X BAR
$ iptables -Z NOPE
iptables: No chain/target/match by that name.
[1]
$ iptables -F NOPE
iptables: No chain/target/match by that name.
[1]
$ iptables -t nat -F
$ iptables -vF
Flushing chain `INPUT'
Flushing chain `FORWARD'
Flushing chain `OUTPUT'
$ iptables -t nat -vF
Flushing chain `PREROUTING'
Flushing chain `INPUT'
Flushing chain `OUTPUT'
Flushing chain `POSTROUTING'
$ iptables -t mangle -vZ
$ iptables -t raw -vX
$ iptables -L -t nat -n --line-numbers
Chain PREROUTING (policy ACCEPT)
num  target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
num  target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
num  target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
num  target     prot opt source               destination         
$ iptables --table=nat --list --numeric
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
$ iptables -w -t nat -L -n
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         

Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain POSTROUTING (policy ACCEPT)
target     prot opt source               destination         
$ iptables -A NOSUCH -j NOSUCH2
iptables v1.8.9 (nf_tables): Chain 'NOSUCH2' does not exist
Try `iptables -h' or 'iptables --help' for more information.
[2]
$ iptables -A INPUT -j INPUT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Operation not supported): rule in chain INPUT
[4]
$ iptables -A INPUT -g OUTPUT
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Operation not supported): rule in chain INPUT
[4]
$ iptables -N L1
$ iptables -A L1 -j L1
$ iptables -A INPUT -j L1
iptables v1.8.9 (nf_tables):  RULE_APPEND failed (Too many links): rule in chain INPUT
[4]
$ iptables -C NOSUCH -j ACCEPT
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -R INPUT 50 -j ACCEPT
iptables: Index of replacement too big.
[1]
$ iptables -R NOSUCH 1 -j ACCEPT
iptables: No chain/target/match by that name.
[1]
$ iptables -I NOSUCH 1 -j ACCEPT
iptables: No chain/target/match by that name.
[1]
$ iptables -I NOSUCH 2 -j ACCEPT
iptables: No chain/target/match by that name.
[1]
$ iptables -I OUTPUT 2 -j ACCEPT
iptables: Index of insertion too big.
[1]
$ iptables -I OUTPUT 1 -j ACCEPT
$ iptables -D OUTPUT 2
iptables: Index of deletion too big.
[1]
$ iptables -D OUTPUT 1
