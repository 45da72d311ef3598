// Language, direction and theme are set before the first paint; the same rules stand in src/locale.tsx and src/theme.
;(() => {
  const locales = ['en', 'fr', 'es', 'ru', 'zh', 'ar']
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const wished = [new URLSearchParams(location.search).get('lang'), stored('concert.locale'), ...navigator.languages]
  const locale = wished.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => locales.includes(tag)) ?? 'en'
  const theme = stored('concert.theme')
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const html = document.documentElement
  html.lang = locale
  html.dir = locale === 'ar' ? 'rtl' : 'ltr'
  html.classList.toggle('dark', dark)
})()
