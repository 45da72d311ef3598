import type { FastifyInstance } from 'fastify'
import { hasSecret } from './secret-paths.ts'

/** Starts OpenTelemetry when OTEL_ variables say where traces go; costs nothing otherwise. */
export async function startTelemetry(enabled: boolean): Promise<{
  instrument(app: FastifyInstance): Promise<void>
  stop(): Promise<void>
}> {
  if (!enabled) return { instrument: async () => {}, stop: async () => {} }
  const [{ NodeSDK }, { FastifyOtelInstrumentation }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@fastify/otel'),
  ])
  const fastify = new FastifyOtelInstrumentation({ ignorePaths: ({ url }) => hasSecret(url) })
  const sdk = new NodeSDK({ serviceName: 'concert', instrumentations: [fastify] })
  sdk.start()
  return {
    instrument: async (app) => {
      await app.register(fastify.plugin())
    },
    stop: () => sdk.shutdown(),
  }
}
