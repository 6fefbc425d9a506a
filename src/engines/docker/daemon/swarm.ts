// Swarm mode as far as networks between machines need it. A daemon starts outside of any swarm.
export class Swarm {
  /** `inactive`, `active`: what `docker info` and the ping's Swarm field show. */
  get state(): string {
    return 'inactive'
  }
}

export const NOT_A_MANAGER =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.'
