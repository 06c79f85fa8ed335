/** Sets an entry of a map that keeps the latest `most` only: what it has longest is forgotten. */
export function remember<K, V>(
  map: Map<K, V>,
  key: K,
  value: V,
  most: number,
  forgotten: (value: V) => void = () => {},
): void {
  map.set(key, value)
  if (map.size <= most) return
  for (const [oldest, dropped] of map) {
    map.delete(oldest)
    forgotten(dropped)
    return
  }
}
