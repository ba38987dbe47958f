// Makes TypeScript messages of the plugin protocol from tfplugin6.proto, with buf and ts-proto, offline.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { readTree } from "../tools/files.mjs";

const PROTOCOL = "src/framework/protocol";

/** The folders that hold nothing but this step's output. */
export const protobufFolders = [`${PROTOCOL}/generated`];

const TS_PROTO_OPTIONS = [
  "outputServices=generic-definitions",
  "forceLong=bigint",
  "esModuleInterop=true",
  "outputJsonMethods=false",
  "unrecognizedEnum=false",
  "useExactTypes=false",
  "annotateFilesWithVersion=false",
];

/**
 * @param {string} root
 * @returns {Promise<Map<string, string>>} the messages as files, by their path below the root
 */
export async function generateProtobuf(root) {
  const scratch = await mkdtemp(path.join(tmpdir(), "dialog360-protobuf-"));
  try {
    await runBuf(root, scratch);
    const made = await readTree(path.join(scratch, "out"));
    return new Map([...made].map(([file, text]) => [`${PROTOCOL}/generated/${file}`, text]));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} scratch
 */
async function runBuf(root, scratch) {
  const modules = path.join(root, "node_modules");
  const plugin = {
    local: [process.execPath, path.join(modules, "ts-proto/protoc-gen-ts_proto")],
    out: path.join(scratch, "out"),
    opt: TS_PROTO_OPTIONS,
  };
  const template = JSON.stringify({ version: "v2", plugins: [plugin] });
  const buf = path.join(modules, "@bufbuild/buf/bin/buf");
  const args = ["generate", path.join(root, PROTOCOL), "--template", template];
  await promisify(execFile)(process.execPath, [buf, ...args], {
    cwd: scratch,
    env: { ...process.env, BUF_CACHE_DIR: path.join(scratch, "cache") },
  });
}
