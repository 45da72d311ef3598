import { Link } from '@tanstack/react-router'
import { paths } from '../../paths.ts'
import { classes } from '../../ui/styles.ts'

interface PlaceLinksProps {
  places: readonly { code: string; name: string; footnote: string | null }[]
  /** In a line instead of columns. */
  isInline?: boolean
}

export function PlaceLinks({ places, isInline = false }: PlaceLinksProps) {
  return (
    <ul className={classes(isInline ? 'flex flex-wrap gap-x-5' : 'gap-x-8 sm:columns-2 lg:columns-3')}>
      {places.map(({ code, name, footnote }) => (
        <li key={code} className="break-inside-avoid">
          <Link to={paths.place} params={{ code }} className="link inline-block py-1">
            {footnote === null ? name : `${name} *`}
          </Link>
        </li>
      ))}
    </ul>
  )
}
