import { createOnnxMultiplier } from '../../src/node/onnx-multiplier.ts'
import { describeTokenMultiplier } from '../contracts/token-multiplier.ts'

describeTokenMultiplier('onnxruntime', createOnnxMultiplier)
