// A side-effect import that must come first. If Terraform started this process, no module that is loaded later can
// write to stdout through console or process.stdout before the handshake line.
import { guardStdout, isStartedByTerraform } from "../plugin";

if (isStartedByTerraform(process.env)) guardStdout();
