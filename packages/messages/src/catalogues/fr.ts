import activities from '../../catalogues/fr/activities.json' with { type: 'json' }
import agencies from '../../catalogues/fr/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/fr/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/fr/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/fr/calendar.json' with { type: 'json' }
import charts from '../../catalogues/fr/charts.json' with { type: 'json' }
import checks from '../../catalogues/fr/checks.json' with { type: 'json' }
import codes from '../../catalogues/fr/codes.json' with { type: 'json' }
import commitments from '../../catalogues/fr/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/fr/coordination.json' with { type: 'json' }
import digests from '../../catalogues/fr/digests.json' with { type: 'json' }
import donors from '../../catalogues/fr/donors.json' with { type: 'json' }
import errors from '../../catalogues/fr/errors.json' with { type: 'json' }
import feeds from '../../catalogues/fr/feeds.json' with { type: 'json' }
import figures from '../../catalogues/fr/figures.json' with { type: 'json' }
import fund from '../../catalogues/fr/fund.json' with { type: 'json' }
import gaps from '../../catalogues/fr/gaps.json' with { type: 'json' }
import grants from '../../catalogues/fr/grants.json' with { type: 'json' }
import iati from '../../catalogues/fr/iati.json' with { type: 'json' }
import imports from '../../catalogues/fr/imports.json' with { type: 'json' }
import indicators from '../../catalogues/fr/indicators.json' with { type: 'json' }
import journal from '../../catalogues/fr/journal.json' with { type: 'json' }
import letters from '../../catalogues/fr/letters.json' with { type: 'json' }
import meetings from '../../catalogues/fr/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/fr/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/fr/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/fr/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/fr/overview.json' with { type: 'json' }
import payments from '../../catalogues/fr/payments.json' with { type: 'json' }
import periods from '../../catalogues/fr/periods.json' with { type: 'json' }
import places from '../../catalogues/fr/places.json' with { type: 'json' }
import pledges from '../../catalogues/fr/pledges.json' with { type: 'json' }
import published from '../../catalogues/fr/published.json' with { type: 'json' }
import rates from '../../catalogues/fr/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/fr/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/fr/releases.json' with { type: 'json' }
import requests from '../../catalogues/fr/requests.json' with { type: 'json' }
import rounds from '../../catalogues/fr/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/fr/sheets.json' with { type: 'json' }
import shell from '../../catalogues/fr/shell.json' with { type: 'json' }
import signatures from '../../catalogues/fr/signatures.json' with { type: 'json' }
import statement from '../../catalogues/fr/statement.json' with { type: 'json' }
import treasury from '../../catalogues/fr/treasury.json' with { type: 'json' }
import ui from '../../catalogues/fr/ui.json' with { type: 'json' }
import users from '../../catalogues/fr/users.json' with { type: 'json' }

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
