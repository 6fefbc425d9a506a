// `docker compose` (Docker Compose 2): a project of services from a YAML file.
import { absent, leaf, type Group } from '../lib/tree.ts'
import { composeConfigSpec } from './config.ts'
import {
  composeKillSpec,
  composePauseSpec,
  composeRestartSpec,
  composeStartSpec,
  composeStopSpec,
  composeUnpauseSpec,
} from './life.ts'
import {
  composeExecSpec,
  composeLogsSpec,
  composeLsSpec,
  composePortSpec,
  composeVersionSpec,
} from './look.ts'
import { composeImagesSpec, composeTopSpec } from './processes.ts'
import { composePsSpec } from './ps.ts'
import { composeRmSpec } from './rm.ts'
import { composeRunSpec } from './run.ts'
import { composeScaleSpec } from './scale.ts'
import { createSpec, downSpec, upSpec } from './up.ts'

export const COMPOSE: Group = {
  name: 'compose',
  short: 'Docker Compose',
  long: 'Define and run multi-container applications with Docker',
  plugin: true,
  flags: [
    { name: 'all-resources', type: 'bool', usage: 'Include all resources, even those not used by services' },
    {
      name: 'ansi',
      type: 'string',
      usage: 'Control when to print ANSI control characters ("never"|"always"|"auto") (default "auto")',
    },
    { name: 'compatibility', type: 'bool', usage: 'Run compose in backward compatibility mode' },
    { name: 'dry-run', type: 'bool', usage: 'Execute command in dry run mode' },
    { name: 'env-file', type: 'stringArray', usage: 'Specify an alternate environment file' },
    { name: 'file', short: 'f', type: 'stringArray', usage: 'Compose configuration files' },
    { name: 'parallel', type: 'int', usage: 'Control max parallelism, -1 for unlimited (default -1)' },
    { name: 'profile', type: 'stringArray', usage: 'Specify a profile to enable' },
    {
      name: 'progress',
      type: 'string',
      usage: 'Set type of progress output (auto, tty, plain, json, quiet)',
    },
    {
      name: 'project-directory',
      type: 'string',
      usage:
        'Specify an alternate working directory\n(default: the path of the, first specified, Compose file)',
    },
    { name: 'project-name', short: 'p', type: 'string', usage: 'Project name' },
  ],
  children: [
    { name: 'bridge', short: 'Convert compose files into another model', flags: [], children: [] },
    absent(
      'attach',
      "Attach local standard input, output, and error streams to a service's running container",
    ),
    absent('build', 'Build or rebuild services'),
    absent('commit', "Create a new image from a service container's changes"),
    leaf('config', composeConfigSpec),
    absent('cp', 'Copy files/folders between a service container and the local filesystem'),
    leaf('create', createSpec),
    leaf('down', downSpec),
    absent('events', 'Receive real time events from containers'),
    leaf('exec', composeExecSpec),
    absent('export', "Export a service container's filesystem as a tar archive"),
    leaf('images', composeImagesSpec),
    leaf('kill', composeKillSpec),
    leaf('logs', composeLogsSpec),
    leaf('ls', composeLsSpec),
    leaf('pause', composePauseSpec),
    leaf('port', composePortSpec),
    leaf('ps', composePsSpec),
    absent('publish', 'Publish compose application'),
    absent('pull', 'Pull service images'),
    absent('push', 'Push service images'),
    leaf('restart', composeRestartSpec),
    leaf('rm', composeRmSpec),
    leaf('run', composeRunSpec),
    leaf('scale', composeScaleSpec),
    leaf('start', composeStartSpec),
    absent('stats', 'Display a live stream of container(s) resource usage statistics'),
    leaf('stop', composeStopSpec),
    leaf('top', composeTopSpec),
    leaf('unpause', composeUnpauseSpec),
    leaf('up', upSpec),
    leaf('version', composeVersionSpec),
    absent('volumes', 'List volumes'),
    absent('wait', 'Block until containers of all (or specified) services stop.'),
    absent('watch', 'Watch build context for service and rebuild/refresh containers when files are updated'),
  ],
}
