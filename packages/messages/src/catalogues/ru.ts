import activities from '../../catalogues/ru/activities.json' with { type: 'json' }
import agencies from '../../catalogues/ru/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/ru/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/ru/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/ru/calendar.json' with { type: 'json' }
import charts from '../../catalogues/ru/charts.json' with { type: 'json' }
import checks from '../../catalogues/ru/checks.json' with { type: 'json' }
import codes from '../../catalogues/ru/codes.json' with { type: 'json' }
import commitments from '../../catalogues/ru/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/ru/coordination.json' with { type: 'json' }
import digests from '../../catalogues/ru/digests.json' with { type: 'json' }
import donors from '../../catalogues/ru/donors.json' with { type: 'json' }
import errors from '../../catalogues/ru/errors.json' with { type: 'json' }
import feeds from '../../catalogues/ru/feeds.json' with { type: 'json' }
import figures from '../../catalogues/ru/figures.json' with { type: 'json' }
import fund from '../../catalogues/ru/fund.json' with { type: 'json' }
import gaps from '../../catalogues/ru/gaps.json' with { type: 'json' }
import grants from '../../catalogues/ru/grants.json' with { type: 'json' }
import iati from '../../catalogues/ru/iati.json' with { type: 'json' }
import imports from '../../catalogues/ru/imports.json' with { type: 'json' }
import indicators from '../../catalogues/ru/indicators.json' with { type: 'json' }
import journal from '../../catalogues/ru/journal.json' with { type: 'json' }
import letters from '../../catalogues/ru/letters.json' with { type: 'json' }
import meetings from '../../catalogues/ru/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/ru/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/ru/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/ru/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/ru/overview.json' with { type: 'json' }
import payments from '../../catalogues/ru/payments.json' with { type: 'json' }
import periods from '../../catalogues/ru/periods.json' with { type: 'json' }
import places from '../../catalogues/ru/places.json' with { type: 'json' }
import pledges from '../../catalogues/ru/pledges.json' with { type: 'json' }
import published from '../../catalogues/ru/published.json' with { type: 'json' }
import rates from '../../catalogues/ru/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/ru/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/ru/releases.json' with { type: 'json' }
import requests from '../../catalogues/ru/requests.json' with { type: 'json' }
import rounds from '../../catalogues/ru/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/ru/sheets.json' with { type: 'json' }
import shell from '../../catalogues/ru/shell.json' with { type: 'json' }
import signatures from '../../catalogues/ru/signatures.json' with { type: 'json' }
import statement from '../../catalogues/ru/statement.json' with { type: 'json' }
import treasury from '../../catalogues/ru/treasury.json' with { type: 'json' }
import ui from '../../catalogues/ru/ui.json' with { type: 'json' }
import users from '../../catalogues/ru/users.json' with { type: 'json' }

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
