import type { Policy } from '@concert/domain/actor'

export const callers = ['anyone', 'contributor', 'focal_point', 'fund_manager', 'coordinator', 'administrator'] as const
export type CallerName = (typeof callers)[number]

const everyone: readonly CallerName[] = callers
const members: readonly CallerName[] = ['contributor', 'focal_point', 'fund_manager', 'coordinator', 'administrator']

/**
 * Every procedure with the policy it states and who gets past it, written out by hand and reviewed: the test holds the
 * program to this table, never the other way round.
 */
export const policyMatrix: Record<string, { policy: Policy; allowed: readonly CallerName[] }> = {
  'session.me': { policy: 'public', allowed: everyone },

  'figures.list': { policy: 'public', allowed: everyone },
  'figures.show': { policy: 'public', allowed: everyone },
  'figures.overview': { policy: 'public', allowed: everyone },
  'checks.list': { policy: 'public', allowed: everyone },

  'agencies.list': { policy: 'public', allowed: everyone },
  'agencies.options': { policy: 'public', allowed: everyone },
  'agencies.get': { policy: 'public', allowed: everyone },
  'agencies.confirm': { policy: 'coordination.write', allowed: ['coordinator'] },
  'agencies.confirmMembership': { policy: 'coordination.write', allowed: ['coordinator'] },

  'places.list': { policy: 'public', allowed: everyone },
  'places.search': { policy: 'public', allowed: everyone },
  'places.get': { policy: 'public', allowed: everyone },

  'meetings.list': { policy: 'public', allowed: everyone },
  'meetings.get': { policy: 'public', allowed: everyone },
  'meetings.confirmDocument': { policy: 'coordination.write', allowed: ['coordinator'] },

  'commitments.list': { policy: 'public', allowed: everyone },
  'commitments.setStatus': { policy: 'coordination.write', allowed: ['coordinator'] },
  'commitments.confirmResolution': { policy: 'coordination.write', allowed: ['coordinator'] },

  'activities.list': { policy: 'public', allowed: everyone },
  'activities.tallies': { policy: 'public', allowed: everyone },
  'activities.get': { policy: 'public', allowed: everyone },
  'activities.history': { policy: 'activities.read_group', allowed: members },
  'activities.inbox': { policy: 'signed_in', allowed: members },
  'activities.open': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.quality': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.draft': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.save': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.submit': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.discard': { policy: 'activities.write', allowed: ['contributor', 'focal_point'] },
  'activities.share': { policy: 'activities.publish', allowed: ['focal_point'] },
  'activities.publish': { policy: 'activities.publish', allowed: ['focal_point'] },
  'activities.withdraw': { policy: 'activities.publish', allowed: ['focal_point'] },

  'imports.list': { policy: 'imports.write', allowed: ['focal_point', 'fund_manager', 'coordinator'] },
  'imports.review': { policy: 'imports.write', allowed: ['focal_point', 'fund_manager', 'coordinator'] },
  'imports.decide': { policy: 'imports.write', allowed: ['focal_point', 'fund_manager', 'coordinator'] },

  'published.list': { policy: 'public', allowed: everyone },
  'published.clear': { policy: 'fund.write', allowed: ['fund_manager'] },
  'published.unclear': { policy: 'fund.write', allowed: ['fund_manager'] },

  'fund.totals': { policy: 'public', allowed: everyone },
  'fund.cohorts': { policy: 'public', allowed: everyone },

  'donors.list': { policy: 'public', allowed: everyone },
  'donors.get': { policy: 'public', allowed: everyone },
  'donors.records': { policy: 'fund.read', allowed: ['fund_manager'] },
  'donors.record': { policy: 'fund.read', allowed: ['fund_manager'] },
  'donors.register': { policy: 'fund.write', allowed: ['fund_manager'] },
  'donors.addName': { policy: 'fund.write', allowed: ['fund_manager'] },
  'donors.history': { policy: 'fund.read', allowed: ['fund_manager'] },
  'donors.merge': { policy: 'fund.write', allowed: ['fund_manager'] },
  'donors.undoMerge': { policy: 'fund.write', allowed: ['fund_manager'] },
  'donors.split': { policy: 'fund.write', allowed: ['fund_manager'] },

  'pledges.list': { policy: 'public', allowed: everyone },
  'pledges.get': { policy: 'public', allowed: everyone },
  'pledges.rows': { policy: 'fund.read', allowed: ['fund_manager'] },
  'pledges.story': { policy: 'fund.read', allowed: ['fund_manager'] },
  'pledges.schedule': { policy: 'fund.read', allowed: ['fund_manager'] },
  'pledges.announce': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.formalise': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.change': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.meetCondition': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.increase': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.reduce': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.withdraw': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.writeOff': { policy: 'fund.write', allowed: ['fund_manager'] },
  'pledges.recordOutcome': { policy: 'fund.write', allowed: ['fund_manager'] },

  'payments.rows': { policy: 'fund.read', allowed: ['fund_manager'] },
  'payments.story': { policy: 'fund.read', allowed: ['fund_manager'] },
  'payments.openPledges': { policy: 'fund.read', allowed: ['fund_manager'] },
  'payments.bankAccounts': { policy: 'fund.read', allowed: ['fund_manager'] },
  'payments.openBankAccount': { policy: 'fund.write', allowed: ['fund_manager'] },
  'payments.record': { policy: 'fund.write', allowed: ['fund_manager'] },
  'payments.allocate': { policy: 'fund.write', allowed: ['fund_manager'] },
  'payments.undoAllocation': { policy: 'fund.write', allowed: ['fund_manager'] },
  'payments.giveOverpayment': { policy: 'fund.write', allowed: ['fund_manager'] },
  'payments.refund': { policy: 'fund.write', allowed: ['fund_manager'] },

  'rates.list': { policy: 'fund.read', allowed: ['fund_manager'] },
  'rates.record': { policy: 'fund.write', allowed: ['fund_manager'] },
  'rates.import': { policy: 'fund.write', allowed: ['fund_manager'] },
  'rates.ofMeeting': { policy: 'public', allowed: everyone },
  'rates.meetingRecord': { policy: 'fund.read', allowed: ['fund_manager'] },
  'rates.setForMeeting': { policy: 'fund.write', allowed: ['fund_manager'] },
  'rates.three': { policy: 'fund.read', allowed: ['fund_manager'] },
  'statement.show': { policy: 'fund.read', allowed: ['fund_manager'] },
  'statement.breakdowns': { policy: 'fund.read', allowed: ['fund_manager'] },
  'statement.year': { policy: 'public', allowed: everyone },
  'periods.list': { policy: 'fund.read', allowed: ['fund_manager'] },
  'periods.preview': { policy: 'fund.read', allowed: ['fund_manager'] },
  'periods.close': { policy: 'fund.write', allowed: ['fund_manager'] },
  'journal.entries': { policy: 'fund.read', allowed: ['fund_manager'] },
  'journal.reverse': { policy: 'fund.write', allowed: ['fund_manager'] },

  'treasury.accounts': { policy: 'fund.read', allowed: ['fund_manager'] },
  'treasury.recordInterest': { policy: 'fund.write', allowed: ['fund_manager'] },
  'treasury.recordSupportCost': { policy: 'fund.write', allowed: ['fund_manager'] },
  'treasury.recordConversion': { policy: 'fund.write', allowed: ['fund_manager'] },
  'treasury.openBalance': { policy: 'fund.write', allowed: ['fund_manager'] },

  'signatures.list': { policy: 'fund.read', allowed: ['fund_manager'] },
  'signatures.waiting': { policy: 'fund.read', allowed: ['fund_manager'] },
  'signatures.confirm': { policy: 'fund.write', allowed: ['fund_manager'] },
  'signatures.refuse': { policy: 'fund.write', allowed: ['fund_manager'] },

  'users.list': { policy: 'users.write', allowed: ['administrator'] },
  'users.invite': { policy: 'users.write', allowed: ['administrator'] },
  'users.changeStanding': { policy: 'users.write', allowed: ['administrator'] },
  'users.deactivate': { policy: 'users.write', allowed: ['administrator'] },
  'users.reactivate': { policy: 'users.write', allowed: ['administrator'] },
  'users.resetPassword': { policy: 'users.write', allowed: ['administrator'] },
  'users.account': { policy: 'signed_in', allowed: members },
  'users.changeProfile': { policy: 'signed_in', allowed: members },
  'users.changePassword': { policy: 'signed_in', allowed: members },
  'users.signOutEverywhere': { policy: 'signed_in', allowed: members },
  'users.openLink': { policy: 'public', allowed: everyone },
  'users.acceptLink': { policy: 'public', allowed: everyone },
}
