# Which chains are there after which command.
#! world: bare
$ iptables -N A
$ iptables -N B
$ iptables -X
$ iptables -F
$ iptables -vF
Flushing chain `INPUT'
Flushing chain `FORWARD'
Flushing chain `OUTPUT'
$ nft flush ruleset
$ iptables -A OUTPUT
$ iptables -L
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere            
$ iptables -nvL
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
$ iptables -L -Z
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         
           all  --  anywhere             anywhere            
$ iptables -nvL -Z
Chain INPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain FORWARD (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         

Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
 pkts bytes target     prot opt in     out     source               destination         
    0     0            0    --  *      *       0.0.0.0/0            0.0.0.0/0           
Zeroing chain `INPUT'
Zeroing chain `FORWARD'
Zeroing chain `OUTPUT'
$ iptables -Z
$ iptables -vZ
Zeroing chain `INPUT'
Zeroing chain `FORWARD'
Zeroing chain `OUTPUT'
$ iptables -Z INPUT
$ iptables -Z FORWARD
$ iptables -F INPUT
$ iptables -vF INPUT
Flushing chain `INPUT'
$ iptables -F
$ iptables -X
$ iptables -X OUTPUT
iptables: No chain/target/match by that name.
[1]
$ iptables -P INPUT ACCEPT
$ iptables -P FORWARD DROP
$ iptables -P FORWARD ACCEPT
$ iptables -X
$ iptables -X FORWARD
iptables: No chain/target/match by that name.
[1]
$ iptables -D INPUT -j ACCEPT
iptables: Bad rule (does a matching rule exist in that chain?).
[1]
$ iptables -I INPUT -s 1.1.1.1,2.2.2.2,3.3.3.3
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s 3.3.3.3/32
-A INPUT -s 2.2.2.2/32
-A INPUT -s 1.1.1.1/32
$ iptables -I INPUT 2 -s 4.4.4.4,5.5.5.5
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s 3.3.3.3/32
-A INPUT -s 5.5.5.5/32
-A INPUT -s 4.4.4.4/32
-A INPUT -s 2.2.2.2/32
-A INPUT -s 1.1.1.1/32
$ iptables -A INPUT -s 8.8.8.8,9.9.9.9 -d 7.7.7.7,6.6.6.6
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s 3.3.3.3/32
-A INPUT -s 5.5.5.5/32
-A INPUT -s 4.4.4.4/32
-A INPUT -s 2.2.2.2/32
-A INPUT -s 1.1.1.1/32
-A INPUT -s 8.8.8.8/32 -d 7.7.7.7/32
-A INPUT -s 8.8.8.8/32 -d 6.6.6.6/32
-A INPUT -s 9.9.9.9/32 -d 7.7.7.7/32
-A INPUT -s 9.9.9.9/32 -d 6.6.6.6/32
$ iptables -I INPUT 12 -s 12.4.4.4,13.5.5.5
iptables: Index of insertion too big.
[1]
$ iptables -S
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-A INPUT -s 3.3.3.3/32
-A INPUT -s 5.5.5.5/32
-A INPUT -s 4.4.4.4/32
-A INPUT -s 2.2.2.2/32
-A INPUT -s 1.1.1.1/32
-A INPUT -s 8.8.8.8/32 -d 7.7.7.7/32
-A INPUT -s 8.8.8.8/32 -d 6.6.6.6/32
-A INPUT -s 9.9.9.9/32 -d 7.7.7.7/32
-A INPUT -s 9.9.9.9/32 -d 6.6.6.6/32
$ iptables -N U; iptables -A U; iptables -X U
iptables v1.8.9 (nf_tables):  CHAIN_DEL failed (Device or resource busy): chain U
[4]
$ iptables -E INPUT OUTX
$ iptables -S
\# Table `filter' contains incompatible base-chains, use 'nft' tool to list them.
-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
-N U
-A U
$ iptables -L
\# Table `filter' contains incompatible base-chains, use 'nft' tool to list them.
Chain INPUT (policy ACCEPT)
target     prot opt source               destination         

Chain FORWARD (policy ACCEPT)
target     prot opt source               destination         

Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination         

Chain U (0 references)
target     prot opt source               destination         
           all  --  anywhere             anywhere            
$ iptables -A INPUT
$ iptables -P FOO ACCEPT
iptables: Bad built-in chain name.
[1]
$ iptables -P FOO BAR
iptables: Bad policy name. Run `dmesg' for more information.
[1]
$ iptables -P PREROUTING BAR
iptables: Bad policy name. Run `dmesg' for more information.
[1]
$ iptables -t raw -A PREROUTING -c 3 4
$ iptables -t raw -Z PREROUTING 1
$ iptables -t raw -Z PREROUTING 4
$ iptables -t raw -Z NOPE 4
iptables: Incompatible with this kernel.
[1]
$ iptables-restore -n <<'EOF'
> *filter
> COMMIT
> EOF
$ nft flush ruleset
$ iptables-restore <<'EOF'
> *filter
> COMMIT
> EOF
$ iptables-restore -n <<'EOF'
> *mangle
> COMMIT
> EOF
$ iptables-restore <<'EOF'
> *nat
> :PREROUTING ACCEPT [0:0]
> COMMIT
> EOF
$ nft flush ruleset
$ iptables-save
$ iptables-save -t nat
\# Generated by iptables-save v1.8.9 (nf_tables) on Wed Nov 25 23:01:33 2026
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
\# Completed on Wed Nov 25 23:01:33 2026
$ iptables -t nat -N FOO
$ iptables -t nat -L PREROUTING
Chain PREROUTING (policy ACCEPT)
target     prot opt source               destination         
$ iptables -A INPUT -j ACCEPT
$ nft list ruleset
table ip nat {
	chain FOO {
	}
}
table ip filter {
	chain INPUT {
		type filter hook input priority filter; policy accept;
		counter packets 0 bytes 0 accept
	}
}
