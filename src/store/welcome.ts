// The labs a person can start from, until there is a library of them.

export interface StartingLab {
  readonly id: 'welcome' | 'empty' | 'lan'
  readonly text: string
}

/** What stands on the canvas at the very first start. */
export const WELCOME = `#! world: bare
#! title: Two namespaces on a bridge
$ ip netns add red
$ ip netns add blue
$ ip link add br0 type bridge
$ ip link set br0 up
$ ip link add veth-red type veth peer name eth0 netns red
$ ip link set veth-red master br0
$ ip link set veth-red up
$ ip -n red addr add 10.0.0.1/24 dev eth0
$ ip -n red link set eth0 up
$ ip link add veth-blue type veth peer name eth0 netns blue
$ ip link set veth-blue master br0
$ ip link set veth-blue up
$ ip -n blue addr add 10.0.0.2/24 dev eth0
$ ip -n blue link set eth0 up
`

const EMPTY = `#! world: bare
#! title: Empty host
`

const LAN = `#! world: lan
#! title: A LAN and the internet
`

export const STARTING_LABS: readonly StartingLab[] = [
  { id: 'welcome', text: WELCOME },
  { id: 'empty', text: EMPTY },
  { id: 'lan', text: LAN },
]
