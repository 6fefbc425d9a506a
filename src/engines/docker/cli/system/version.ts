// Ref: docker/cli cli/command/system/version.go
import { goJson } from '../../../lib/gotemplate/json.ts'
import { TemplateError } from '../../../lib/gotemplate/error.ts'
import { named, type GoStruct } from '../../../lib/gotemplate/value.ts'
import { isFailure } from '../../http/client.ts'
import { NO_ARGS } from '../lib/args.ts'
import { typed } from '../lib/inspectFormat.ts'
import { execDockerTemplate, parseDockerTemplate } from '../lib/template.ts'
import type { CommandSpec } from '../lib/tree.ts'
import { INSPECT_FORMAT } from '../lib/formatFlag.ts'

export const CLIENT_VERSION = '28.5.2+dfsg4'
export const CLIENT_COMMIT = '9cc6dea35e9a963f281434761c656fba4ac43aed'

const CLIENT = {
  Version: CLIENT_VERSION,
  ApiVersion: '1.51',
  DefaultAPIVersion: '1.51',
  GitCommit: CLIENT_COMMIT,
  GoVersion: 'go1.27.1',
  Os: 'linux',
  Arch: 'amd64',
  BuildTime: 'Tue Sep 15 11:02:57 2026',
  Context: 'default',
}

interface ServerVersion {
  readonly Components: readonly {
    readonly Name: string
    readonly Version: string
    readonly Details: Readonly<Record<string, string>>
  }[]
}

export const versionSpec: CommandSpec = {
  use: '[OPTIONS]',
  short: 'Show the Docker version information',
  args: NO_ARGS,
  flags: [INSPECT_FORMAT],
  *run(cli, flags) {
    const server = yield* cli.api.get<ServerVersion>('/version')
    const format = flags.string('format')
    if (format !== '') {
      const data = { Client: CLIENT, Server: isFailure(server) ? null : server }
      if (format === 'json') cli.out(`${goJson(data as never)}\n`)
      else {
        try {
          cli.out(`${rendered(format, data)}\n`)
        } catch (thrown) {
          if (!(thrown instanceof TemplateError)) throw thrown
          if (thrown.stage === 'parse') return cli.fail(`template parsing error: ${thrown.message}`, 64)
          // Its template has a name.
          return cli.fail(
            thrown.message
              .replace('template: :', 'template: version:')
              .replace('executing ""', 'executing "version"'),
          )
        }
      }
      return isFailure(server) ? cli.fail(server) : 0
    }
    cli.out(clientText())
    if (isFailure(server)) return cli.fail(server)
    cli.out(serverText(server))
    return 0
  },
}

/** Docker's structs call `APIVersion` what its JSON calls `ApiVersion`. */
function rendered(format: string, data: object): string {
  const template = parseDockerTemplate(format)
  const info = (of: object) => named(typed(of as never) as GoStruct, 'system.versionInfo')
  if (!/\.(?:Min)?APIVersion\b/.test(format)) return execDockerTemplate(template, info(data))
  const text = JSON.stringify(data).replaceAll('"ApiVersion"', '"APIVersion"')
  return execDockerTemplate(template, info(JSON.parse(text) as object))
}

function clientText(): string {
  return field('Client:', [
    ['Version', CLIENT.Version],
    ['API version', CLIENT.ApiVersion],
    ['Go version', CLIENT.GoVersion],
    ['Git commit', CLIENT.GitCommit],
    ['Built', CLIENT.BuildTime],
    ['OS/Arch', `${CLIENT.Os}/${CLIENT.Arch}`],
    ['Context', CLIENT.Context],
  ])
}

function field(head: string, lines: readonly (readonly [string, string])[]): string {
  return `${head}\n${lines.map(([name, value]) => ` ${`${name}:`.padEnd(19)}${value}\n`).join('')}`
}

function serverText({ Components }: ServerVersion): string {
  let text = '\nServer:\n'
  for (const { Name, Version, Details } of Components) {
    const lines: (readonly [string, string])[] = [['Version', Name === 'Engine' ? Version : Version]]
    if (Name === 'Engine') {
      lines.push(
        ['API version', `${Details['ApiVersion'] ?? ''} (minimum version ${Details['MinAPIVersion'] ?? ''})`],
        ['Go version', Details['GoVersion'] ?? ''],
        ['Git commit', Details['GitCommit'] ?? ''],
        ['Built', Details['BuildTime'] ?? ''],
        ['OS/Arch', `${Details['Os'] ?? ''}/${Details['Arch'] ?? ''}`],
        ['Experimental', Details['Experimental'] ?? ''],
      )
    } else lines.push(['GitCommit', Details['GitCommit'] ?? ''])
    text += ` ${Name}:\n${lines.map(([name, value]) => `  ${`${name}:`.padEnd(18)}${value}\n`).join('')}`
  }
  return text
}
