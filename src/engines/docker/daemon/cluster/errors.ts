// What a daemon says of its place in a swarm, or that it has none. (Ref: moby daemon/cluster/errors.go)

export const NOT_A_MANAGER =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.'
export const WORKER =
  "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager."
export const ALREADY =
  'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.'
export const NO_SWARM = 'This node is not part of a swarm'
export const LAST_MANAGER =
  'You are attempting to leave the swarm on a node that is participating as a manager. Removing the last manager erases all current state of the swarm. Use `--force` to ignore this message.'
export const JOIN_TIMED_OUT =
  'Timeout was reached before node joined. The attempt to join the swarm will continue in the background. Use the "docker info" command to see the current swarm status of your node.'
