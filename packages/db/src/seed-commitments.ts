import type { ReferenceSeed } from '@concert/domain/reference'
import type { Trx } from './client.ts'
import { renewed } from './upsert.ts'

export async function upsertCommitments(trx: Trx, seed: ReferenceSeed): Promise<void> {
  await trx
    .insertInto('resolution')
    .values(
      seed.resolutions.map(({ symbol, title, year, adoptedOn, source, basis }) => ({
        symbol,
        title: JSON.stringify(title),
        year,
        adopted_on: adoptedOn,
        source,
        basis,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('symbol').doUpdateSet(renewed('title', 'year', 'adopted_on', 'source', 'basis')),
    )
    .execute()
  await trx
    .insertInto('instrument')
    .values(
      seed.instruments.map(({ slug, symbol, title, adoptedOn, meeting, source, basis }) => ({
        slug,
        symbol,
        title: JSON.stringify(title),
        adopted_on: adoptedOn,
        meeting_slug: meeting,
        source,
        basis,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet(renewed('symbol', 'title', 'adopted_on', 'meeting_slug', 'source', 'basis')),
    )
    .execute()
  await trx
    .insertInto('paragraph')
    .values(
      seed.paragraphs.map((paragraph, index) => ({
        instrument_slug: paragraph.instrument,
        number: paragraph.number,
        position: index,
        gist: JSON.stringify(paragraph.gist),
        indicator: paragraph.indicator && JSON.stringify(paragraph.indicator),
        addressees: paragraph.addressees,
        status_addressees: paragraph.statusAddressees,
        act_kinds: paragraph.actKinds,
        tracking: paragraph.tracking,
        pillars: paragraph.pillars,
        sdg_targets: paragraph.sdgTargets,
        source: paragraph.source,
        basis: paragraph.basis,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['instrument_slug', 'number'])
        .doUpdateSet(
          renewed(
            'position',
            'gist',
            'indicator',
            'addressees',
            'status_addressees',
            'act_kinds',
            'tracking',
            'pillars',
            'sdg_targets',
            'source',
            'basis',
          ),
        ),
    )
    .execute()
}

export async function upsertPublishedFigures(trx: Trx, seed: ReferenceSeed): Promise<void> {
  for (const [position, figure] of seed.publishedFigures.entries()) {
    const row = {
      set_name: figure.set,
      position,
      subject: JSON.stringify(figure.subject),
      place_code: figure.place,
      stage: figure.stage,
      date_text: figure.dateText,
      value_text: figure.valueText,
      amount_minor: figure.amountMinor,
      currency: figure.currency,
      quantity: figure.quantity,
      unit: figure.unit,
      definition: figure.definition,
      details: JSON.stringify(figure.details),
      source: figure.source,
      basis: figure.basis,
    }
    const { id } = await trx
      .insertInto('published_figure')
      .values({ key: figure.key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .returning('id')
      .executeTakeFirstOrThrow()
    if (figure.note === null) {
      await trx.deleteFrom('published_figure_note').where('figure_id', '=', id).execute()
    } else {
      await trx
        .insertInto('published_figure_note')
        .values({ figure_id: id, note: figure.note })
        .onConflict((conflict) => conflict.column('figure_id').doUpdateSet({ note: figure.note ?? '' }))
        .execute()
    }
  }
}
