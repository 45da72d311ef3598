import { findGrantsToRelease } from '@concert/db/grant-pools'
import { findReleaseInputs, findReleases } from '@concert/db/releases'
import { toldPools } from '@concert/domain/grant-pools'
import { releaseTables, tellRelease } from '@concert/domain/people-release'
import { leastTold } from '@concert/domain/suppression'
import { outcomeOf, type StandingCheck } from '../checks/standing-check.ts'
import { canonical } from '../transaction.ts'
import { hashOf } from './prepare-release.ts'

export const releaseChecks: readonly StandingCheck[] = [
  {
    id: 'releases.told_from_input',
    async run(trx) {
      const releases = await findReleases(trx)
      const inputs = await findReleaseInputs(trx)
      const wrong = releases.filter(({ number, hash, content }, index) => {
        const input = inputs.get(number)
        const earlier = releases.slice(0, index).flatMap((release) => release.content ?? [])
        if (!input || !content || hashOf(content) !== hash) return true
        const { grants } = content
        return hashOf({ ...tellRelease(input, earlier), ...(grants && { grants }) }) !== hash
      })
      return outcomeOf(wrong.map(({ number }) => `#${number}`))
    },
  },
  {
    id: 'releases.pools_from_members',
    async run(trx) {
      const releases = await findReleases(trx)
      const { history } = await findGrantsToRelease(trx)
      const wrong = releases.filter(({ content }, index) => {
        const pools = toldPools(history[index] ?? [])
        return canonical(content?.grants?.pools ?? []) !== canonical(pools)
      })
      return outcomeOf(wrong.map(({ number }) => `#${number}`))
    },
  },
  {
    id: 'releases.nothing_small',
    async run(trx) {
      const small = (count: number | null) => count !== null && count > 0 && count < leastTold
      const wrong = (await findReleases(trx)).filter(({ content }) =>
        releaseTables.some((id) => {
          const table = content?.assisted[id]
          return table && [table.total, ...Object.values(table.cells)].some(small)
        }),
      )
      return outcomeOf(wrong.map(({ number }) => `#${number}`))
    },
  },
]
