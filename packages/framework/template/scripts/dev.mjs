// npm run dev: prints what makes Terraform start the build of this folder.
import { writeFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve("dist");
const file = path.join(folder, "dev.tfrc");
writeFileSync(
  file,
  `provider_installation {
  dev_overrides {
    "__NAMESPACE__/__NAME__" = ${JSON.stringify(folder)}
  }
  direct {}
}
`,
);
console.log(`Type this in the shell that runs terraform; "terraform init" is not needed then:

  export TF_CLI_CONFIG_FILE=${file}

Try it in examples: cd examples && terraform plan`);
