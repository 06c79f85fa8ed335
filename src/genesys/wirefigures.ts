/** Figures of queues as Genesys Cloud is asked for them and tells them: types only. */

export interface QueueObservationsQuery {
  filter: {
    type: 'or' | 'and'
    predicates: { type: 'dimension'; dimension: string; operator: 'matches'; value: string }[]
  }
  metrics: string[]
}

export interface ObservationMetricData {
  metric?: string
  qualifier?: string
  stats?: { count?: number; calculatedMetricValue?: number }
}

export interface QueueObservations {
  results?: {
    group?: { queueId?: string; mediaType?: string }
    data?: ObservationMetricData[]
  }[]
}

/** Seconds; without a prediction when the platform has none. */
export interface EstimatedWait {
  results?: { intent?: string; formula?: string; estimatedWaitTimeSeconds?: number }[]
}
