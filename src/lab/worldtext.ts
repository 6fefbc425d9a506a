// world → text: the shortest commands that rebuild what stands, as iptables-save is to rules, for the whole lab. What a
// command brings along (the routes of an address, a bridge's MTU) is not said again: the commands are tried on a lab of
// their own, and only what is still different then is added.
import { Lab } from './lab.ts'
import { composeText, type LabText } from './text.ts'
import { commandsBetween, type MachineCommand } from './worlddiff.ts'
import { worldState } from './worldfacts.ts'

/** What commands bring along is settled after this many rounds, or it is nothing that commands can make. */
const MOST_ROUNDS = 6

/** `headings`: what it has beside commands. */
export function worldText(lab: Lab, headings: Pick<LabText, 'title' | 'placements' | 'notes'>): LabText {
  const commands = rebuild(lab)
  return composeText({
    ...headings,
    world: lab.world,
    steps: commands.map(({ machine, command }) => ({
      machine,
      command,
      comments: [],
      ran: null,
      output: '',
      status: 0,
    })),
    tail: [],
  })
}

function rebuild(lab: Lab): MachineCommand[] {
  const wanted = worldState(lab.nodes)
  const trial = Lab.create(lab.world, lab.software)
  const all: MachineCommand[] = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const commands = commandsBetween(worldState(trial.nodes), wanted)
    if (commands.length === 0) break
    for (const { machine, command } of commands) {
      // What fails here would fail there.
      if (trial.exec(machine, command).status === 0) all.push({ machine, command })
    }
  }
  return all
}
