import { exampleFiles } from '@concert/api/example-files'
import type { FastifyInstance } from 'fastify'

/** `GET /api/examples/<name>`: a file to start from. It holds nothing of the database. */
export function registerExampleFiles(app: FastifyInstance): void {
  for (const [name, make] of Object.entries(exampleFiles)) {
    app.get(`/api/examples/${name}`, (_request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Buffer.from(make())),
    )
  }
}
