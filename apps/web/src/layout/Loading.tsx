import { Skeleton } from '../ui/Skeleton.tsx'

/** While a page is on its way. */
export function Loading() {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-12 sm:px-6">
      <div className="max-w-md">
        <Skeleton lines={2} />
      </div>
      <div className="mt-10">
        <Skeleton lines={6} />
      </div>
    </div>
  )
}
