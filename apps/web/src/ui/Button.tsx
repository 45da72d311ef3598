import type { ButtonHTMLAttributes, Ref } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** Work is under way: the button keeps its place and its focus, and does nothing. */
    isPending?: boolean
    ref?: Ref<HTMLButtonElement>
  }

export function Button({ look, size, isPending = false, className, onClick, children, type, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      aria-disabled={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault()
        else onClick?.(event)
      }}
      className={`${buttonClass({ look, size })} ${isPending ? 'cursor-progress opacity-70' : ''} ${className ?? ''}`}
    >
      {isPending && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent"
        />
      )}
      {children}
    </button>
  )
}
