import { letterKind } from '@concert/domain/letter'
import { locale } from '@concert/domain/locales'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { BooksNavigation } from '../../books/BooksNavigation.tsx'
import { MailboxForm } from '../../books/MailboxForm.tsx'
import { newKey } from '../../books/new-key.ts'
import { useReader } from '../../locale.tsx'
import { paths } from '../../paths.ts'
import { trpc } from '../../trpc.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { Select } from '../../ui/Select.tsx'
import { TemplateEditor } from './TemplateEditor.tsx'
import { TemplateVersions } from './TemplateVersions.tsx'
import type { OneTemplate } from './template-form.ts'
import { languageOptions, useKindOptions } from './use-letter-words.ts'

/** The wording of each letter in each language, and where donors answer. */
export function TemplatesPage() {
  const t = useTranslations('letters')
  const reader = useReader()
  const search = useSearch({ from: paths.letterTemplates })
  const navigate = useNavigate({ from: paths.letterTemplates })
  const kind = search.kind ?? 'acknowledgement'
  const language = search.language ?? reader
  const open = (chosen: Partial<OneTemplate>) =>
    void navigate({ search: { kind, language, ...chosen }, replace: true, resetScroll: false })
  return (
    <Page
      title={t('editor.title')}
      lead={t('editor.lead')}
      above={
        <div className="grid gap-2">
          <BooksNavigation />
          <Link to={paths.letters} className="link justify-self-start">
            {t('title')}
          </Link>
        </div>
      }
    >
      <div className="grid items-start gap-5 sm:grid-cols-2 lg:max-w-3xl">
        <Select
          label={t('editor.kind')}
          value={kind}
          onChange={(id) => open({ kind: letterKind.safeParse(id).data ?? kind })}
          options={useKindOptions()}
        />
        <Select
          label={t('editor.language')}
          value={language}
          onChange={(id) => open({ language: locale.safeParse(id).data ?? language })}
          options={languageOptions}
        />
      </div>
      <Template key={`${kind} ${language}`} kind={kind} language={language} />
      <FundMailbox />
    </Page>
  )
}

function Template({ kind, language }: OneTemplate) {
  const t = useTranslations('letters.editor')
  const { data } = useSuspenseQuery(trpc.letters.template.queryOptions({ kind, language }))
  // Somebody else's newer version does not sweep away what is being typed; saving it says so.
  const [opened, setOpened] = useState(data.version)
  const isOwn = data.version > 0 && data.versions[0]?.template !== null
  return (
    <>
      <Section
        title={t('wording')}
        actions={<Badge>{isOwn ? t('isOwn', { version: String(data.version) }) : t('isDefault')}</Badge>}
      >
        <TemplateEditor
          key={opened}
          one={{ kind, language }}
          basedOn={opened}
          template={data.template}
          example={data.example}
          onSaved={setOpened}
        />
      </Section>
      <Section title={t('versions')}>
        <TemplateVersions one={{ kind, language }} versions={data.versions} onRestored={setOpened} />
      </Section>
    </>
  )
}

function FundMailbox() {
  const t = useTranslations('letters.mailbox')
  const { data } = useSuspenseQuery(trpc.letters.fundMailbox.queryOptions())
  const { mutateAsync: set } = useMutation(trpc.letters.setFundMailbox.mutationOptions())
  return (
    <Section title={t('title')} lead={t('lead')}>
      <MailboxForm
        key={data.address}
        label={t('label')}
        address={data.address}
        save={(address) => set({ address, idempotencyKey: newKey() })}
      />
    </Section>
  )
}
