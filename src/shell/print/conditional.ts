import type { TestExpression } from 'unbash'

/** The inside of `[[ … ]]`. */
export function printTest(node: TestExpression): string {
  switch (node.type) {
    case 'TestGroup':
      return `( ${printTest(node.expression)} )`
    case 'TestNot':
      return `${'! '.repeat(node.negations.length)}${printTest(node.operand)}`
    case 'TestLogical':
      return node.operands.map(printTest).join(` ${node.operator} `)
    case 'TestUnary':
      return `${node.operator} ${node.operand.text}`
    case 'TestBinary':
      return `${node.left.text} ${node.operator} ${node.right.text}`
  }
}
