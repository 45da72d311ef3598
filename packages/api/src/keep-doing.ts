/**
 * Does `work` again and again, each time after a pause unless it answers that there is more to do, until the returned
 * function is called; that waits for the work that is under way. `work` deals with its own errors.
 */
export function keepDoing(work: (isStopping: () => boolean) => Promise<boolean>, pause: number): () => Promise<void> {
  let stopped = false
  let wake = () => {}
  const doing = (async () => {
    while (!stopped) {
      if (await work(() => stopped)) continue
      if (stopped) break
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  })()
  return async () => {
    stopped = true
    wake()
    await doing
  }
}
