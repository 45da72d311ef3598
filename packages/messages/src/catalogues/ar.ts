import activities from '../../catalogues/ar/activities.json' with { type: 'json' }
import agencies from '../../catalogues/ar/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/ar/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/ar/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/ar/calendar.json' with { type: 'json' }
import charts from '../../catalogues/ar/charts.json' with { type: 'json' }
import checks from '../../catalogues/ar/checks.json' with { type: 'json' }
import codes from '../../catalogues/ar/codes.json' with { type: 'json' }
import commitments from '../../catalogues/ar/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/ar/coordination.json' with { type: 'json' }
import digests from '../../catalogues/ar/digests.json' with { type: 'json' }
import donors from '../../catalogues/ar/donors.json' with { type: 'json' }
import errors from '../../catalogues/ar/errors.json' with { type: 'json' }
import feeds from '../../catalogues/ar/feeds.json' with { type: 'json' }
import figures from '../../catalogues/ar/figures.json' with { type: 'json' }
import fund from '../../catalogues/ar/fund.json' with { type: 'json' }
import gaps from '../../catalogues/ar/gaps.json' with { type: 'json' }
import grants from '../../catalogues/ar/grants.json' with { type: 'json' }
import iati from '../../catalogues/ar/iati.json' with { type: 'json' }
import imports from '../../catalogues/ar/imports.json' with { type: 'json' }
import indicators from '../../catalogues/ar/indicators.json' with { type: 'json' }
import journal from '../../catalogues/ar/journal.json' with { type: 'json' }
import letters from '../../catalogues/ar/letters.json' with { type: 'json' }
import meetings from '../../catalogues/ar/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/ar/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/ar/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/ar/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/ar/overview.json' with { type: 'json' }
import payments from '../../catalogues/ar/payments.json' with { type: 'json' }
import periods from '../../catalogues/ar/periods.json' with { type: 'json' }
import places from '../../catalogues/ar/places.json' with { type: 'json' }
import pledges from '../../catalogues/ar/pledges.json' with { type: 'json' }
import published from '../../catalogues/ar/published.json' with { type: 'json' }
import rates from '../../catalogues/ar/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/ar/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/ar/releases.json' with { type: 'json' }
import requests from '../../catalogues/ar/requests.json' with { type: 'json' }
import rounds from '../../catalogues/ar/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/ar/sheets.json' with { type: 'json' }
import shell from '../../catalogues/ar/shell.json' with { type: 'json' }
import signatures from '../../catalogues/ar/signatures.json' with { type: 'json' }
import statement from '../../catalogues/ar/statement.json' with { type: 'json' }
import treasury from '../../catalogues/ar/treasury.json' with { type: 'json' }
import ui from '../../catalogues/ar/ui.json' with { type: 'json' }
import users from '../../catalogues/ar/users.json' with { type: 'json' }

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
