import type { PublishedAgency } from '@concert/domain/iati-publication'
import { narrated, type Publication, party, partyOf, textsOf } from './write-parts.ts'
import { documentOf, element, text, type Xml } from './write-xml.ts'

/**
 * An IATI 2.03 organisation file of the agencies that have an identifier, each told by the platform as a secondary
 * reporter but for itself. Names only: no agency's budget is known here.
 */
export function writeOrganisations(agencies: readonly PublishedAgency[], about: Publication): AsyncGenerator<string> {
  const attributes = { version: '2.03', 'generated-datetime': about.generatedAt }
  return documentOf('iati-organisations', attributes, elementsOf(agencies, about))
}

async function* elementsOf(agencies: readonly PublishedAgency[], { platform }: Publication): AsyncGenerator<Xml> {
  for (const { slug, names, iatiOrgId } of agencies) {
    if (iatiOrgId === null) continue
    yield element(
      'iati-organisation',
      { 'xml:lang': 'en', 'default-currency': 'USD' },
      element('organisation-identifier', {}, text(iatiOrgId)),
      narrated('name', {}, textsOf(names)),
      party('reporting-org', partyOf(platform), { 'secondary-reporter': slug === platform.slug ? '0' : '1' }),
    )
  }
}
