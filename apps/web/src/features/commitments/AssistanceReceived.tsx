import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ToldFunnel, ToldNumbers } from '../../coordination/AssistanceTold.tsx'
import { trpc } from '../../trpc.ts'
import { Section } from '../../ui/Section.tsx'

/** The paragraphs of the declaration on technical assistance that States ask for. */
const paragraphs = ['declaration-2017 11(b)', 'declaration-2017 14']

/** What was released about requests of States, where a paragraph asks for it; nothing before the first release. */
export function AssistanceReceived({ instrument, number }: { instrument: string; number: string }) {
  return paragraphs.includes(`${instrument} ${number}`) && <NewestRelease />
}

function NewestRelease() {
  const t = useTranslations('requests.told')
  const { data: releases } = useSuspenseQuery(trpc.requests.told.queryOptions())
  const [newest] = releases
  if (!newest) return null
  return (
    <Section title={t('title')} lead={t('lead')}>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <ToldFunnel release={newest} />
        <ToldNumbers told={newest.told} number={newest.number} />
      </div>
    </Section>
  )
}
