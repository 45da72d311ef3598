import { createHash } from 'node:crypto'
import type { Trx } from '@concert/db/client'
import { findPlaceTree } from '@concert/db/places'
import { findPeopleToRelease, findReleases, type PeopleToRelease } from '@concert/db/releases'
import {
  gatherRelease,
  type PeopleRelease,
  type ReleaseContent,
  type ReleaseInput,
  tellRelease,
} from '@concert/domain/people-release'
import { subregionOf } from '@concert/domain/place-coarsening'
import { canonical } from '../transaction.ts'

export interface PreparedRelease {
  number: number
  hash: string
  input: ReleaseInput
  content: ReleaseContent
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
  const content = tellRelease(
    input,
    releases.flatMap((release) => release.content ?? []),
  )
  return { number: releases.length + 1, hash: hashOf(content), input, content, current: standing(releases) }
}

export function hashOf(content: ReleaseContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/** The newest release that was not taken off. */
export function standing(releases: readonly PeopleRelease[]): PeopleRelease | undefined {
  return releases.findLast(({ withdrawn }) => withdrawn === null)
}
