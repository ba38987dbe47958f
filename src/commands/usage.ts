import { providerSource } from "../address";
import { version } from "../version";

/** One screen of 80 columns and 24 lines: what this program is and how to begin. */
export const usage = `terraform-provider-dialog360 ${version}

This is a plugin: Terraform and OpenTofu start it, people do not. It switches
click-to-WhatsApp (CTWA) tracking of 360dialog channels on and off, as declared
in configuration. To use it, put it where Terraform looks:

  terraform-provider-dialog360 install

then name it in a configuration and run "terraform init":

  terraform {
    required_providers {
      dialog360 = { source = "${providerSource}" }
    }
  }

Commands:
  install [--mirror DIR]   put this program where Terraform and OpenTofu look
  install --dev-overrides  print the settings that make Terraform use this file
  simulator                run a stand-in for 360dialog's API, to try things out
  version                  print the version
  help                     print this`;
