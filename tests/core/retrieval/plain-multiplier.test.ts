import { plainMultiplier } from '../../../src/core/retrieval/plain-multiplier.ts'
import { describeTokenMultiplier } from '../../contracts/token-multiplier.ts'

describeTokenMultiplier('Plain JavaScript', async () => plainMultiplier)
