import type { SecondSignature } from '@concert/domain/second-signature'
import { Link } from '@tanstack/react-router'
import { EntryLink } from '../../books/EntryLink.tsx'
import { AddressLink } from '../../layout/AddressLink.tsx'
import { paths } from '../../paths.ts'

/** The way to what a request is about. */
export function SubjectLink({ subject: { type, reference } }: { subject: SecondSignature['subject'] }) {
  switch (type) {
    case 'pledge':
      return (
        <Link to={paths.pledge} params={{ reference }} className="link figures">
          {reference}
        </Link>
      )
    case 'payment':
      return (
        <Link to={paths.payment} params={{ reference }} className="link figures">
          {reference}
        </Link>
      )
    case 'entry':
      return <EntryLink number={Number(reference)} />
    case 'grant':
      return <AddressLink address={`/books/grants/${reference}`}>{reference}</AddressLink>
  }
}
