/** One command of the command line: a file of this folder exports these three names. */
export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** The text of `--help`. */
  help: string
  /** Runs it; the number is the exit code. */
  run(args: string[]): Promise<number>
}
