import { createLink } from '@tanstack/react-router'
import { LinkButton } from '../ui/LinkButton.tsx'

/** A link inside the product that looks like a button. */
export const ButtonLink = createLink(LinkButton)
