import activities from '../../catalogues/en/activities.json' with { type: 'json' }
import agencies from '../../catalogues/en/agencies.json' with { type: 'json' }
import agenda from '../../catalogues/en/agenda.json' with { type: 'json' }
import bankLists from '../../catalogues/en/bankLists.json' with { type: 'json' }
import calendar from '../../catalogues/en/calendar.json' with { type: 'json' }
import charts from '../../catalogues/en/charts.json' with { type: 'json' }
import checks from '../../catalogues/en/checks.json' with { type: 'json' }
import codes from '../../catalogues/en/codes.json' with { type: 'json' }
import commitments from '../../catalogues/en/commitments.json' with { type: 'json' }
import coordination from '../../catalogues/en/coordination.json' with { type: 'json' }
import digests from '../../catalogues/en/digests.json' with { type: 'json' }
import donors from '../../catalogues/en/donors.json' with { type: 'json' }
import errors from '../../catalogues/en/errors.json' with { type: 'json' }
import feeds from '../../catalogues/en/feeds.json' with { type: 'json' }
import figures from '../../catalogues/en/figures.json' with { type: 'json' }
import fund from '../../catalogues/en/fund.json' with { type: 'json' }
import gaps from '../../catalogues/en/gaps.json' with { type: 'json' }
import grants from '../../catalogues/en/grants.json' with { type: 'json' }
import iati from '../../catalogues/en/iati.json' with { type: 'json' }
import imports from '../../catalogues/en/imports.json' with { type: 'json' }
import indicators from '../../catalogues/en/indicators.json' with { type: 'json' }
import journal from '../../catalogues/en/journal.json' with { type: 'json' }
import letters from '../../catalogues/en/letters.json' with { type: 'json' }
import meetings from '../../catalogues/en/meetings.json' with { type: 'json' }
import outbox from '../../catalogues/en/outbox.json' with { type: 'json' }
import outreach from '../../catalogues/en/outreach.json' with { type: 'json' }
import overlaps from '../../catalogues/en/overlaps.json' with { type: 'json' }
import overview from '../../catalogues/en/overview.json' with { type: 'json' }
import payments from '../../catalogues/en/payments.json' with { type: 'json' }
import periods from '../../catalogues/en/periods.json' with { type: 'json' }
import places from '../../catalogues/en/places.json' with { type: 'json' }
import pledges from '../../catalogues/en/pledges.json' with { type: 'json' }
import published from '../../catalogues/en/published.json' with { type: 'json' }
import rates from '../../catalogues/en/rates.json' with { type: 'json' }
import reconciliation from '../../catalogues/en/reconciliation.json' with { type: 'json' }
import releases from '../../catalogues/en/releases.json' with { type: 'json' }
import requests from '../../catalogues/en/requests.json' with { type: 'json' }
import rounds from '../../catalogues/en/rounds.json' with { type: 'json' }
import sheets from '../../catalogues/en/sheets.json' with { type: 'json' }
import shell from '../../catalogues/en/shell.json' with { type: 'json' }
import signatures from '../../catalogues/en/signatures.json' with { type: 'json' }
import statement from '../../catalogues/en/statement.json' with { type: 'json' }
import treasury from '../../catalogues/en/treasury.json' with { type: 'json' }
import ui from '../../catalogues/en/ui.json' with { type: 'json' }
import users from '../../catalogues/en/users.json' with { type: 'json' }

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
