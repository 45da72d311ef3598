import { getGroupMeeting } from '@concert/db/group-meetings'
import type { AgendaSection, CarriedDecision, FrozenAgenda, GroupMeeting } from '@concert/domain/agenda'
import type { Locale } from '@concert/domain/locales'
import type { Block, DocumentModel } from '@concert/exchange/docx/document'
import { writeDocx } from '@concert/exchange/docx/write-docx'
import { writeCell } from '@concert/messages/agenda-words'
import { formatDate, formatInstant } from '@concert/messages/format'
import { type Say, wordsOf } from '@concert/messages/words'
import type { Context } from '../context.ts'
import type { Download } from '../letters/download-letters.ts'
import { inTransaction } from '../transaction.ts'
import { stateOfThings } from './state-of-things.ts'

/** The agenda as DOCX, in the language asked for: what its page shows, and for a held meeting what it showed then. */
export function downloadAgenda(ctx: Context, id: string, language: Locale): Promise<Download> {
  return inTransaction(ctx, async (trx) => {
    const meeting = await getGroupMeeting(trx, id)
    const say = await wordsOf(language)
    const state = await stateOfThings(trx, ctx, meeting)
    return {
      bytes: await writeDocx(toDocument(meeting, state, language, say)),
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      plainName: `agenda-${meeting.on}.docx`,
      name: `${say('agenda.file.name')} ${meeting.on}.docx`,
    }
  })
}

function toDocument(meeting: GroupMeeting, state: FrozenAgenda, language: Locale, say: Say): DocumentModel {
  const line = (text: string, isItalic = false): Block => ({ kind: 'paragraph', runs: [{ text, isItalic }] })
  const notesOf = (id: AgendaSection['id']): Block[] => {
    const note = meeting.notes[id]
    return note === undefined
      ? []
      : [{ kind: 'heading', level: 3, text: say('agenda.minutes') }, ...note.split('\n').map((text) => line(text))]
  }
  const place = meeting.place ?? say('agenda.online')
  const chair = meeting.chair?.acronym ?? say('agenda.facts.noChair')
  return {
    language,
    properties: {
      title: `${say('agenda.title')}: ${meeting.title}`,
      subject: say('agenda.title'),
      creator: say('agenda.file.issuer'),
      createdAt: state.asOf,
    },
    header: [say('agenda.file.issuer'), say('agenda.file.internal')],
    footer: [say('agenda.asOf', { at: formatInstant(language, state.asOf) })],
    blocks: [
      { kind: 'heading', level: 1, text: meeting.title },
      line(`${formatDate(language, meeting.on)} · ${place}`),
      line(`${say('agenda.facts.chair')}: ${chair}`),
      { kind: 'heading', level: 2, text: say('agenda.sections.decisions') },
      ...decisionBlocks(state.decisions, language, say),
      ...notesOf('decisions'),
      ...state.sections.flatMap((section) => [
        {
          kind: 'heading' as const,
          level: 2 as const,
          text: `${say(`agenda.sections.${section.id}`)} (${section.total})`,
        },
        ...sectionBlocks(section, language, say),
        ...notesOf(section.id),
      ]),
    ],
  }
}

function sectionBlocks(section: AgendaSection, language: Locale, say: Say): Block[] {
  if (section.rows.length === 0) return [{ kind: 'paragraph', runs: [{ text: say('agenda.nothing'), isItalic: true }] }]
  const more = section.id === 'round' ? 0 : section.total - section.rows.length
  const table: Block = {
    kind: 'table',
    size: section.columns.length > 4 ? 'small' : 'normal',
    columns: section.columns.map((column) => ({
      header: say(`agenda.columns.${column}`),
      isNumeric: false,
      share: column === 'activity' || column === 'nextStep' ? 2 : 1,
    })),
    rows: section.rows.map(({ cells }) => ({ cells: cells.map((cell) => writeCell(cell, language, say)) })),
  }
  return more > 0 ? [table, { kind: 'paragraph', runs: [{ text: say('agenda.more', { count: more }) }] }] : [table]
}

function decisionBlocks(decisions: readonly CarriedDecision[], language: Locale, say: Say): Block[] {
  if (decisions.length === 0) return [{ kind: 'paragraph', runs: [{ text: say('agenda.nothing'), isItalic: true }] }]
  const column = (name: string, share: number) => ({ header: say(`agenda.columns.${name}`), isNumeric: false, share })
  return [
    {
      kind: 'table',
      size: 'small',
      columns: [
        column('decision', 3),
        column('owner', 1),
        column('due', 1),
        column('state', 1.2),
        column('origin', 1.3),
      ],
      rows: decisions.map(({ text, owner, dueOn, state, closedNote, meeting, carried }) => ({
        cells: [
          text,
          owner.acronym,
          formatDate(language, dueOn, 'short'),
          [say(`agenda.states.${state}`), closedNote].filter((part) => part !== null).join(': '),
          [
            formatDate(language, meeting.on, 'short'),
            ...(carried > 0 ? [say('agenda.carried', { count: carried })] : []),
          ].join(', '),
        ],
      })),
    },
  ]
}
