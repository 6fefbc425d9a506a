// The --format of commands that list, and of those that inspect; the --filter of those that list. Ref: docker/cli cli/command/formatter, cli/flags
import type { Flag } from './flags.ts'

export const LIST_FORMAT: Flag = {
  name: 'format',
  type: 'string',
  usage:
    "Format output using a custom template:\n'table':            Print output in table format with column headers (default)\n'table TEMPLATE':   Print output in table format using the given Go template\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
}

export const INSPECT_FORMAT: Flag = {
  name: 'format',
  short: 'f',
  type: 'string',
  usage:
    "Format output using a custom template:\n'json':             Print in JSON format\n'TEMPLATE':         Print output using the given Go template.\nRefer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates",
}

export const LIST_FILTER: Flag = {
  name: 'filter',
  short: 'f',
  type: 'filter',
  usage: 'Filter output based on conditions provided',
}
