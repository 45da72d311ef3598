import type { LetterBlock, LetterTable, WrittenLetter } from '@concert/domain/letter'
import { direction, type Locale } from '@concert/domain/locales'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReader } from '../../locale.tsx'

/** A letter as it stands on paper, in its own language and direction. */
export function LetterSheet({ letter }: { letter: WrittenLetter }) {
  const t = useTranslations('letters')
  const reader = useReader()
  const { language, reference, addressee, date, issuer, title, blocks, footer } = letter
  return (
    <Paper language={language}>
      <p className="border-b border-line pb-2 text-sm font-semibold">{issuer}</p>
      <div className="text-end">
        <p className="figures">
          {reference ?? (
            <span className="text-ink-soft" lang={reader} dir="auto">
              {t('form.noReference')}
            </span>
          )}
        </p>
        <p>{date}</p>
      </div>
      <address className="not-italic">
        {addressee.map((line) => (
          <span key={line} className="block" dir="auto">
            {line}
          </span>
        ))}
      </address>
      <Content title={title} blocks={blocks} />
      {footer.length > 0 && (
        <div className="border-t border-line pt-2 text-sm text-ink-soft">
          {footer.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </Paper>
  )
}

/** A template with something filled in: no address, no date. */
export function TemplateSheet({
  language,
  ...content
}: {
  language: Locale
  title: string
  blocks: readonly LetterBlock[]
}) {
  return (
    <Paper language={language}>
      <Content {...content} />
    </Paper>
  )
}

function Paper({ language, children }: { language: Locale; children: ReactNode }) {
  return (
    <article
      lang={language}
      dir={direction(language)}
      className="grid min-w-0 gap-5 rounded border border-line bg-raised px-4 py-6 text-ink shadow-sm sm:px-8 sm:py-10"
    >
      {children}
    </article>
  )
}

function Content({ title, blocks }: { title: string; blocks: readonly LetterBlock[] }) {
  return (
    <>
      <h3 className="text-xl font-semibold">{title}</h3>
      {blocks.map((block, index) =>
        block.kind === 'table' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter's blocks have no name but their place
          <SheetTable key={index} label={title} table={block.table} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter's blocks have no name but their place
          <p key={index} className="whitespace-pre-line">
            {block.text}
          </p>
        ),
      )}
    </>
  )
}

function SheetTable({ label, table: { columns, rows } }: { label: string; table: LetterTable }) {
  const hasHead = columns.some(({ header }) => header !== '')
  const look = (index: number) =>
    `border border-line px-2 py-1 align-top ${columns[index]?.isNumeric ? 'figures text-end' : 'text-start'}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard too
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      <table className={`w-full border-collapse ${columns.length > 4 ? 'text-sm' : ''}`}>
        {hasHead && (
          <thead>
            <tr>
              {columns.map(({ header }, index) => (
                <th key={header} scope="col" className={`${look(index)} font-semibold`}>
                  {header}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ cells, isTotal }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a letter may say the same
            <tr key={row} className={isTotal ? 'font-semibold' : undefined}>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is the one of its column
                <td key={index} className={look(index)}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
