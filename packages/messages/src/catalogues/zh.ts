import activities from '../../catalogues/zh/activities.json' with { type: 'json' }
import agencies from '../../catalogues/zh/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/zh/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/zh/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/zh/calendar.json' with { type: 'json' }
import charts from '../../catalogues/zh/charts.json' with { type: 'json' }
import checks from '../../catalogues/zh/checks.json' with { type: 'json' }
import codes from '../../catalogues/zh/codes.json' with { type: 'json' }
import commitments from '../../catalogues/zh/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/zh/coordination.json' with { type: 'json' }
import digests from '../../catalogues/zh/digests.json' with { type: 'json' }
import donors from '../../catalogues/zh/donors.json' with { type: 'json' }
import errors from '../../catalogues/zh/errors.json' with { type: 'json' }
import feeds from '../../catalogues/zh/feeds.json' with { type: 'json' }
import figures from '../../catalogues/zh/figures.json' with { type: 'json' }
import fund from '../../catalogues/zh/fund.json' with { type: 'json' }
import gaps from '../../catalogues/zh/gaps.json' with { type: 'json' }
import grants from '../../catalogues/zh/grants.json' with { type: 'json' }
import iati from '../../catalogues/zh/iati.json' with { type: 'json' }
import imports from '../../catalogues/zh/imports.json' with { type: 'json' }
import indicators from '../../catalogues/zh/indicators.json' with { type: 'json' }
import journal from '../../catalogues/zh/journal.json' with { type: 'json' }
import letters from '../../catalogues/zh/letters.json' with { type: 'json' }
import meetings from '../../catalogues/zh/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/zh/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/zh/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/zh/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/zh/overview.json' with { type: 'json' }
import payments from '../../catalogues/zh/payments.json' with { type: 'json' }
import periods from '../../catalogues/zh/periods.json' with { type: 'json' }
import places from '../../catalogues/zh/places.json' with { type: 'json' }
import pledges from '../../catalogues/zh/pledges.json' with { type: 'json' }
import published from '../../catalogues/zh/published.json' with { type: 'json' }
import rates from '../../catalogues/zh/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/zh/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/zh/releases.json' with { type: 'json' }
import requests from '../../catalogues/zh/requests.json' with { type: 'json' }
import rounds from '../../catalogues/zh/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/zh/sheets.json' with { type: 'json' }
import shell from '../../catalogues/zh/shell.json' with { type: 'json' }
import signatures from '../../catalogues/zh/signatures.json' with { type: 'json' }
import statement from '../../catalogues/zh/statement.json' with { type: 'json' }
import treasury from '../../catalogues/zh/treasury.json' with { type: 'json' }
import ui from '../../catalogues/zh/ui.json' with { type: 'json' }
import users from '../../catalogues/zh/users.json' with { type: 'json' }

export const catalogue = {
  reconciliation,
  bankLists,
  activities,
  agencies,
  agenda,
  calendar,
  charts,
  checks,
  codes,
  commitments,
  coordination,
  digests,
  donors,
  errors,
  feeds,
  figures,
  fund,
  gaps,
  grants,
  iati,
  imports,
  indicators,
  journal,
  letters,
  meetings,
  outbox,
  outreach,
  overlaps,
  overview,
  payments,
  periods,
  places,
  pledges,
  published,
  rates,
  releases,
  rounds,
  requests,
  sheets,
  shell,
  signatures,
  treasury,
  statement,
  ui,
  users,
}
