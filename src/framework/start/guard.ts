// Imported for its effect, and before everything else: from here on, no module of a provider that Terraform started
// can write before the handshake line.
import { guardStdout, isStartedByTerraform } from "../plugin";

if (isStartedByTerraform(process.env)) guardStdout();
