import { direction, type Locale } from '@concert/domain/locales'

export interface LetterLink {
  text: string
  href: string
}

/** What a short letter says, in the language of its reader. */
export interface LetterWords {
  reader: Locale
  title: string
  lead: string
  items: readonly string[]
  link: LetterLink
  /** Why it came, and how the reader ends such letters. */
  reason: string
  settings: LetterLink
}

/**
 * A letter as plain text and as a page, both with the same words. The page loads nothing: no picture, no font, no style
 * from elsewhere tells a stranger that it was opened.
 */
export function writeLetter(words: LetterWords): { text: string; html: string } {
  return { text: plainText(words), html: page(words) }
}

function plainText({ title, lead, items, link, reason, settings }: LetterWords): string {
  const list = items.map((item) => `- ${item}`).join('\n')
  return `${title}\n\n${lead}\n\n${list}\n\n${link.text}\n${link.href}\n\n${reason}\n${settings.text}\n${settings.href}\n`
}

function page({ reader, title, lead, items, link, reason, settings }: LetterWords): string {
  const list = items.map((item) => `<li style="margin:0 0 8px">${escaped(item)}</li>`).join('')
  return `<!doctype html>
<html lang="${reader}" dir="${direction(reader)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body dir="${direction(reader)}" style="margin:0;padding:24px;background:#ffffff;color:#1b2430;font:16px/1.6 sans-serif">
<div style="max-width:560px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.4">${escaped(title)}</h1>
<p style="margin:0 0 16px">${escaped(lead)}</p>
<ul style="margin:0 0 24px;padding:0;padding-inline-start:24px">${list}</ul>
<p style="margin:0 0 32px">${anchor(link)}</p>
<p style="margin:0;font-size:14px;color:#4a5665">${escaped(reason)} ${anchor(settings)}</p>
</div>
</body>
</html>
`
}

function anchor({ text, href }: LetterLink): string {
  return `<a href="${escaped(href)}" style="color:#0b5cad">${escaped(text)}</a>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
