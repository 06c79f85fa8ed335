import { type Accessor, createSignal, type JSX, Show } from 'solid-js'
import { Button } from './Button'

type Component<Props> = (props: Props) => JSX.Element

/** A component that is fetched ahead of its moment. Once it is here it is drawn without a pause. */
export interface Later<Props> {
  readonly component: Accessor<Component<Props> | undefined>
  readonly failed: Accessor<boolean>
  load(): void
}

/** Begins to fetch at once. */
export function createLater<Props>(fetchIt: () => Promise<Component<Props>>): Later<Props> {
  const [component, setComponent] = createSignal<Component<Props>>()
  const [failed, setFailed] = createSignal(false)
  function load() {
    setFailed(false)
    fetchIt().then(
      (fetched) => setComponent(() => fetched),
      () => setFailed(true),
    )
  }
  load()
  return { component, failed, load }
}

/** Draws it, or says that it could not be fetched. */
export function DrawLater<Props>(props: {
  readonly later: Later<Props>
  readonly children: (component: Component<Props>) => JSX.Element
}) {
  return (
    <Show
      when={props.later.component()}
      keyed
      fallback={
        <Show when={props.later.failed()}>
          <p role="alert">
            This part of the desk could not be loaded.{' '}
            <Button onClick={props.later.load}>Try again</Button>
          </p>
        </Show>
      }
    >
      {(component) => props.children(component)}
    </Show>
  )
}
