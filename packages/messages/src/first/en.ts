import charts from '../../catalogues/en/charts.json' with { type: 'json' }
import codes from '../../catalogues/en/codes.json' with { type: 'json' }
import errors from '../../catalogues/en/errors.json' with { type: 'json' }
import figures from '../../catalogues/en/figures.json' with { type: 'json' }
import overview from '../../catalogues/en/overview.json' with { type: 'json' }
import shell from '../../catalogues/en/shell.json' with { type: 'json' }
import ui from '../../catalogues/en/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
