import { randomUUID } from 'node:crypto'
import type { Context } from '@concert/api/context'
import { actorFromHeaders } from '@concert/api/identity/actor'
import type { Auth } from '@concert/api/identity/auth'
import type { DemoDoor } from '@concert/api/identity/demo-door'
import type { Mail } from '@concert/api/mail'
import { type AppRouter, appRouter } from '@concert/api/router'
import type { Settings } from '@concert/api/settings'
import type { Db } from '@concert/db/client'
import { type Locale, locale, locales } from '@concert/domain/locales'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { refuseCrossSite } from './cross-site.ts'
import { registerDemoDoor } from './demo-door.ts'
import { registerDownloads } from './downloads.ts'
import { registerExampleFiles } from './example-files.ts'
import { registerFeeds } from './feeds.ts'
import { registerHealth } from './health.ts'
import { registerIati } from './iati.ts'
import { headersOf, registerIdentity } from './identity.ts'
import type { PublicSnapshots } from './live/public-snapshots.ts'
import { registerLive } from './live/register-live.ts'
import { withoutSecrets } from './secret-paths.ts'
import { uploadRoutes } from './upload-routes.ts'
import { registerUploads } from './uploads.ts'
import { serveWeb } from './web.ts'

export interface AppParts {
  settings: Settings
  db: Db
  auth: Auth
  /** The way into a demonstration without a password; null where there must be none. */
  door: DemoDoor | null
  mail?: Mail | undefined
  /** What is public, live. Without it nothing is at its addresses. */
  live?: PublicSnapshots | undefined
  logLevel: 'silent' | 'warn' | 'info'
  logStream?: { write(line: string): void }
  isStopping: () => boolean
  instrument: (app: FastifyInstance) => Promise<void>
}

export type MakeContext = (request: FastifyRequest) => Promise<Context>

/** The HTTP face: health, API, identity and the built dashboard. */
export async function buildApp(parts: AppParts): Promise<{ app: FastifyInstance; makeContext: MakeContext }> {
  const { settings, db, auth, door, mail } = parts
  const app = Fastify({
    trustProxy: settings.publicUrl !== undefined,
    bodyLimit: 1024 * 1024,
    // A request that was under way when the stop began is answered like any other.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 5000 },
    logger: {
      level: parts.logLevel,
      stream: parts.logStream ?? process.stderr,
      serializers: {
        req: ({ method, url }) => ({ method, url: withoutSecrets(url) }),
      },
    },
  })
  await parts.instrument(app)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        upgradeInsecureRequests: settings.publicUrl?.startsWith('https:') ? [] : null,
      },
    },
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(compress, { threshold: 1024 })
  refuseCrossSite(app, settings.publicUrl)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (parts.isStopping()) reply.header('connection', 'close')
  })
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error({ err: error }, 'unexpected error')
    return reply.code(status).send({ error: status >= 500 ? 'unexpected' : 'bad_request', reference: request.id })
  })

  const makeContext: MakeContext = async (request) => ({
    db,
    actor: await actorFromHeaders(auth, db, headersOf(request)),
    locale: localeOf(request),
    requestId: request.id,
    now: () => new Date(),
    log: request.log,
    mail,
  })

  registerHealth(app, db, parts.isStopping)
  if (parts.live) registerLive(app, parts.live)
  registerIdentity(app, auth)
  registerFeeds(app, { db, publicUrl: settings.publicUrl })
  registerIati(app, { db })
  registerDemoDoor(app, { auth, db, door })
  await app.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req }) => makeContext(req),
      maxBatchSize: 30,
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>)
  await registerUploads(app, makeContext, uploadRoutes)
  registerExampleFiles(app)
  registerDownloads(app, makeContext)
  await serveWeb(app)
  return { app, makeContext }
}

/** The language of the page that asks, else the browser's first one that Concert speaks. */
function localeOf(request: FastifyRequest): Locale {
  const stated = locale.safeParse(request.headers['x-concert-language'])
  if (stated.success) return stated.data
  const wanted =
    request.headers['accept-language']?.split(',').map((part) => part.trim().slice(0, 2).toLowerCase()) ?? []
  return (
    locales.find((candidate) => candidate === wanted.find((want) => locales.some((known) => known === want))) ?? 'en'
  )
}
