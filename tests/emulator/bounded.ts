/** Sets an entry of a map that keeps the latest `most` only: what it has longest is forgotten. */
export function remember<K, V>(
  map: Map<K, V>,
  key: K,
  value: V,
  most: number,
  forgotten: (key: K) => void = () => {},
): void {
  map.set(key, value)
  if (map.size <= most) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    forgotten(oldest)
    return
  }
}
