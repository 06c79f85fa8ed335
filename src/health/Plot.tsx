import { bars } from './plot'

/** One hour in small bars. What it shows is said in words above it. */
export function Plot(props: {
  readonly title: string
  /** What a reader hears instead of the bars. */
  readonly text: string
  readonly values: readonly number[]
  /** The value of a full bar, where no other is higher. */
  readonly least: number
}) {
  return (
    <figure>
      <figcaption>
        {props.title}: {props.text}
      </figcaption>
      <svg viewBox="0 0 180 31" preserveAspectRatio="none" aria-hidden="true">
        <path d={bars(props.values, props.least)} fill="var(--accent)" />
        <path d="M0 30.5h180" stroke="var(--line-strong)" />
      </svg>
    </figure>
  )
}
