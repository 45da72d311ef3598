import { readIatiFile } from './read-iati-file.ts'

export const text = (xml: string) => readIatiFile('typed.xml', new TextEncoder().encode(xml))
export const codes = (file: { findings: { code: string }[] }) => file.findings.map((finding) => finding.code)

export const activity = (inside: string, identifier = 'ZZ-1') => `
  <iati-activity xml:lang="en" default-currency="USD">
    <iati-identifier>${identifier}</iati-identifier>
    <reporting-org ref="ZZ-EXAMPLE" type="40"><narrative>Example</narrative></reporting-org>
    <title><narrative>Example: one</narrative></title>
    <activity-status code="2"/>
    ${inside}
  </iati-activity>`
export const activities = (inside: string) => `<iati-activities version="2.03">${inside}</iati-activities>`
export const transaction = (value: string, currency = 'USD') => `
  <transaction><transaction-type code="3"/><transaction-date iso-date="2024-05-01"/>
  <value currency="${currency}" value-date="2024-05-01">${value}</value></transaction>`
