import pg from 'pg'

export interface Listening {
  stop(): Promise<void>
}

const firstPause = 250
const longestPause = 5_000

/**
 * Hears on one connection of its own that something public may have changed. A connection that breaks is made anew, and
 * what happened meanwhile counts as a change. `onState` says whether changes are heard at the moment.
 */
export function listenForPublicChanges(
  url: string,
  heard: { onChange: () => void; onState: (isHeard: boolean) => void },
): Listening {
  let isStopped = false
  let pause = firstPause
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const listen = async (): Promise<void> => {
    const one = new pg.Client({ connectionString: url, application_name: 'concert live', keepAlive: true })
    client = one
    let isOver = false
    const again = (): void => {
      if (isOver) return
      isOver = true
      heard.onState(false)
      one.end().catch(() => {})
      if (isStopped) return
      retry = setTimeout(() => void listen(), pause)
      pause = Math.min(2 * pause, longestPause)
    }
    one.on('error', again)
    one.on('end', again)
    one.on('notification', heard.onChange)
    try {
      await one.connect()
      await one.query('listen concert_public')
      pause = firstPause
      heard.onState(true)
      heard.onChange()
    } catch {
      again()
    }
  }
  void listen()

  return {
    async stop() {
      isStopped = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
