import charts from '../../catalogues/ar/charts.json' with { type: 'json' }
import codes from '../../catalogues/ar/codes.json' with { type: 'json' }
import errors from '../../catalogues/ar/errors.json' with { type: 'json' }
import figures from '../../catalogues/ar/figures.json' with { type: 'json' }
import overview from '../../catalogues/ar/overview.json' with { type: 'json' }
import shell from '../../catalogues/ar/shell.json' with { type: 'json' }
import ui from '../../catalogues/ar/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
