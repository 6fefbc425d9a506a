// All the software there is.
import { absentCommands } from '../commands/absent.ts'
import { busyboxProgram } from '../commands/busybox/busybox.ts'
import { APPLET_NAMES } from '../commands/busybox/paths.ts'
import { ruleText } from '../commands/iptables/ruletext.ts'
import { commands } from '../commands/registry.ts'
import { engines } from '../engines/registry.ts'
import { MODULES } from '../kernel/modules.ts'
import { createAsh, createShell } from '../shell/interactive.ts'
import { ShellSession } from '../shell/session.ts'
import { addCluster } from './addcluster.ts'
import { CAPTURES } from './captures.ts'
import { containersOf, dockerOf } from './containerview.ts'
import { doorsOf } from './doors.ts'
import { exportLab } from './export/exports.ts'
import { Lab } from './lab.ts'
import type { Software } from './programs.ts'
import { insideOf } from './netfilterview.ts'
import { standingProcesses } from './processview.ts'
import { storyOf } from './story.ts'
import { answerQuestion } from './why/questions.ts'
import type { WorldName } from './worlds/names.ts'
import { WORLDS } from './worlds/registry.ts'

export const FULL: Software = {
  worlds: WORLDS,
  commands: [...commands, ...absentCommands, ...engines],
  modules: MODULES,
  shell: createShell,
  busybox: (hooks) => busyboxProgram(createAsh(hooks, APPLET_NAMES)),
  containers: { of: containersOf, docker: dockerOf, processes: standingProcesses, doors: doorsOf },
  story: storyOf,
  exporter: exportLab,
  questions: answerQuestion,
  captures: CAPTURES,
  addCluster,
  lines: () => new ShellSession(),
  inside: (node, net) => insideOf(node, net, ruleText),
}

/** A lab with all of it. */
export function fullLab(world: WorldName = 'bare'): Lab {
  return Lab.create(world, FULL)
}
