import { check } from './check.ts'
import type { Command } from './command.ts'
import { exportIatiCommand } from './export-iati.ts'
import { figureList, figureShow } from './figure.ts'
import { importIati } from './import-iati.ts'
import { importIndicators } from './import-indicators.ts'
import { importRatesCommand } from './import-rates.ts'
import { migrate } from './migrate.ts'
import { overlapsFind } from './overlaps-find.ts'
import { schedule } from './schedule.ts'
import { seed } from './seed.ts'
import { statement } from './statement.ts'
import { userInvite } from './user-invite.ts'

export const commands: readonly Command[] = [
  migrate,
  seed,
  exportIatiCommand,
  importIati,
  importIndicators,
  importRatesCommand,
  figureList,
  figureShow,
  check,
  overlapsFind,
  schedule,
  statement,
  userInvite,
]
