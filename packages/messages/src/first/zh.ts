import charts from '../../catalogues/zh/charts.json' with { type: 'json' }
import codes from '../../catalogues/zh/codes.json' with { type: 'json' }
import errors from '../../catalogues/zh/errors.json' with { type: 'json' }
import figures from '../../catalogues/zh/figures.json' with { type: 'json' }
import overview from '../../catalogues/zh/overview.json' with { type: 'json' }
import shell from '../../catalogues/zh/shell.json' with { type: 'json' }
import ui from '../../catalogues/zh/ui.json' with { type: 'json' }

export const catalogue = { charts, codes, errors, figures, overview, shell, ui }
