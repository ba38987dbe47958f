import { provider, serve } from "../../src/framework";
import { printed } from "./noisy-module";

/** A provider that prints while its modules are loaded. */
console.log("early %s", "log", { printed });
console.info("early info");
console.table([{ early: "table" }]);
console.warn("early warn");
process.stdout.write("early write\n");

void serve(
  provider<null>()({
    name: "noisy",
    address: "example/noisy",
    version: "0.0.1",
    description: "Prints.",
    schema: {},
    configure: () => {
      console.log("late log");
      process.stdout.write("late write\n");
      return null;
    },
    resources: [],
    dataSources: [],
  }),
);
