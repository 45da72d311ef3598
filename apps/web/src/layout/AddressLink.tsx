import { Link, useRouter } from '@tanstack/react-router'

/** A link to an address that is known only when it comes, as a proof's rows are; plain text where no page answers it. */
export function AddressLink({ address, children, lang }: { address: string; children: string; lang?: string }) {
  const [, , foundRoute] = useRouter().getMatchedRoutes(address)
  if (!foundRoute) {
    return (
      <span lang={lang} dir="auto">
        {children}
      </span>
    )
  }
  return (
    <Link to={address as string} className="link" lang={lang} dir="auto">
      {children}
    </Link>
  )
}
