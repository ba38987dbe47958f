// What a process needs until it has answered Terraform: everything else is loaded after that.
// Must never know a provider before it is loaded, nor what one is made of.
// Read next: serve-later.ts, then ../plugin/serve.ts.
import "./guard";

export { isStartedByTerraform } from "../plugin";
export { serveLater } from "./serve-later";
