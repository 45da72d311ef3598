import type { AnchorHTMLAttributes, Ref } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'

type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook & { ref?: Ref<HTMLAnchorElement> }

/** A link that looks like a button. Pages use `ButtonLink` from `layout/links.ts`, which knows the router. */
export function LinkButton({ look, size, className, ...rest }: LinkButtonProps) {
  return <a {...rest} className={`${buttonClass({ look, size })} ${className ?? ''}`} />
}
