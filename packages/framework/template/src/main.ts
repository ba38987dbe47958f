#!/usr/bin/env node
import { serve } from "tf-provider-framework";
import { provider } from "./provider";

void serve(provider);
