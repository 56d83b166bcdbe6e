import { lstatSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'
import { ExplainedError } from '../../explained-error.ts'

/** The system account PostgreSQL runs under; undefined means "the one we run under already". */
export type Account = { name: string; uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root, so root steps down: to the owner of existing data, else `postgres`, else `nobody`. */
export function chooseAccount(dataDir: string, passwd = '/etc/passwd'): Account {
  if (process.getuid?.() !== 0) {
    checkOwnAccount()
    return undefined
  }
  const accounts = readAccounts(passwd)
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid)
    return known ?? { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  }
  const chosen = ['postgres', '_postgres', 'nobody'].flatMap((name) =>
    accounts.filter((account) => account.name === name),
  )[0]
  if (chosen) return chosen
  throw new ExplainedError(
    'PostgreSQL must not run as root, and this system has neither a `postgres` nor a `nobody` account to step down to. ' +
      'Run Ensemble as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
}

function checkOwnAccount(): void {
  if (process.platform === 'win32') return
  try {
    userInfo()
  } catch {
    throw new ExplainedError(
      `The user id ${process.getuid?.()} has no entry in /etc/passwd, and PostgreSQL's initdb needs one. ` +
        'Run Ensemble as a named user, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
}

function readAccounts(passwd: string): { name: string; uid: number; gid: number }[] {
  let text = ''
  try {
    text = readFileSync(passwd, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && Number(uid) > 0 && Number.isInteger(Number(gid))
      ? [{ name, uid: Number(uid), gid: Number(gid) }]
      : []
  })
}

/** Whether the account may enter every folder above `path` and, when `path` exists, read and execute it. */
export function canReach(account: Account, path: string): boolean {
  const target = resolve(path)
  for (let at = target; ; at = dirname(at)) {
    const info = statSync(at, { throwIfNoEntry: false })
    if (info && !allows(account, info, at === target ? 0o5 : 0o1)) return false
    if (at === dirname(at)) return true
  }
}

function allows(account: Account, info: { mode: number; uid: number; gid: number }, bits: number): boolean {
  const uid = account?.uid ?? process.getuid?.()
  if (uid === undefined) return true
  const groups = account ? [account.gid] : (process.getgroups?.() ?? [])
  const shift = info.uid === uid ? 6 : groups.includes(info.gid) ? 3 : 0
  return ((info.mode >> shift) & bits) === bits
}

/** Whether anything, a dangling link included, stands at `path`. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
