import type { Auth, AuthContext } from './make-auth.ts'

const made = new WeakMap<object, Promise<Auth>>()

/** Sign-in of this installation, made once per context. Its library takes long to load, so it is loaded when first wanted. */
export function authOf(ctx: AuthContext): Promise<Auth> {
  const known = made.get(ctx)
  if (known !== undefined) return known
  const auth = import('./make-auth.ts').then(({ makeAuth }) => makeAuth(ctx))
  made.set(ctx, auth)
  return auth
}
