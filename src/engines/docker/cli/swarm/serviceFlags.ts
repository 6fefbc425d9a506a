// Options that `docker service create` and `docker service update` share. Ref: docker/cli cli/command/service/opts.go
import type { Flag } from '../lib/flags.ts'

const COMMON: readonly Flag[] = [
  { name: 'cap-add', type: 'list', usage: 'Add Linux capabilities', refused: true },
  { name: 'cap-drop', type: 'list', usage: 'Drop Linux capabilities', refused: true },
  {
    name: 'credential-spec',
    type: 'credential-spec',
    usage: 'Credential spec for managed service account (Windows only)',
    refused: true,
  },
  {
    name: 'detach',
    short: 'd',
    type: 'bool',
    usage: 'Exit immediately instead of waiting for the service to converge',
  },
  { name: 'health-cmd', type: 'string', usage: 'Command to run to check health', refused: true },
  {
    name: 'health-interval',
    type: 'duration',
    usage: 'Time between running the check (ms|s|m|h)',
    refused: true,
  },
  {
    name: 'health-retries',
    type: 'int',
    usage: 'Consecutive failures needed to report unhealthy',
    refused: true,
  },
  {
    name: 'health-start-interval',
    type: 'duration',
    usage: 'Time between running the check during the start period (ms|s|m|h)',
    refused: true,
  },
  {
    name: 'health-start-period',
    type: 'duration',
    usage: 'Start period for the container to initialize before counting retries towards unstable (ms|s|m|h)',
    refused: true,
  },
  {
    name: 'health-timeout',
    type: 'duration',
    usage: 'Maximum time to allow one check to run (ms|s|m|h)',
    refused: true,
  },
  {
    name: 'init',
    type: 'bool',
    usage: 'Use an init inside each service container to forward signals and reap processes',
    refused: true,
  },
  { name: 'isolation', type: 'string', usage: 'Service container isolation mode', refused: true },
  { name: 'limit-cpu', type: 'decimal', usage: 'Limit CPUs', refused: true },
  { name: 'limit-memory', type: 'bytes', usage: 'Limit Memory', refused: true },
  {
    name: 'limit-pids',
    type: 'int',
    usage: 'Limit maximum number of processes (default 0 = unlimited)',
    refused: true,
  },
  { name: 'log-driver', type: 'string', usage: 'Logging driver for service', refused: true },
  { name: 'log-opt', type: 'list', usage: 'Logging driver options', refused: true },
  {
    name: 'max-concurrent',
    type: 'uint',
    usage: 'Number of job tasks to run concurrently (default equal to --replicas)',
    refused: true,
  },
  {
    name: 'no-healthcheck',
    type: 'bool',
    usage: 'Disable any container-specified HEALTHCHECK',
    refused: true,
  },
  { name: 'oom-score-adj', type: 'int', usage: "Tune host's OOM preferences (-1000 to 1000)", refused: true },
  { name: 'quiet', short: 'q', type: 'bool', usage: 'Suppress progress output' },
  {
    name: 'read-only',
    type: 'bool',
    usage: "Mount the container's root filesystem as read only",
    refused: true,
  },
  { name: 'replicas', type: 'uint', usage: 'Number of tasks' },
  {
    name: 'replicas-max-per-node',
    type: 'uint',
    usage: 'Maximum number of tasks per node (default 0 = unlimited)',
  },
  { name: 'reserve-cpu', type: 'decimal', usage: 'Reserve CPUs', refused: true },
  { name: 'reserve-memory', type: 'bytes', usage: 'Reserve Memory', refused: true },
  {
    name: 'restart-max-attempts',
    type: 'uint',
    usage: 'Maximum number of restarts before giving up',
    refused: true,
  },
  {
    name: 'restart-window',
    type: 'duration',
    usage: 'Window used to evaluate the restart policy (ns|us|ms|s|m|h)',
    refused: true,
  },
  { name: 'stop-signal', type: 'string', usage: 'Signal to stop the container', refused: true },
  { name: 'tty', short: 't', type: 'bool', usage: 'Allocate a pseudo-TTY' },
  {
    name: 'with-registry-auth',
    type: 'bool',
    usage: 'Send registry authentication details to swarm agents',
    refused: true,
  },
]

/** A command's own options and the shared ones, as help has them: by name. */
export function withCommon(own: readonly Flag[]): readonly Flag[] {
  return [...COMMON, ...own].sort((a, b) => (a.name < b.name ? -1 : 1))
}
