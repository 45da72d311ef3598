export interface ButtonLook {
  /** `primary` once a page at most; `quiet` looks like text until pointed at. */
  look?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'normal' | 'small'
}

const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'bg-paper text-accent-text border-line-strong hover:bg-accent-wash',
  quiet: 'bg-transparent text-accent-text border-transparent hover:bg-accent-wash',
  danger: 'bg-paper text-danger border-danger hover:bg-danger-wash',
}

const sizes = { normal: 'min-h-11 px-4 py-2', small: 'min-h-8 px-2.5 py-1 text-sm' }

/** The look of a button, for whatever element plays one. */
export function buttonClass({ look = 'secondary', size = 'normal' }: ButtonLook): string {
  return `inline-flex items-center justify-center gap-2 rounded border font-medium no-underline disabled:cursor-not-allowed disabled:opacity-60 ${looks[look]} ${sizes[size]}`
}
