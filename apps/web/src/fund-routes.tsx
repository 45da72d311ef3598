import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { searched, searchPage } from './books/search-values.ts'
import { donorSearch } from './features/donors/search.ts'
import { grantSearch, newGrantSearch } from './features/grants/search.ts'
import { journalSearch } from './features/journal/search.ts'
import { letterSearch, newLetterSearch, templateSearch } from './features/letters/search.ts'
import { newPaymentSearch, paymentSearch } from './features/payments/search.ts'
import { periodSearch } from './features/periods/search.ts'
import { bookedPledgeSearch, dueSearch, pledgeSearch } from './features/pledges/search.ts'
import { meetingRateSearch, rateSearch, threeRatesSearch } from './features/rates/search.ts'
import { reconciliationSearch } from './features/reconciliation/search.ts'
import { signatureSearch } from './features/signatures/search.ts'
import { statementSearch, yearSearch } from './features/statement/search.ts'
import { rootRoute } from './layout/root-route.tsx'
import { lazyPage } from './lazy-page.ts'
import { paths } from './paths.ts'

const fundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.fund,
  component: lazyPage(() => import('./features/fund/FundPage.tsx').then((m) => m.FundPage)),
})

const donorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.donors,
  validateSearch: donorSearch,
  component: lazyPage(() => import('./features/donors/DonorsPage.tsx').then((m) => m.DonorsPage)),
})

const donorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.donor,
  component: lazyPage(() => import('./features/donors/DonorPage.tsx').then((m) => m.DonorPage)),
})

const pledgesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.pledges,
  validateSearch: pledgeSearch,
  component: lazyPage(() => import('./features/pledges/PledgesPage.tsx').then((m) => m.PledgesPage)),
})

const pledgeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.pledge,
  component: lazyPage(() => import('./features/pledges/PledgePage.tsx').then((m) => m.PledgePage)),
})

const booksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.books,
  component: lazyPage(() => import('./features/fund/BooksPage.tsx').then((m) => m.BooksPage)),
})

const bookedPledgesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bookedPledges,
  validateSearch: bookedPledgeSearch,
  component: lazyPage(() => import('./features/pledges/BookedPledgesPage.tsx').then((m) => m.BookedPledgesPage)),
})

const announcePledgeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.announcePledge,
  validateSearch: z.object({ donorId: searched(z.uuid()) }),
  component: lazyPage(() => import('./features/pledges/AnnouncementPage.tsx').then((m) => m.AnnouncementPage)),
})

const bookedDonorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bookedDonors,
  validateSearch: donorSearch,
  component: lazyPage(() => import('./features/donors/BookedDonorsPage.tsx').then((m) => m.BookedDonorsPage)),
})

const registerDonorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.registerDonor,
  component: lazyPage(() => import('./features/donors/RegistrationPage.tsx').then((m) => m.RegistrationPage)),
})

const bookedDonorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bookedDonor,
  component: lazyPage(() => import('./features/donors/BookedDonorPage.tsx').then((m) => m.BookedDonorPage)),
})

const dueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.due,
  validateSearch: dueSearch,
  component: lazyPage(() => import('./features/pledges/DuePage.tsx').then((m) => m.DuePage)),
})

const paymentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.payments,
  validateSearch: paymentSearch,
  component: lazyPage(() => import('./features/payments/PaymentsPage.tsx').then((m) => m.PaymentsPage)),
})

const recordPaymentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.recordPayment,
  validateSearch: newPaymentSearch,
  component: lazyPage(() => import('./features/payments/RecordPaymentPage.tsx').then((m) => m.RecordPaymentPage)),
})

const paymentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.payment,
  component: lazyPage(() => import('./features/payments/PaymentPage.tsx').then((m) => m.PaymentPage)),
})

const ratesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.rates,
  validateSearch: rateSearch,
  component: lazyPage(() => import('./features/rates/RatesPage.tsx').then((m) => m.RatesPage)),
})

const importRatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.importRates,
  component: lazyPage(() => import('./features/rates/ImportRatesPage.tsx').then((m) => m.ImportRatesPage)),
})

const meetingRatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.meetingRates,
  validateSearch: meetingRateSearch,
  component: lazyPage(() => import('./features/rates/MeetingRatesPage.tsx').then((m) => m.MeetingRatesPage)),
})

const threeRatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.threeRates,
  validateSearch: threeRatesSearch,
  component: lazyPage(() => import('./features/rates/ThreeRatesPage.tsx').then((m) => m.ThreeRatesPage)),
})

const journalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.journal,
  validateSearch: journalSearch,
  component: lazyPage(() => import('./features/journal/JournalPage.tsx').then((m) => m.JournalPage)),
})

const statementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.statement,
  validateSearch: statementSearch,
  component: lazyPage(() => import('./features/statement/StatementPage.tsx').then((m) => m.StatementPage)),
})

const periodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.periods,
  validateSearch: periodSearch,
  component: lazyPage(() => import('./features/periods/PeriodsPage.tsx').then((m) => m.PeriodsPage)),
})

const yearlyStatementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.yearlyStatement,
  validateSearch: yearSearch,
  component: lazyPage(() => import('./features/statement/YearlyStatementPage.tsx').then((m) => m.YearlyStatementPage)),
})

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.accounts,
  component: lazyPage(() => import('./features/treasury/AccountsPage.tsx').then((m) => m.AccountsPage)),
})

const signaturesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signatures,
  validateSearch: signatureSearch,
  component: lazyPage(() => import('./features/signatures/SignaturesPage.tsx').then((m) => m.SignaturesPage)),
})

const lettersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.letters,
  validateSearch: letterSearch,
  component: lazyPage(() => import('./features/letters/LettersPage.tsx').then((m) => m.LettersPage)),
})

const newLetterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.newLetter,
  validateSearch: newLetterSearch,
  component: lazyPage(() => import('./features/letters/WriteLetterPage.tsx').then((m) => m.WriteLetterPage)),
})

const letterTemplatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.letterTemplates,
  validateSearch: templateSearch,
  component: lazyPage(() => import('./features/letters/TemplatesPage.tsx').then((m) => m.TemplatesPage)),
})

const letterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.letter,
  component: lazyPage(() => import('./features/letters/LetterPage.tsx').then((m) => m.LetterPage)),
})

const grantsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.grants,
  component: lazyPage(() => import('./features/grants/GrantsPage.tsx').then((m) => m.GrantsPage)),
})

const bookedGrantsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bookedGrants,
  validateSearch: grantSearch,
  component: lazyPage(() => import('./features/grants/BookedGrantsPage.tsx').then((m) => m.BookedGrantsPage)),
})

const grantCallsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.grantCalls,
  component: lazyPage(() => import('./features/grants/CallsPage.tsx').then((m) => m.CallsPage)),
})

const proposeGrantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.proposeGrant,
  validateSearch: newGrantSearch,
  component: lazyPage(() => import('./features/grants/ProposalPage.tsx').then((m) => m.ProposalPage)),
})

const bookedGrantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bookedGrant,
  component: lazyPage(() => import('./features/grants/GrantPage.tsx').then((m) => m.GrantPage)),
})

const bankListsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bankLists,
  validateSearch: z.object({ page: searchPage }),
  component: lazyPage(() => import('./features/bank-lists/BankListPage.tsx').then((m) => m.BankListPage)),
})

const bankListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.bankList,
  validateSearch: z.object({ page: searchPage }),
  component: lazyPage(() => import('./features/bank-lists/ConfirmedListPage.tsx').then((m) => m.ConfirmedListPage)),
})

const reconciliationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.reconciliation,
  validateSearch: reconciliationSearch,
  component: lazyPage(() =>
    import('./features/reconciliation/ReconciliationPage.tsx').then((m) => m.ReconciliationPage),
  ),
})

/** The pages of the fund: what anyone may open, and the books. */
export const fundRoutes = [
  fundRoute,
  donorsRoute,
  donorRoute,
  pledgesRoute,
  pledgeRoute,
  booksRoute,
  bookedPledgesRoute,
  announcePledgeRoute,
  bookedDonorsRoute,
  registerDonorRoute,
  bookedDonorRoute,
  dueRoute,
  paymentsRoute,
  recordPaymentRoute,
  paymentRoute,
  ratesRoute,
  importRatesRoute,
  meetingRatesRoute,
  threeRatesRoute,
  journalRoute,
  lettersRoute,
  newLetterRoute,
  letterTemplatesRoute,
  letterRoute,
  statementRoute,
  bankListsRoute,
  bankListRoute,
  reconciliationRoute,
  periodsRoute,
  yearlyStatementRoute,
  accountsRoute,
  signaturesRoute,
  grantsRoute,
  bookedGrantsRoute,
  grantCallsRoute,
  proposeGrantRoute,
  bookedGrantRoute,
] as const
