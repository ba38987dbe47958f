/** Waits for Ctrl-C (SIGINT) or SIGTERM. Until `ignore` is called, they do not end the process by themselves. */
export function stopSignal(): { readonly asked: Promise<void>; ignore(): void } {
  let stop = () => {};
  const asked = new Promise<void>((resolve) => {
    stop = resolve;
  });
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const ignore = () => {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
  };
  return { asked, ignore };
}
