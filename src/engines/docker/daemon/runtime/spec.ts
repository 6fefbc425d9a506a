// What the runtime is told of a container, as an OCI bundle's config.json tells runc. (OCI runtime specification 1.2)
import type { OpenFile } from '../../../../os/program.ts'
import type { Limit, Resource } from '../../../../uapi/resource.ts'

export interface BindMount {
  readonly source: string
  readonly target: string
  readonly readOnly: boolean
}

export interface TmpfsMount {
  readonly target: string
  readonly options: string
}

/** What a process may do and have. */
export interface Privileges {
  /** Those it could have, and has as root, as Docker names them (`NET_ADMIN`). */
  readonly capabilities: ReadonlySet<string>
  readonly noNewPrivileges: boolean
  readonly limits: readonly (readonly [Resource, Limit])[]
}

export interface RuntimeSpec extends Privileges {
  readonly id: string
  /** The root file system, mounted already. */
  readonly root: string
  readonly readOnlyRoot: boolean
  readonly argv: readonly string[]
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  readonly uid: number
  readonly gid: number
  /** Those it is in besides. */
  readonly groups: readonly number[]
  readonly hostname: string
  readonly domainname: string
  readonly privileged: boolean
  readonly binds: readonly BindMount[]
  readonly tmpfs: readonly TmpfsMount[]
  readonly sysctls: Readonly<Record<string, string>>
  /** A process whose namespace of the kind is shared; null: one of its own; the host's: 1. */
  readonly net: number | null
  readonly pid: number | null
  readonly ipc: number | null
  readonly uts: number | null
  readonly terminal: boolean
  readonly init: boolean
}

/** Descriptors 0, 1 and 2 of a process in a container. */
export interface StdioFiles {
  readonly stdin: OpenFile
  readonly stdout: OpenFile
  readonly stderr: OpenFile
}

export interface ExecSpec extends Privileges {
  readonly argv: readonly string[]
  readonly env: ReadonlyMap<string, string>
  readonly cwd: string
  readonly uid: number
  readonly gid: number
  /** Those it is in besides. */
  readonly groups: readonly number[]
  readonly terminal: boolean
  /** Under docker-init. */
  readonly init: boolean
}
