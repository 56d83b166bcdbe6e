/** Half-open range of UTF-16 offsets in the source. */
export interface Span {
  from: number
  to: number
}

/** What is wrong with an expression, where, and what to do about it. */
export interface Problem {
  message: string
  remedy: string
  offset: number
  length: number
}

export type OrderOperator = '<' | '<=' | '>' | '>='
export type EqualityOperator = '==' | '!='
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%'
export type FunctionName = 'size' | 'startsWith' | 'endsWith' | 'contains' | 'lowerAscii'

/** `timestamp` is epoch milliseconds, `duration` is milliseconds. */
export type Literal =
  | { kind: 'literal'; type: 'int' | 'double' | 'timestamp' | 'duration'; value: number }
  | { kind: 'literal'; type: 'string'; value: string }
  | { kind: 'literal'; type: 'bool'; value: boolean }
  | { kind: 'literal'; type: 'null'; value: null }

export type Node = Span &
  (
    | Literal
    | { kind: 'list'; items: readonly Node[] }
    | { kind: 'name'; name: string }
    | { kind: 'member'; of: Node; field: string }
    | { kind: 'index'; of: Node; at: Node }
    | { kind: 'not'; of: Node }
    | { kind: 'negate'; of: Node }
    | { kind: 'arithmetic'; operator: ArithmeticOperator; left: Node; right: Node }
    | { kind: 'order'; operator: OrderOperator; left: Node; right: Node }
    | { kind: 'equality'; operator: EqualityOperator; left: Node; right: Node }
    | { kind: 'in'; item: Node; list: Node }
    | { kind: 'and'; parts: readonly Node[] }
    | { kind: 'or'; parts: readonly Node[] }
    | { kind: 'conditional'; when: Node; then: Node; otherwise: Node }
    | { kind: 'has'; of: Node }
    | { kind: 'call'; fn: FunctionName; args: readonly Node[] }
    | { kind: 'quantifier'; quantifier: 'exists' | 'all'; of: Node; variable: string; body: Node }
  )

/** A parsed expression: its tree, and the text the spans point into. */
export interface Expression {
  source: string
  root: Node
}
