/** How long something may take: real time, working time, or a count of working days. */
export type Duration =
  | { readonly isWorking: boolean; readonly amountMs: number }
  | { readonly isWorking: true; readonly workingDays: number }
