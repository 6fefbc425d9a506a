// All commands of `docker`, in the order of its help. What has no specification is refused in words.
import { attachSpec } from './container/attach.ts'
import { commitSpec } from './container/commit.ts'
import { cpSpec } from './container/cp.ts'
import { createSpec } from './container/create.ts'
import { diffSpec } from './container/diff.ts'
import { execSpec } from './container/exec.ts'
import { containerInspectSpec } from './container/inspect.ts'
import { killSpec } from './container/kill.ts'
import { logsSpec } from './container/logs.ts'
import { pauseSpec, unpauseSpec } from './container/pause.ts'
import { portSpec } from './container/port.ts'
import { containerPruneSpec } from './container/prune.ts'
import { psSpec } from './container/ps.ts'
import { renameSpec } from './container/rename.ts'
import { restartSpec } from './container/restart.ts'
import { rmSpec } from './container/rm.ts'
import { runSpec } from './container/run.ts'
import { startSpec } from './container/start.ts'
import { statsSpec } from './container/stats.ts'
import { stopSpec } from './container/stop.ts'
import { topSpec } from './container/top.ts'
import { updateSpec } from './container/update.ts'
import { waitSpec } from './container/wait.ts'
import { historySpec } from './image/history.ts'
import { imageInspectSpec } from './image/inspect.ts'
import { imagesSpec } from './image/ls.ts'
import { imagePruneSpec } from './image/prune.ts'
import { pullSpec, pushSpec } from './image/pull.ts'
import { rmiSpec } from './image/rm.ts'
import { buildSpec, importSpec, loadSpec, saveSpec } from './image/tarFiles.ts'
import { tagSpec } from './image/tag.ts'
import { networkConnectSpec, networkDisconnectSpec } from './network/connect.ts'
import { networkCreateSpec } from './network/create.ts'
import { networkLsSpec } from './network/ls.ts'
import { networkInspectSpec, networkPruneSpec, networkRmSpec } from './network/rm.ts'
import { serviceLogsSpec } from './swarm/serviceLogs.ts'
import { serviceCreateSpec } from './swarm/serviceCreate.ts'
import { serviceInspectSpec, serviceLsSpec, servicePsSpec, serviceRmSpec } from './swarm/services.ts'
import { serviceRollbackSpec, serviceScaleSpec, serviceUpdateSpec } from './swarm/serviceUpdate.ts'
import { stackDeploySpec } from './swarm/stackDeploy.ts'
import { stackLsSpec, stackPsSpec, stackRmSpec, stackServicesSpec } from './swarm/stacks.ts'
import { swarmInitSpec, swarmJoinSpec, swarmLeaveSpec } from './swarm/membership.ts'
import {
  nodeDemoteSpec,
  nodeInspectSpec,
  nodeLsSpec,
  nodePromoteSpec,
  nodePsSpec,
  nodeRmSpec,
  nodeUpdateSpec,
} from './swarm/nodes.ts'
import { joinTokenSpec, swarmCaSpec, swarmUpdateSpec, unlockKeySpec, unlockSpec } from './swarm/tokens.ts'
import { contextLsSpec, contextShowSpec } from './system/context.ts'
import { dfSpec } from './system/df.ts'
import { eventsSpec } from './system/events.ts'
import { infoSpec } from './system/info.ts'
import { inspectSpec } from './system/inspect.ts'
import { pluginLsSpec } from './system/plugin.ts'
import { systemPruneSpec } from './system/prune.ts'
import { loginSpec, logoutSpec, searchSpec } from './system/registry.ts'
import { versionSpec } from './system/version.ts'
import {
  volumeCreateSpec,
  volumeInspectSpec,
  volumeLsSpec,
  volumePruneSpec,
  volumeRmSpec,
} from './volume/volume.ts'
import { COMPOSE } from './compose/compose.ts'
import { absent, leaf, type Node } from './lib/tree.ts'

export const COMMANDS: readonly Node[] = [
  leaf('run', runSpec),
  leaf('exec', execSpec),
  leaf('ps', psSpec),
  leaf('build', buildSpec),
  leaf('pull', pullSpec),
  leaf('push', pushSpec),
  leaf('images', imagesSpec),
  leaf('login', loginSpec),
  leaf('logout', logoutSpec),
  leaf('search', searchSpec),
  leaf('version', versionSpec),
  leaf('info', infoSpec),
  absent('builder', 'Manage builds'),
  {
    name: 'checkpoint',
    short: 'Manage checkpoints',
    flags: [],
    children: [
      absent('create', 'Create a checkpoint from a running container'),
      absent('ls', 'List checkpoints for a container'),
      absent('rm', 'Remove a checkpoint'),
    ],
  },
  COMPOSE,
  {
    name: 'container',
    short: 'Manage containers',
    flags: [],
    children: [
      leaf('attach', attachSpec),
      leaf('commit', commitSpec),
      leaf('cp', cpSpec),
      leaf('create', createSpec),
      leaf('diff', diffSpec),
      leaf('exec', execSpec),
      absent('export', "Export a container's filesystem as a tar archive"),
      leaf('inspect', containerInspectSpec),
      leaf('kill', killSpec),
      leaf('logs', logsSpec),
      leaf('ls', psSpec, ['ps', 'list']),
      leaf('pause', pauseSpec),
      leaf('port', portSpec),
      leaf('prune', containerPruneSpec),
      leaf('rename', renameSpec),
      leaf('restart', restartSpec),
      leaf('rm', rmSpec, ['remove']),
      leaf('run', runSpec),
      leaf('start', startSpec),
      leaf('stats', statsSpec),
      leaf('stop', stopSpec),
      leaf('top', topSpec),
      leaf('unpause', unpauseSpec),
      leaf('update', updateSpec),
      leaf('wait', waitSpec),
    ],
  },
  {
    name: 'context',
    short: 'Manage contexts',
    flags: [],
    children: [
      absent('create', 'Create a context'),
      absent('export', 'Export a context to a tar archive FILE or a tar stream on STDOUT.'),
      absent('import', 'Import a context from a tar or zip file'),
      absent('inspect', 'Display detailed information on one or more contexts'),
      leaf('ls', contextLsSpec, ['list']),
      absent('rm', 'Remove one or more contexts'),
      leaf('show', contextShowSpec),
      absent('update', 'Update a context'),
      absent('use', 'Set the current docker context'),
    ],
  },
  {
    name: 'image',
    short: 'Manage images',
    flags: [],
    children: [
      leaf('build', buildSpec),
      leaf('history', historySpec),
      leaf('import', importSpec),
      leaf('inspect', imageInspectSpec),
      leaf('load', loadSpec),
      leaf('ls', imagesSpec, ['list']),
      leaf('prune', imagePruneSpec),
      leaf('pull', pullSpec),
      leaf('push', pushSpec),
      leaf('rm', rmiSpec, ['remove']),
      leaf('save', saveSpec),
      leaf('tag', tagSpec),
    ],
  },
  {
    name: 'manifest',
    short: 'Manage Docker image manifests and manifest lists',
    flags: [],
    children: [
      absent('annotate', 'Add additional information to a local image manifest'),
      absent('create', 'Create a local manifest list for annotating and pushing to a registry'),
      absent('inspect', 'Display an image manifest, or manifest list'),
      absent('push', 'Push a manifest list to a repository'),
      absent('rm', 'Delete one or more manifest lists from local storage'),
    ],
  },
  {
    name: 'network',
    short: 'Manage networks',
    flags: [],
    children: [
      leaf('connect', networkConnectSpec),
      leaf('create', networkCreateSpec),
      leaf('disconnect', networkDisconnectSpec),
      leaf('inspect', networkInspectSpec),
      leaf('ls', networkLsSpec, ['list']),
      leaf('prune', networkPruneSpec),
      leaf('rm', networkRmSpec, ['remove']),
    ],
  },
  {
    name: 'plugin',
    short: 'Manage plugins',
    flags: [],
    children: [
      absent(
        'create',
        'Create a plugin from a rootfs and configuration. Plugin data directory must contain config.json and rootfs directory.',
      ),
      absent('disable', 'Disable a plugin'),
      absent('enable', 'Enable a plugin'),
      absent('inspect', 'Display detailed information on one or more plugins'),
      absent('install', 'Install a plugin'),
      leaf('ls', pluginLsSpec, ['list']),
      absent('push', 'Push a plugin to a registry'),
      absent('rm', 'Remove one or more plugins'),
      absent('set', 'Change settings for a plugin'),
      absent('upgrade', 'Upgrade an existing plugin'),
    ],
  },
  {
    name: 'system',
    short: 'Manage Docker',
    flags: [],
    children: [
      leaf('df', dfSpec),
      leaf('events', eventsSpec),
      leaf('info', infoSpec),
      leaf('prune', systemPruneSpec),
    ],
  },
  {
    name: 'trust',
    short: 'Manage trust on Docker images',
    flags: [],
    children: [
      {
        name: 'key',
        short: 'Manage keys for signing Docker images',
        flags: [],
        children: [
          absent('generate', 'Generate and load a signing key-pair'),
          absent('load', 'Load a private key file for signing'),
        ],
      },
      {
        name: 'signer',
        short: 'Manage entities who can sign Docker images',
        flags: [],
        children: [absent('add', 'Add a signer'), absent('remove', 'Remove a signer')],
      },
      absent('inspect', 'Return low-level information about keys and signatures'),
      absent('revoke', 'Remove trust for an image'),
      absent('sign', 'Sign an image'),
    ],
  },
  {
    name: 'volume',
    short: 'Manage volumes',
    flags: [],
    children: [
      leaf('create', volumeCreateSpec),
      leaf('inspect', volumeInspectSpec),
      leaf('ls', volumeLsSpec, ['list']),
      leaf('prune', volumePruneSpec),
      leaf('rm', volumeRmSpec, ['remove']),
      absent('update', 'Update a volume (cluster volumes only)'),
    ],
  },
  {
    name: 'config',
    short: 'Manage Swarm configs',
    flags: [],
    children: [
      absent('create', 'Create a config from a file or STDIN'),
      absent('inspect', 'Display detailed information on one or more configs'),
      absent('ls', 'List configs'),
      absent('rm', 'Remove one or more configs'),
    ],
  },
  {
    name: 'node',
    short: 'Manage Swarm nodes',
    flags: [],
    children: [
      leaf('demote', nodeDemoteSpec),
      leaf('inspect', nodeInspectSpec),
      leaf('ls', nodeLsSpec, ['list']),
      leaf('promote', nodePromoteSpec),
      leaf('ps', nodePsSpec),
      leaf('rm', nodeRmSpec, ['remove']),
      leaf('update', nodeUpdateSpec),
    ],
  },
  {
    name: 'secret',
    short: 'Manage Swarm secrets',
    flags: [],
    children: [
      absent('create', 'Create a secret from a file or STDIN as content'),
      absent('inspect', 'Display detailed information on one or more secrets'),
      absent('ls', 'List secrets'),
      absent('rm', 'Remove one or more secrets'),
    ],
  },
  {
    name: 'service',
    short: 'Manage Swarm services',
    flags: [],
    children: [
      leaf('create', serviceCreateSpec),
      leaf('inspect', serviceInspectSpec),
      leaf('logs', serviceLogsSpec),
      leaf('ls', serviceLsSpec, ['list']),
      leaf('ps', servicePsSpec),
      leaf('rm', serviceRmSpec, ['remove']),
      leaf('rollback', serviceRollbackSpec),
      leaf('scale', serviceScaleSpec),
      leaf('update', serviceUpdateSpec),
    ],
  },
  {
    name: 'stack',
    short: 'Manage Swarm stacks',
    flags: [],
    children: [
      absent('config', 'Outputs the final config file, after doing merges and interpolations'),
      leaf('deploy', stackDeploySpec, ['up']),
      leaf('ls', stackLsSpec, ['list']),
      leaf('ps', stackPsSpec),
      leaf('rm', stackRmSpec, ['remove', 'down']),
      leaf('services', stackServicesSpec),
    ],
  },
  {
    name: 'swarm',
    short: 'Manage Swarm',
    flags: [],
    outsideSwarm: ['init', 'join'],
    children: [
      leaf('ca', swarmCaSpec),
      leaf('init', swarmInitSpec),
      leaf('join', swarmJoinSpec),
      leaf('join-token', joinTokenSpec),
      leaf('leave', swarmLeaveSpec),
      leaf('unlock', unlockSpec),
      leaf('unlock-key', unlockKeySpec),
      leaf('update', swarmUpdateSpec),
    ],
  },
  leaf('attach', attachSpec),
  leaf('commit', commitSpec),
  leaf('cp', cpSpec),
  leaf('create', createSpec),
  leaf('diff', diffSpec),
  leaf('events', eventsSpec),
  absent('export', "Export a container's filesystem as a tar archive"),
  leaf('history', historySpec),
  leaf('import', importSpec),
  leaf('inspect', inspectSpec),
  leaf('kill', killSpec),
  leaf('load', loadSpec),
  leaf('logs', logsSpec),
  leaf('pause', pauseSpec),
  leaf('port', portSpec),
  leaf('rename', renameSpec),
  leaf('restart', restartSpec),
  leaf('rm', rmSpec),
  leaf('rmi', rmiSpec),
  leaf('save', saveSpec),
  leaf('start', startSpec),
  leaf('stats', statsSpec),
  leaf('stop', stopSpec),
  leaf('tag', tagSpec),
  leaf('top', topSpec),
  leaf('unpause', unpauseSpec),
  leaf('update', updateSpec),
  leaf('wait', waitSpec),
]
