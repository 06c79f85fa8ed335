import { t } from '~/language'
import { Copy } from '~/ui/Copy'

/** Copies a line that says which right is missing, for whoever can give it. */
export function ForAdministrator(props: { readonly line: string }) {
  return <Copy word={t`Copy for your administrator`} text={() => props.line} />
}
