import charts from '../../catalogues/ru/charts.json' with { type: 'json' }
import codes from '../../catalogues/ru/codes.json' with { type: 'json' }
import errors from '../../catalogues/ru/errors.json' with { type: 'json' }
import figures from '../../catalogues/ru/figures.json' with { type: 'json' }
import overview from '../../catalogues/ru/overview.json' with { type: 'json' }
import shell from '../../catalogues/ru/shell.json' with { type: 'json' }
import ui from '../../catalogues/ru/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
