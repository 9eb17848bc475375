export function benchSwap(options?: { seconds?: number; connections?: number }): Promise<Record<string, number>>
