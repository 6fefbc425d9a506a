// lsof's command line: an option's argument may be left out, and is then the next word unless that begins with - or +.
// Ref: lsof main.c:GetOpt()

export interface LsofOptions {
  and: boolean
  numericHosts: boolean
  numericPorts: boolean
  terse: boolean
  unix: boolean
  parents: boolean
  userNumbers: boolean
  command: number
  /** Specifications of -i; empty text: all. */
  readonly inet: string[]
  readonly states: string[]
  readonly pids: string[]
  readonly commands: string[]
  readonly users: string[]
  readonly names: string[]
  said: 'help' | 'version' | null
}

const TAKES = 'pcugdFDfioLrsSTxeE'
const OPTIONAL = 'iFrsTLSogf'
const COMMAND_WIDTH = 9

/** A complaint, or an option that real lsof has. */
type BadLsofOption = { readonly complaint: string } | { readonly unsupported: string }

export function parseLsof(words: readonly string[]): LsofOptions | BadLsofOption {
  const options: LsofOptions = {
    and: false,
    numericHosts: false,
    numericPorts: false,
    terse: false,
    unix: false,
    parents: false,
    userNumbers: false,
    command: COMMAND_WIDTH,
    inet: [],
    states: [],
    pids: [],
    commands: [],
    users: [],
    names: [],
    said: null,
  }
  let i = 0
  while (i < words.length) {
    const word = words[i++] ?? ''
    if (word === '--') {
      options.names.push(...words.slice(i))
      break
    }
    if (!/^[-+]./.test(word)) {
      options.names.push(word)
      continue
    }
    for (let at = 1; at < word.length; at++) {
      const letter = word.charAt(at)
      let value: string | null = null
      if (TAKES.includes(letter)) {
        value = word.slice(at + 1)
        at = word.length
        const next = words[i]
        if (value === '' && next !== undefined && !(OPTIONAL.includes(letter) && /^[-+]/.test(next))) {
          value = next
          i++
        } else if (value === '' && !OPTIONAL.includes(letter)) {
          return { complaint: `${letter} not followed by a parameter` }
        }
      }
      const problem = take(options, `${word.charAt(0)}${letter}`, value ?? '')
      if (problem) return problem
    }
  }
  return options
}

const REFUSED = 'bCdDeEfFgKLmMNoOrSTVxXZ'

function take(options: LsofOptions, option: string, value: string): BadLsofOption | null {
  const list = value.split(',')
  switch (option) {
    case '-a':
      options.and = true
      return null
    case '-n':
      options.numericHosts = true
      return null
    case '+n':
      options.numericHosts = false
      return null
    case '-P':
      options.numericPorts = true
      return null
    case '+P':
      options.numericPorts = false
      return null
    case '-t':
      options.terse = true
      return null
    case '-U':
      options.unix = true
      return null
    case '-R':
      options.parents = true
      return null
    case '-l':
      options.userNumbers = true
      return null
    // Warnings there are none of.
    case '-w':
    case '+w':
      return null
    case '-i':
      options.inet.push(value)
      return null
    case '-s':
      if (!/^tcp:/i.test(value)) return { unsupported: value === '' ? '-s' : `-s ${value}` }
      options.states.push(...value.slice(4).split(','))
      return null
    case '-p':
      options.pids.push(...list)
      return null
    case '-c':
      options.commands.push(value)
      return null
    case '+c':
      options.command = Number(value) || 15
      return null
    case '-u':
      options.users.push(...list)
      return null
    case '-h':
    case '-?':
      options.said = 'help'
      return null
    case '-v':
      options.said = 'version'
      return null
    default:
      if (REFUSED.includes(option.charAt(1))) return { unsupported: option }
      return { complaint: `illegal option character: ${option.charAt(1)}` }
  }
}
