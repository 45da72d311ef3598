import { inLocale } from '@concert/domain/locales'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useReader } from '../../locale.tsx'
import { trpc } from '../../trpc.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'

interface AgencyFieldProps {
  label: string
  value: string | null
  onChange: (slug: string | null) => void
  error: string | undefined
}

export function AgencyField({ label, value, onChange, error }: AgencyFieldProps) {
  const reader = useReader()
  const { data } = useSuspenseQuery(trpc.agencies.options.queryOptions())
  return (
    <ComboBox
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      options={data.map(({ slug, acronym, names }) => ({
        id: slug,
        name: acronym,
        description: inLocale(names, reader),
      }))}
    />
  )
}
