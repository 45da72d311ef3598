import activities from '../../catalogues/es/activities.json' with { type: 'json' }
import agencies from '../../catalogues/es/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/es/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/es/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/es/calendar.json' with { type: 'json' }
import charts from '../../catalogues/es/charts.json' with { type: 'json' }
import checks from '../../catalogues/es/checks.json' with { type: 'json' }
import codes from '../../catalogues/es/codes.json' with { type: 'json' }
import commitments from '../../catalogues/es/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/es/coordination.json' with { type: 'json' }
import digests from '../../catalogues/es/digests.json' with { type: 'json' }
import donors from '../../catalogues/es/donors.json' with { type: 'json' }
import errors from '../../catalogues/es/errors.json' with { type: 'json' }
import feeds from '../../catalogues/es/feeds.json' with { type: 'json' }
import figures from '../../catalogues/es/figures.json' with { type: 'json' }
import fund from '../../catalogues/es/fund.json' with { type: 'json' }
import gaps from '../../catalogues/es/gaps.json' with { type: 'json' }
import grants from '../../catalogues/es/grants.json' with { type: 'json' }
import iati from '../../catalogues/es/iati.json' with { type: 'json' }
import imports from '../../catalogues/es/imports.json' with { type: 'json' }
import indicators from '../../catalogues/es/indicators.json' with { type: 'json' }
import journal from '../../catalogues/es/journal.json' with { type: 'json' }
import letters from '../../catalogues/es/letters.json' with { type: 'json' }
import meetings from '../../catalogues/es/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/es/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/es/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/es/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/es/overview.json' with { type: 'json' }
import payments from '../../catalogues/es/payments.json' with { type: 'json' }
import periods from '../../catalogues/es/periods.json' with { type: 'json' }
import places from '../../catalogues/es/places.json' with { type: 'json' }
import pledges from '../../catalogues/es/pledges.json' with { type: 'json' }
import published from '../../catalogues/es/published.json' with { type: 'json' }
import rates from '../../catalogues/es/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/es/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/es/releases.json' with { type: 'json' }
import requests from '../../catalogues/es/requests.json' with { type: 'json' }
import rounds from '../../catalogues/es/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/es/sheets.json' with { type: 'json' }
import shell from '../../catalogues/es/shell.json' with { type: 'json' }
import signatures from '../../catalogues/es/signatures.json' with { type: 'json' }
import statement from '../../catalogues/es/statement.json' with { type: 'json' }
import treasury from '../../catalogues/es/treasury.json' with { type: 'json' }
import ui from '../../catalogues/es/ui.json' with { type: 'json' }
import users from '../../catalogues/es/users.json' with { type: 'json' }

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
