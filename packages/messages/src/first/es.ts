import charts from '../../catalogues/es/charts.json' with { type: 'json' }
import codes from '../../catalogues/es/codes.json' with { type: 'json' }
import errors from '../../catalogues/es/errors.json' with { type: 'json' }
import figures from '../../catalogues/es/figures.json' with { type: 'json' }
import overview from '../../catalogues/es/overview.json' with { type: 'json' }
import shell from '../../catalogues/es/shell.json' with { type: 'json' }
import ui from '../../catalogues/es/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
