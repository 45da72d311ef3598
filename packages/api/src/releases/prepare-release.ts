import { createHash } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { findGrantCalls } from '@concert/db/grant-calls'
import { findGrantsToRelease } from '@concert/db/grant-pools'
import { findPlaceTree } from '@concert/db/places'
import { findPeopleToRelease, findReleases, type PeopleToRelease } from '@concert/db/releases'
import { nextPools, type ReleasedPool, toldPools } from '@concert/domain/grant-pools'
import {
  gatherRelease,
  type PeopleRelease,
  type ReleaseContent,
  type ReleaseInput,
  type ReleaseReasons,
  reasonsOf,
  tellRelease,
} from '@concert/domain/people-release'
import { subregionOf } from '@concert/domain/place-coarsening'
import { canonical } from '../transaction.ts'

export interface PreparedRelease {
  number: number
  hash: string
  input: ReleaseInput
  content: ReleaseContent
  /** Whose money `content.grants` tells; it stays in the database. */
  pools: ReleasedPool[]
  /** Why what is not told is not, for the one who looks at the preview. */
  reasons: ReleaseReasons
  /** Whether there are grants, or changes of them, that are too few to be told yet. */
  grantsWait: boolean
  /** The newest one that stands. */
  current: PeopleRelease | undefined
}

/** Counts as declared, in the places that the public is told, by the subregion that contains these. */
export async function gather(trx: Trx, activities: readonly PeopleToRelease[]): Promise<ReleaseInput> {
  const tree = await findPlaceTree(trx)
  return gatherRelease(
    activities.map(({ year, places, people }) => ({
      year,
      subregions: [...new Set(places.map((code) => subregionOf(code, tree)))],
      people,
    })),
  )
}

/** What the next release would tell: made of the counts of this moment and of everything that was told before. */
export async function prepareRelease(trx: Trx): Promise<PreparedRelease> {
  const input = await gather(trx, await findPeopleToRelease(trx))
  const releases = await findReleases(trx)
  const earlier = releases.flatMap((release) => release.content ?? [])
  const people = tellRelease(input, earlier)
  const reasons = reasonsOf(input, people, earlier.at(-1))
  const { pools, wait: grantsWait } = await poolGrants(trx)
  const content = { ...people, grants: { pools: toldPools(pools) } }
  const current = standing(releases)
  return { number: releases.length + 1, hash: hashOf(content), input, content, reasons, pools, grantsWait, current }
}

async function poolGrants(trx: Trx): Promise<{ pools: ReleasedPool[]; wait: boolean }> {
  const { grants, history } = await findGrantsToRelease(trx)
  const calls = (await findGrantCalls(trx)).map(({ id }) => id)
  const pools = nextPools(grants, history, calls)
  const told = new Map(pools.flatMap(({ members }) => members.map((member) => [member.grantId, member])))
  const wait = grants.some(({ grantId, visibility, awardedUsd, disbursedUsd }) => {
    if (visibility === 'public') return false
    const member = told.get(grantId)
    return member ? member.awardedUsd !== awardedUsd || member.disbursedUsd !== disbursedUsd : awardedUsd > 0
  })
  return { pools, wait }
}

export function hashOf(content: ReleaseContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** The newest release that was not taken off. */
export function standing(releases: readonly PeopleRelease[]): PeopleRelease | undefined {
  return releases.findLast(({ withdrawn }) => withdrawn === null)
}
