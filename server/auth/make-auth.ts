import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { Kysely, PostgresDialect } from 'kysely'
import type { Context } from '../context.ts'
import { newId } from '../db/new-id.ts'
import { hashPassword, verifyPassword } from './password.ts'

const DAY_S = 86_400
export const SESSION_S = 14 * DAY_S
/** The end of a session that is used moves when it is this old. */
export const RENEWED_AFTER_S = DAY_S

/** What sign-in needs of the context. */
export type AuthContext = Pick<Context, 'db' | 'publicUrl' | 'secret' | 'log'>
export type Auth = ReturnType<typeof makeAuth>

/** Sign-in by better-auth on our own tables. */
export function makeAuth({ db, publicUrl, secret, log }: AuthContext) {
  const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: db }) })
  return betterAuth({
    appName: 'Ensemble',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: kysely, type: 'postgres' },
    // The request's own address is home; pages of other sites are refused before this is asked (see serve-auth.ts).
    trustedOrigins: (request) => (request === undefined ? [publicUrl] : [publicUrl, new URL(request.url).origin]),
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level](`sign-in: ${message}`) },
    // Tries are limited in serve-auth.ts, where the true address of the caller is known.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: SESSION_S,
      updateAge: RENEWED_AFTER_S,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'ensemble',
      database: { generateId: () => newId(Date.now()) },
      ipAddress: { ipAddressHeaders: ['x-ensemble-address'] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const { rows } = await db.query<{ is_active: boolean }>('select is_active from users where id = $1', [
              session.userId,
            ])
            if (rows[0]?.is_active === true) return
            throw new APIError('FORBIDDEN', { code: 'USER_INACTIVE', message: 'This person is no longer active here.' })
          },
        },
      },
    },
  })
}
