/** The bars of a small plot, as the path of one SVG; as high as its highest, or as `least` when all are low. */
export function bars(values: readonly number[], least: number): string {
  const top = Math.max(least, ...values)
  return values
    .map((value, index) => {
      // What is not nothing is seen.
      const height = value > 0 ? Math.max(1, (value / top) * 30) : 0
      return height > 0 ? `M${index * 3} 30v${-round(height)}h2v${round(height)}z` : ''
    })
    .join('')
}

const round = (value: number) => Math.round(value * 10) / 10
