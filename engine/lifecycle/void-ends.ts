/**
 * Why a clock ended without anybody having kept or broken its promise: the lead went elsewhere, or the promise itself
 * changed. Such ends count neither way.
 */
export const VOID_ENDS = [
  'handed over',
  'sent back',
  'the person came back',
  'the agreement changed',
  'the owner left',
] as const
