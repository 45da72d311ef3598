import charts from '../../catalogues/fr/charts.json' with { type: 'json' }
import codes from '../../catalogues/fr/codes.json' with { type: 'json' }
import errors from '../../catalogues/fr/errors.json' with { type: 'json' }
import figures from '../../catalogues/fr/figures.json' with { type: 'json' }
import overview from '../../catalogues/fr/overview.json' with { type: 'json' }
import shell from '../../catalogues/fr/shell.json' with { type: 'json' }
import ui from '../../catalogues/fr/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
