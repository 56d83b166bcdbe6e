/** Names every JavaScript object answers to by inheritance: never fields of a fact. */
const inherited: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** Why a field or variable may not be called so, or undefined when it may. */
export function refusedName(name: string): { message: string; remedy: string } | undefined {
  if (inherited.has(name)) return { message: `"${name}" is not a field of any fact.`, remedy: 'Use a declared field.' }
  if (name === 'length')
    return { message: '"length" is not a field.', remedy: 'Write size(x) for the length of a text or list.' }
  return undefined
}
