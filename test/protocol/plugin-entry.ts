import { isStartedByTerraform, servePlugin } from "../../src/framework/plugin";

/** A plugin as small as it can be: the child process that the plugin-*.test.ts files start. */
async function main(): Promise<void> {
  if (!isStartedByTerraform(process.env)) {
    process.stderr.write("this is a plugin of Terraform\n");
    process.exitCode = 1;
    return;
  }
  await servePlugin({
    protocolVersion: 6,
    log: (level, message, fields) =>
      process.stderr.write(`${JSON.stringify({ ...fields, "@level": level, "@message": message })}\n`),
    onShutdown: () => void process.stderr.write("onShutdown\n"),
    services: [
      {
        name: "test.Echo",
        unary: {
          Echo: async (request) => request,
          Length: async (request) => Buffer.from(String(request.length)),
          Big: async (request) => Buffer.alloc(Number(Buffer.from(request)), 7),
          Fail: async () => {
            throw new Error("50 % of the cups are broken, señor");
          },
          Hang: () => new Promise((resolve) => setTimeout(() => resolve(Buffer.from("late")), 400)),
          Crash: async () => {
            setImmediate(() => {
              throw new Error("thrown beside the call");
            });
            void Promise.reject(new Error("rejected beside the call"));
            return new Uint8Array();
          },
          Print: async () => {
            console.log("printed %s", "by hand");
            return new Uint8Array();
          },
        },
      },
    ],
  });
}

void main();
