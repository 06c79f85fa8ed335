import { t } from '~/language'
import { Aside } from '~/signin/Aside'
import { createLater, DrawLater } from '~/ui/Later'
import type { HealthProps } from './Health'

/** The way to how everything fares; what draws it is fetched by the press. */
export function HealthEntry(props: HealthProps) {
  return (
    <Aside name={t`Health`}>
      {(code, close) => {
        const later = createLater(() => import('./Health'))
        return (
          <DrawLater later={later}>
            {({ Health }) => <Health {...props} code={code} onClose={close} />}
          </DrawLater>
        )
      }}
    </Aside>
  )
}
