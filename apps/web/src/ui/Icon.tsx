const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  up: 'M6 15l6-6 6 6',
  sort: 'M8 10l4-4 4 4M8 14l4 4 4-4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 4L2.5 20h19L12 4zM12 10v4.5M12 17.2v.3',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.5v.3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  moon: 'M20 14.5A8.5 8.5 0 019.5 4 8.5 8.5 0 1020 14.5z',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  upload: 'M12 16V5M7 9l5-5 5 5M5 20h14',
  proof: 'M4 5h16M4 10h10M4 15h7M15 17l2 2 4-5',
  forward: 'M9 6l6 6-6 6',
  back: 'M15 6l-6 6 6 6',
} as const

export type IconName = keyof typeof shapes

/** A line drawing of the size of the text beside it; says nothing to a screen reader. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  const mirrored = name === 'forward' || name === 'back' ? 'rtl:-scale-x-100' : ''
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`inline-block size-[1.25em] shrink-0 fill-none stroke-current stroke-2 ${mirrored} ${className}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
