// Commands as bash prints them: `declare -f`, `type`, `jobs`. Ref: bash print_cmd.c
import type {
  AndOr,
  Case,
  Command,
  CommandNode,
  CompoundList,
  Function as FunctionNode,
  If,
  PipelineNode,
  Statement,
  Word,
} from 'unbash'
import { forHeader } from './forheader.ts'
import { printTest } from './conditional.ts'
import { documentText, printRedirect } from './redirect.ts'

/** `name () \n{ … }\n`, as `declare -f` prints a function. */
export function printFunction(node: FunctionNode, source: string): string {
  const printer = new Printer(source)
  printer.function(node, node.name.text)
  return `${printer.out}\n`
}

/** One command, as `jobs` shows it. */
export function printCommand(node: PipelineNode | AndOr, source: string): string {
  const printer = new Printer(source)
  printer.command(node)
  return printer.out
}

/** As $BASH_COMMAND has it: of a loop and of `case` only the beginning. */
export function printHead(node: PipelineNode | AndOr, source: string): string {
  if (node.type === 'Case') return `case ${node.word.text} in `
  const text = printCommand(node, source)
  return node.type === 'For' ? text.slice(0, text.indexOf(';\n')) : text
}

class Printer {
  out = ''
  #indentation = 0
  #inFunction = false
  /** The next command goes on where the line is. */
  #inline = true
  /** Here-documents whose bodies are still to come. */
  #documents: string[] = []
  /** A body has been printed, which stands for the semicolon. */
  #afterDocument = false

  /** `source`: the text the nodes are of. */
  constructor(private readonly source: string) {}

  #indent(): void {
    if (this.#inline) this.#inline = false
    else this.out += ' '.repeat(this.#indentation)
  }

  #newline(text: string): void {
    this.out += `\n${' '.repeat(this.#indentation)}${text}`
  }

  #semicolon(): void {
    if (!/[&\n]$/.test(this.out)) this.out += ';'
  }

  #bodies(): boolean {
    if (this.#documents.length === 0) return false
    for (const text of this.#documents) this.out += `\n${text}`
    this.#documents = []
    this.#afterDocument = true
    return true
  }

  function(node: FunctionNode, name: string): void {
    const { body } = node
    const outer = this.#inFunction
    this.out += `${name} () `
    this.#inFunction = true
    this.#newline('{ \n')
    this.#indentation += 4
    this.#inline = false
    const target = body.type === 'Redirected' ? body.command : body
    if (target.type === 'BraceGroup' || target.type === 'CompoundList')
      this.list(target.type === 'CompoundList' ? target.commands : target.body.commands)
    else this.command(target)
    this.#bodies()
    this.#indentation -= 4
    this.#newline('}')
    if (body.type === 'Redirected')
      for (const redirect of body.redirects) this.out += ` ${printRedirect(redirect)}`
    this.#inFunction = outer
  }

  list(statements: readonly Statement[]): void {
    statements.forEach((statement, i) => {
      const last = i === statements.length - 1
      this.command(statement.command)
      if (statement.background) {
        this.out += ' &'
        if (this.#bodies()) this.out += '\n'
        if (!last) {
          this.out += ' '
          this.#inline = true
        }
        return
      }
      if (last) return
      if (this.#bodies()) {
        this.#afterDocument = false
        this.out += '\n'
        return
      }
      if (this.#afterDocument) this.#afterDocument = false
      else this.#semicolon()
      this.out += this.#inFunction ? '\n' : ' '
      if (!this.#inFunction) this.#inline = true
    })
  }

  /** Statements, indented, and what closes them on a line of its own. */
  #block(body: CompoundList, close: string): void {
    this.#indentation += 4
    this.#inline = false
    this.list(body.commands)
    if (this.#bodies()) this.out = this.out.replace(/\n$/, '')
    else this.#semicolon()
    this.#indentation -= 4
    this.#newline(close)
  }

  command(node: PipelineNode | AndOr): void {
    if (node.type === 'Pipeline') {
      for (const prefix of node.prefixes) {
        this.#indent()
        this.out += prefix.type === 'Negation' ? '! ' : prefix.posix ? 'time -p ' : 'time '
        this.#inline = true
      }
      node.commands.forEach((command, i) => {
        if (i > 0) {
          this.out += `${node.operators[i - 1] === '|&' ? ' 2>&1' : ''} |`
          const body = this.#bodies()
          this.out += body ? '  ' : ' '
          this.#inline = true
        }
        this.command(command)
      })
      return
    }
    if (node.type === 'AndOr') {
      node.commands.forEach((command, i) => {
        if (i > 0) {
          this.out += ` ${node.operators[i - 1]} `
          this.#inline = true
        }
        this.command(command)
      })
      return
    }
    this.#indent()
    this.#node(node)
  }

  #node(node: CommandNode): void {
    switch (node.type) {
      case 'Command':
        return this.#simple(node)
      case 'Redirected':
        this.#node(node.command)
        for (const redirect of node.redirects) {
          this.out += ` ${printRedirect(redirect)}`
          if (redirect.type === 'HereDoc') this.#documents.push(documentText(redirect))
        }
        return
      case 'BraceGroup':
        this.out += '{ '
        if (this.#inFunction) {
          this.out += '\n'
          this.#indentation += 4
          this.list(node.body.commands)
          this.#indentation -= 4
          this.#newline('}')
        } else {
          this.#inline = true
          this.list(node.body.commands)
          this.#semicolon()
          this.out += ' }'
        }
        return
      case 'Subshell':
        this.out += '( '
        this.#inline = true
        this.list(node.body.commands)
        this.out += ' )'
        return
      case 'If':
        return this.#if(node, 0)
      case 'For':
      case 'Select': {
        const words = node.wordlist ? node.wordlist.map((word) => word.text).join(' ') : '"$@"'
        this.out += `${node.type === 'For' ? 'for' : 'select'} ${node.name.text} in ${words};`
        this.#newline('do\n')
        return this.#block(node.body, 'done')
      }
      case 'ArithmeticFor':
        this.out += `for ((${forHeader(this.source.slice(node.pos, node.end))
          .map((part) => part.trim())
          .join('; ')}))`
        this.#newline('do\n')
        return this.#block(node.body, 'done')
      case 'While':
        this.out += `${node.kind} `
        this.#inline = true
        this.list(node.clause.commands)
        this.#semicolon()
        this.out += ' do\n'
        return this.#block(node.body, 'done')
      case 'Case':
        return this.#case(node)
      case 'TestCommand':
        this.out += `[[ ${printTest(node.expression)} ]]`
        return
      case 'ArithmeticCommand':
        this.out += `((${node.body}))`
        return
      case 'Function':
        return this.function(node, `function ${node.name.text}`)
      case 'Coproc':
        this.out += `coproc ${node.name ? `${node.name.text} ` : ''}`
        if (node.body.type === 'CompoundList') this.list(node.body.commands)
        else this.#node(node.body)
    }
  }

  #simple(node: Command): void {
    const words: string[] = node.prefix.filter((item) => item.type === 'Assignment').map((item) => item.text)
    if (node.name) words.push(wordText(node.name))
    for (const argument of node.args)
      words.push(argument.type === 'Word' ? wordText(argument) : argument.text)
    for (const redirect of node.redirects) {
      words.push(printRedirect(redirect))
      if (redirect.type === 'HereDoc') this.#documents.push(documentText(redirect))
    }
    this.out += words.join(' ')
  }

  /** `elif` is an `if` within the `else`. */
  #if(node: If, depth: number): void {
    const branch = depth === 0 ? node : node.elif[depth - 1]
    if (!branch) return
    this.out += 'if '
    this.#inline = true
    this.list(branch.clause.commands)
    this.#semicolon()
    this.out += ' then\n'
    const more = depth < node.elif.length
    this.#block(branch.then, more || node.else ? 'else\n' : 'fi')
    if (more) {
      this.#indentation += 4
      this.#inline = false
      this.#indent()
      this.#if(node, depth + 1)
      this.#semicolon()
      this.#indentation -= 4
      this.#newline('fi')
    } else if (node.else) this.#block(node.else, 'fi')
  }

  #case(node: Case): void {
    this.out += `case ${node.word.text} in `
    this.#indentation += 4
    for (const item of node.items) {
      this.#newline(`${item.pattern.map((pattern) => pattern.text).join(' | ')})\n`)
      this.#indentation += 4
      this.#inline = false
      this.list(item.body.commands)
      this.#bodies()
      this.#indentation -= 4
      this.#newline(item.terminator ?? ';;')
    }
    this.#indentation -= 4
    this.#newline('esac')
  }
}

/** The parser has already read $'…': it is printed as what it stands for. */
function wordText(word: Word): string {
  if (!word.text.includes("$'") || !word.parts) return word.text
  return word.parts
    .map((part) => (part.type === 'AnsiCQuoted' ? `'${part.value.replaceAll("'", "'\\''")}'` : part.text))
    .join('')
}
