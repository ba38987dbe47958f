import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "undici";

/** A page in a Chromium of its own, driven over its DevTools socket. */
export interface Browser {
  /** Calls a method of the DevTools protocol. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the protocol gives them
  call(method: string, params?: object): Promise<any>;
  /** Runs an expression in the page and gives its value; a promise is waited for. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the expression yields
  evaluate(expression: string): Promise<any>;
  /** Clicks the middle of the element, as a mouse does. */
  click(selector: string): Promise<void>;
  /** Types where the focus is. */
  type(text: string): Promise<void>;
  /** Presses a key such as "Tab" or " " where the focus is. */
  press(key: string): Promise<void>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
  /** What the page's console and its security policy complained of. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const flags = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0"],
];

/** Opens an address in a fresh profile, which is removed with the browser. */
export async function openBrowser(program: string, url: string): Promise<Browser> {
  const profile = await mkdtemp(path.join(os.tmpdir(), "dialog360-browser-"));
  const child = spawn(program, [...flags, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null && child.kill()) await once(child, "exit");
    await rm(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const session = await openSession(await addressOf(child));
    await session.call("Page.navigate", { url });
    return { ...session, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The address of the page's DevTools socket. */
async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("the browser's error output is not read");
  for await (const line of createInterface({ input: child.stderr })) {
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
    if (port === undefined) continue;
    child.stderr.resume();
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      readonly type: string;
      readonly webSocketDebuggerUrl: string;
    }[];
    const page = pages.find(({ type }) => type === "page");
    if (page !== undefined) return page.webSocketDebuggerUrl;
  }
  throw new Error("the browser ended before it could be spoken to");
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly params?: unknown;
}

async function openSession(address: string): Promise<Omit<Browser, "close">> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error("the browser refused its socket")));
  });
  const complaints: string[] = [];
  const waiting = new Map<number, (message: Message) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (/^(Log\.entryAdded|Runtime\.exceptionThrown)$/.test(message.method ?? ""))
      complaints.push(JSON.stringify(message.params));
  });
  const call = (method: string, params: object = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error.message}`)),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  for (const domain of ["Page", "Runtime", "Log"]) await call(`${domain}.enable`);
  const evaluate = async (expression: string) => {
    const answer = (await call("Runtime.evaluate", {
      ...{ expression, awaitPromise: true, returnByValue: true, userGesture: true },
    })) as { result: { value: unknown }; exceptionDetails?: { exception?: { description?: string } } };
    if (answer.exceptionDetails !== undefined)
      throw new Error(`${expression}: ${answer.exceptionDetails.exception?.description}`);
    return answer.result.value;
  };
  return {
    complaints,
    call,
    evaluate,
    async click(selector) {
      const [x, y] = (await evaluate(middleOf(selector))) as [number, number];
      for (const type of ["mousePressed", "mouseReleased"])
        await call("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    },
    async type(text) {
      await call("Input.insertText", { text });
    },
    async press(key) {
      // A browser fires what a key does by its character.
      const text = key === "Enter" ? "\r" : key;
      // A dialog is closed by the key's number.
      const number = key === "Escape" ? { windowsVirtualKeyCode: 27 } : {};
      const held = {
        key,
        code: key === " " ? "Space" : key,
        ...number,
        ...(text.length === 1 ? { text } : {}),
      };
      await call("Input.dispatchKeyEvent", { type: "keyDown", ...held });
      await call("Input.dispatchKeyEvent", { type: "keyUp", ...held });
    },
    async until(expression) {
      while (!(await evaluate(`Boolean(${expression})`).catch(() => false)))
        await new Promise((resolve) => setTimeout(resolve, 20));
    },
  };
}

function middleOf(selector: string): string {
  return `(() => {
    const element = document.querySelector(${JSON.stringify(selector)});
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  })()`;
}
